namespace GitAIOps.GitLab.Models;

/// <param name="PathWithNamespace">As in <c>shop/api</c>.</param>
/// <param name="DefaultBranch">Null for an empty repository.</param>
public sealed record Project(
    long Id,
    string PathWithNamespace,
    string? Name = null,
    string? DefaultBranch = null,
    string? Visibility = null,
    string? WebUrl = null,
    DateTimeOffset? LastActivityAt = null);
