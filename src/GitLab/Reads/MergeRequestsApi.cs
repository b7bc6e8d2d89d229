using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Reads;

/// <remarks>docs.gitlab.com/api/merge_requests</remarks>
public sealed class MergeRequestsApi
{
    private readonly GitLabSender _sender;

    internal MergeRequestsApi(GitLabSender sender) => _sender = sender;

    /// <param name="iid">The number in its project, as in !17.</param>
    public Task<MergeRequest> GetAsync(ProjectId project, long iid, CancellationToken cancellationToken) =>
        _sender.GetAsync(
            ApiPath.Of($"projects/{project}/merge_requests/{iid}"), GitLabJson.Default.MergeRequest, cancellationToken);

    /// <summary>Merge requests of a project, the most recently updated first.</summary>
    /// <param name="state"><c>opened</c>, <c>closed</c>, <c>locked</c> or <c>merged</c>; null means any.</param>
    public IAsyncEnumerable<MergeRequest> ListAsync(
        ProjectId project, string? state, int most, CancellationToken cancellationToken)
    {
        var path = ApiPath.Of($"projects/{project}/merge_requests")
            .With("state", state)
            .With("order_by", "updated_at");
        return _sender.ListAsync(path, GitLabJson.Default.MergeRequestArray, most, cancellationToken);
    }

    /// <summary>The pipelines that ran for a merge request, newest first.</summary>
    public IAsyncEnumerable<Pipeline> PipelinesAsync(
        ProjectId project, long iid, int most, CancellationToken cancellationToken) =>
        _sender.ListAsync(
            ApiPath.Of($"projects/{project}/merge_requests/{iid}/pipelines"),
            GitLabJson.Default.PipelineArray,
            most,
            cancellationToken);
}
