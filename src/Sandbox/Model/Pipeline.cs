namespace GitAIOps.Sandbox.Model;

internal sealed class Pipeline
{
    public required long Id { get; init; }

    public required long Iid { get; init; }

    public required Project Project { get; init; }

    public required string Ref { get; init; }

    public required User User { get; init; }

    public required Commit Commit { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Source { get; init; }

    /// <summary>What GitLab says about a configuration that it could not read; such a pipeline has no jobs.</summary>
    public string? YamlErrors { get; set; }

    public DateTimeOffset TouchedAt { get; set; }

    /// <summary>In the order they came to be: stage by stage, retries last.</summary>
    public List<Job> Jobs { get; } = [];

    public IEnumerable<Job> Current => Jobs.Where(job => !job.IsRetried);

    public IEnumerable<string> Stages => Jobs.Select(job => job.Stage).Distinct();

    public CiStatus Status => YamlErrors is null ? PipelineStatus.Of(Current) : CiStatus.Failed;

    public DateTimeOffset? StartedAt => Current.Min(job => job.StartedAt);

    public DateTimeOffset? FinishedAt =>
        !PipelineStatus.IsOver(Status) ? null
        : YamlErrors is null ? Current.Max(job => job.FinishedAt) : CreatedAt;

    public DateTimeOffset UpdatedAt =>
        Jobs.SelectMany(job => new[] { job.StartedAt, job.FinishedAt }).Append(TouchedAt).Max() ?? TouchedAt;
}

/// <param name="Title">The message's first line.</param>
internal sealed record Commit(string Sha, string ParentSha, string Title, User Author, DateTimeOffset At);
