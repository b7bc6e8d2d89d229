namespace GitAIOps.Sandbox.Model;

internal sealed class Project
{
    public required long Id { get; init; }

    public required string Path { get; init; }

    public required string Description { get; init; }

    public required Visibility Visibility { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string DefaultBranch { get; set; } = "main";

    /// <summary>Whether those who see the project also see its pipelines and logs, even as guests.</summary>
    public bool HasPublicJobs { get; set; } = true;

    public Dictionary<User, AccessLevel> Members { get; } = [];

    public List<Pipeline> Pipelines { get; } = [];

    public List<MergeRequest> MergeRequests { get; } = [];

    public IEnumerable<Job> Jobs => Pipelines.SelectMany(pipeline => pipeline.Jobs);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Namespace => Path[..Path.LastIndexOf('/')];

    public DateTimeOffset LastActivityAt =>
        Pipelines.Select(pipeline => pipeline.UpdatedAt).Append(CreatedAt).Max();

    public AccessLevel LevelOf(User? user) =>
        user is not null && Members.TryGetValue(user, out var level) ? level : AccessLevel.None;

    public bool IsVisibleTo(User? user) => Visibility switch
    {
        Visibility.Public => true,
        Visibility.Internal => user is not null,
        _ => LevelOf(user) > AccessLevel.None,
    };

    public bool ShowsCodeTo(User? user) =>
        LevelOf(user) >= AccessLevel.Reporter || (Visibility != Visibility.Private && IsVisibleTo(user));

    public bool ShowsPipelinesTo(User? user) =>
        LevelOf(user) >= AccessLevel.Reporter || (HasPublicJobs && IsVisibleTo(user));
}
