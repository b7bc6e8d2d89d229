using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Reads;

/// <remarks>docs.gitlab.com/api/projects</remarks>
public sealed class ProjectsApi
{
    private readonly GitLabSender _sender;

    internal ProjectsApi(GitLabSender sender) => _sender = sender;

    public Task<Project> GetAsync(ProjectId project, CancellationToken cancellationToken) =>
        _sender.GetAsync(ApiPath.Of($"projects/{project}"), GitLabJson.Default.Project, cancellationToken);

    /// <summary>Projects that may be read, the most recently active first.</summary>
    /// <param name="membership">Only those the token's owner is a member of.</param>
    /// <param name="most">How many at most.</param>
    public IAsyncEnumerable<Project> ListAsync(bool membership, int most, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of($"projects")
            .With("membership", membership ? "true" : null)
            .With("simple", "true")
            .With("archived", "false")
            .With("order_by", "last_activity_at")
            .With("sort", "desc");
        return _sender.ListAsync(path, GitLabJson.Default.ProjectArray, most, cancellationToken);
    }
}
