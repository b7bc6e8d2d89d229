namespace GitAIOps.Sandbox.Model;

internal sealed class MergeRequest
{
    public required long Id { get; init; }

    public required long Iid { get; init; }

    public required Project Project { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string SourceBranch { get; init; }

    public required User Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The source branch's head while no pipeline tells another.</summary>
    public required string FirstSha { get; init; }

    /// <summary><c>opened</c>, <c>merged</c> or <c>closed</c>.</summary>
    public string State { get; set; } = "opened";

    public List<User> Reviewers { get; } = [];

    public List<string> Labels { get; } = [];

    public string Sha => Pipelines.FirstOrDefault()?.Commit.Sha ?? FirstSha;

    public bool IsDraft => Title.StartsWith("Draft:", StringComparison.OrdinalIgnoreCase);

    public string Reference => $"!{Iid}";

    public IEnumerable<Pipeline> Pipelines =>
        Project.Pipelines.Where(pipeline => pipeline.Ref == SourceBranch).OrderByDescending(pipeline => pipeline.Id);
}
