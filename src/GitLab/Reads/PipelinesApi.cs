using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Reads;

/// <remarks>docs.gitlab.com/api/pipelines</remarks>
public sealed class PipelinesApi
{
    private readonly GitLabSender _sender;

    internal PipelinesApi(GitLabSender sender) => _sender = sender;

    public Task<Pipeline> GetAsync(ProjectId project, long pipeline, CancellationToken cancellationToken) =>
        _sender.GetAsync(
            ApiPath.Of($"projects/{project}/pipelines/{pipeline}"), GitLabJson.Default.Pipeline, cancellationToken);

    /// <summary>The newest pipeline of a branch's or tag's head.</summary>
    /// <param name="ref">Null means the default branch.</param>
    public Task<Pipeline> LatestAsync(ProjectId project, string? @ref, CancellationToken cancellationToken) =>
        _sender.GetAsync(
            ApiPath.Of($"projects/{project}/pipelines/latest").With("ref", @ref),
            GitLabJson.Default.Pipeline,
            cancellationToken);

    /// <summary>Pipelines of a project, newest first.</summary>
    public IAsyncEnumerable<Pipeline> ListAsync(
        ProjectId project, PipelineQuery query, int most, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of($"projects/{project}/pipelines")
            .With("status", query.Status)
            .With("ref", query.Ref)
            .With("updated_after", query.UpdatedAfter)
            .With("updated_before", query.UpdatedBefore)
            .With("order_by", "id")
            .With("sort", "desc");
        return _sender.ListAsync(path, GitLabJson.Default.PipelineArray, most, cancellationToken);
    }

    /// <summary>The jobs of a pipeline, bridges apart.</summary>
    /// <param name="includeRetried">Also the attempts that a later one replaced.</param>
    public IAsyncEnumerable<Job> JobsAsync(
        ProjectId project, long pipeline, bool includeRetried, int most, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of($"projects/{project}/pipelines/{pipeline}/jobs")
            .With("include_retried", includeRetried ? "true" : null);
        return _sender.ListAsync(path, GitLabJson.Default.JobArray, most, cancellationToken);
    }

    /// <summary>The jobs of a pipeline that start other pipelines.</summary>
    public IAsyncEnumerable<Bridge> BridgesAsync(
        ProjectId project, long pipeline, int most, CancellationToken cancellationToken) =>
        _sender.ListAsync(
            ApiPath.Of($"projects/{project}/pipelines/{pipeline}/bridges"),
            GitLabJson.Default.BridgeArray,
            most,
            cancellationToken);
}

/// <summary>Which pipelines to list; null does not narrow.</summary>
/// <param name="Status">One of <see cref="CiStatus"/>.</param>
public sealed record PipelineQuery(
    string? Status = null, string? Ref = null, DateTimeOffset? UpdatedAfter = null, DateTimeOffset? UpdatedBefore = null);
