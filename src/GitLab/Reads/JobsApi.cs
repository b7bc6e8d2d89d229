using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Reads;

/// <remarks>docs.gitlab.com/api/jobs</remarks>
public sealed class JobsApi
{
    private readonly GitLabSender _sender;

    internal JobsApi(GitLabSender sender) => _sender = sender;

    public Task<Job> GetAsync(ProjectId project, long job, CancellationToken cancellationToken) =>
        _sender.GetAsync(ApiPath.Of($"projects/{project}/jobs/{job}"), GitLabJson.Default.Job, cancellationToken);

    /// <summary>Jobs of a project, newest first.</summary>
    /// <param name="status">One of <see cref="CiStatus"/>; null means any.</param>
    public IAsyncEnumerable<Job> ListAsync(
        ProjectId project, string? status, int most, CancellationToken cancellationToken) =>
        _sender.ListAsync(
            ApiPath.Of($"projects/{project}/jobs").With("scope[]", status),
            GitLabJson.Default.JobArray,
            most,
            cancellationToken);

    /// <summary>The raw log as it arrives, never held whole. Empty when there is no log yet.</summary>
    /// <param name="most">Bytes after which it ends; null reads all.</param>
    /// <returns>A stream for asynchronous reading; its reads throw <see cref="GitLabException"/>.</returns>
    /// <exception cref="GitLabException">Forbidden when the job ran with debug output and the reader is no Developer.</exception>
    public Task<Stream> TraceAsync(ProjectId project, long job, long? most, CancellationToken cancellationToken) =>
        _sender.StreamAsync(ApiPath.Of($"projects/{project}/jobs/{job}/trace"), most, cancellationToken);
}
