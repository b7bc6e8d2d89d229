using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Changes;

/// <remarks>docs.gitlab.com/api/jobs</remarks>
public sealed class JobChanges
{
    private readonly GitLabSender _sender;

    internal JobChanges(GitLabSender sender) => _sender = sender;

    /// <returns>The new job that runs in the old one's place.</returns>
    /// <exception cref="GitLabException">Forbidden also when GitLab calls the job not retryable.</exception>
    public Task<Job> RetryAsync(ProjectId project, long job, CancellationToken cancellationToken) =>
        _sender.PostAsync(ApiPath.Of($"projects/{project}/jobs/{job}/retry"), GitLabJson.Default.Job, cancellationToken);
}
