namespace GitAIOps.GitLab.Models;

/// <param name="Iid">The number people say, as in !17; unique in its project.</param>
/// <param name="State"><c>opened</c>, <c>closed</c>, <c>locked</c> or <c>merged</c>.</param>
/// <param name="Sha">The head of the source branch.</param>
/// <param name="HeadPipeline">Only when one merge request was asked for.</param>
public sealed record MergeRequest(
    long Id,
    long Iid,
    string Title,
    string State,
    string SourceBranch,
    string TargetBranch,
    long? ProjectId = null,
    string? Sha = null,
    bool Draft = false,
    string? DetailedMergeStatus = null,
    string? WebUrl = null,
    DateTimeOffset? CreatedAt = null,
    DateTimeOffset? UpdatedAt = null,
    User? Author = null,
    Pipeline? HeadPipeline = null);
