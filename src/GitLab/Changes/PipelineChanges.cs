using GitAIOps.GitLab.Http;
using GitAIOps.GitLab.Models;

namespace GitAIOps.GitLab.Changes;

/// <remarks>docs.gitlab.com/api/pipelines</remarks>
public sealed class PipelineChanges
{
    private readonly GitLabSender _sender;

    internal PipelineChanges(GitLabSender sender) => _sender = sender;

    /// <summary>Runs the failed and canceled jobs of a pipeline again; the others stand.</summary>
    public Task<Pipeline> RetryAsync(ProjectId project, long pipeline, CancellationToken cancellationToken) =>
        _sender.PostAsync(
            ApiPath.Of($"projects/{project}/pipelines/{pipeline}/retry"), GitLabJson.Default.Pipeline, cancellationToken);
}
