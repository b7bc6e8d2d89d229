using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Reads;

/// <remarks>docs.gitlab.com/api/members</remarks>
public sealed class MembersApi
{
    private readonly GitLabSender _sender;

    internal MembersApi(GitLabSender sender) => _sender = sender;

    /// <summary>A user's effective membership, inherited and invited ones included.</summary>
    /// <exception cref="GitLabException">NotFound when they are no member.</exception>
    public Task<Member> GetAsync(ProjectId project, long user, CancellationToken cancellationToken) =>
        _sender.GetAsync(
            ApiPath.Of($"projects/{project}/members/all/{user}"), GitLabJson.Default.Member, cancellationToken);
}
