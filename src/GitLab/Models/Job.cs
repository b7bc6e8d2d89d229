namespace GitAIOps.GitLab.Models;

/// <param name="Id">Unique on the whole GitLab; a retry makes a new one of the same name.</param>
/// <param name="Status">One of <see cref="CiStatus"/>.</param>
/// <param name="AllowFailure">Its failure does not fail the pipeline.</param>
/// <param name="FailureReason">GitLab's word: <c>script_failure</c>, <c>job_execution_timeout</c> ...</param>
/// <param name="Duration">Seconds.</param>
/// <param name="QueuedDuration">Seconds.</param>
public sealed record Job(
    long Id,
    string Name,
    string Status,
    string? Stage = null,
    string? Ref = null,
    bool AllowFailure = false,
    string? FailureReason = null,
    string? WebUrl = null,
    DateTimeOffset? CreatedAt = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? FinishedAt = null,
    double? Duration = null,
    double? QueuedDuration = null,
    User? User = null,
    Pipeline? Pipeline = null);
