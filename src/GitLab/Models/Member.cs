namespace GitAIOps.GitLab.Models;

/// <param name="Id">The user's id.</param>
/// <param name="AccessLevel">0, 5, 10, 15, 20, 30, 40 or 50; docs.gitlab.com/api/members.</param>
/// <param name="State">Only an <c>active</c> member has the rights of the level.</param>
public sealed record Member(long Id, string Username, int AccessLevel, string? State = null, string? Name = null)
{
    public bool IsActive => State is null or "active";
}
