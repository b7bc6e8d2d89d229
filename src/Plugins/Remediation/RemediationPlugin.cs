using System.ComponentModel;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Plugins.Targets;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Plugins.Remediation;

/// <summary>Proposes changes; none is made before a person presses.</summary>
internal sealed class RemediationPlugin(
    PipelineFinder pipelines, JobFinder jobs, IRights rights, CurrentTurn turn)
{
    [KernelFunction("retry")]
    [Description("Proposes to run a failed job, or all failed jobs of a pipeline, again")]
    [Effect(Effect.Changes)]
    public async Task<IFinding> RetryAsync(
        [Description("Project path such as group/name, or its id")] string? project = null,
        [Description("Job id, or its name in the pipeline")] string? job = null,
        [Description("Pipeline id")] long? pipeline = null,
        CancellationToken cancellationToken = default)
    {
        var asked = string.IsNullOrWhiteSpace(job) && pipeline is null && turn.Focus.Job is { } focused ? $"{focused}" : job;
        return string.IsNullOrWhiteSpace(asked)
            ? await RetryPipelineAsync(await pipelines.FindAsync(project, pipeline, null, cancellationToken), cancellationToken)
            : await RetryJobAsync(await jobs.FindAsync(project, asked, pipeline, cancellationToken), cancellationToken);
    }

    private async Task<IFinding> RetryJobAsync(JobTarget target, CancellationToken cancellationToken)
    {
        var (project, job) = target;
        var latest = job.Pipeline is { } pipeline
            ? (await LatestAsync(project, pipeline.Id, cancellationToken)).FirstOrDefault(other => other.Name == job.Name)
            : null;
        var call = new RetryCall(project, job.Pipeline, IsWholePipeline: false, [job]);
        if (latest is not null && latest.Id != job.Id)
            return call.NotNeeded($"It was run again as {Link(latest)}, which {StatusWords.Verb(latest.Status)}.");
        if (RetryEffect.MayRetry(job.Status))
            return call.ToProposal(await WhoAsync(cancellationToken));
        return call.NotNeeded(CiStatus.IsEnded(job.Status)
            ? $"{Link(job)} {StatusWords.Verb(job.Status)}, so there is nothing to retry."
            : $"{Link(job)} {StatusWords.Verb(job.Status)}. Wait for its end, then ask again.");
    }

    private async Task<IFinding> RetryPipelineAsync(PipelineTarget target, CancellationToken cancellationToken)
    {
        var (project, pipeline) = target;
        var latest = await LatestAsync(project, pipeline.Id, cancellationToken);
        var call = new RetryCall(
            project, pipeline, IsWholePipeline: true, [.. latest.Where(job => RetryEffect.MayRetry(job.Status))]);
        var state = StatusWords.Verb(pipeline.Status);
        if (pipeline.Status is CiStatus.Failed or CiStatus.Canceled)
        {
            return call.Jobs.Count > 0
                ? call.ToProposal(await WhoAsync(cancellationToken))
                : call.NotNeeded($"It {state}, but has no job that could run again. "
                    + (pipeline.YamlErrors is null ? "Start a new pipeline." : "Mend its CI configuration and push."));
        }

        return call.NotNeeded(CiStatus.IsEnded(pipeline.Status)
            ? $"It {state}, so there is nothing to retry."
            : $"It {state}. Wait for its end, or name the job that you want to retry.");
    }

    private Task<IReadOnlyList<Job>> LatestAsync(Project project, long pipeline, CancellationToken cancellationToken) =>
        jobs.OfPipelineAsync(
            project.Id,
            pipeline,
            $"the jobs of pipeline {pipeline} in {Markdown.Code(project.PathWithNamespace)}",
            cancellationToken);

    private Task<LinkedUser?> WhoAsync(CancellationToken cancellationToken) =>
        rights.WhoAsync(turn.Person, cancellationToken);

    private static string Link(Job job) => RetryCall.Link(job.Name, job.WebUrl);
}
