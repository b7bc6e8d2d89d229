namespace GitAIOps.GitLab.Models;

/// <param name="State"><c>active</c>, <c>blocked</c> ...</param>
public sealed record User(long Id, string Username, string? Name = null, string? State = null, string? WebUrl = null);
