namespace GitAIOps.GitLab.Models;

/// <summary>A job that starts another pipeline instead of running a script.</summary>
/// <param name="DownstreamPipeline">Null when it was not started.</param>
public sealed record Bridge(
    long Id,
    string Name,
    string Status,
    string? Stage = null,
    bool AllowFailure = false,
    string? FailureReason = null,
    string? WebUrl = null,
    Pipeline? DownstreamPipeline = null);
