namespace GitAIOps.GitLab.Models;

/// <param name="Id">Unique on the whole GitLab.</param>
/// <param name="Status">One of <see cref="CiStatus"/>.</param>
/// <param name="Source">What started it: <c>push</c>, <c>schedule</c>, <c>merge_request_event</c> ...</param>
/// <param name="Duration">Seconds.</param>
/// <param name="QueuedDuration">Seconds.</param>
/// <param name="YamlErrors">Why no job could be made of the configuration.</param>
public sealed record Pipeline(
    long Id,
    string Status,
    string? Ref = null,
    string? Sha = null,
    long? ProjectId = null,
    string? Source = null,
    string? WebUrl = null,
    DateTimeOffset? CreatedAt = null,
    DateTimeOffset? UpdatedAt = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? FinishedAt = null,
    double? Duration = null,
    double? QueuedDuration = null,
    string? YamlErrors = null,
    User? User = null);
