using System.ComponentModel;
using System.Globalization;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Plugins.Targets;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Plugins.Remediation;

/// <summary>Proposes changes; none is made before a person presses.</summary>
internal sealed class RemediationPlugin(
    PipelineFinder pipelines, JobFinder jobs, RetryRights rights, CurrentTurn turn)
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
        var focused = pipeline is null ? turn.Focus.Job?.ToString(CultureInfo.InvariantCulture) : null;
        var asked = string.IsNullOrWhiteSpace(job) ? focused : job;
        if (asked is not null)
        {
            var target = await jobs.FindAsync(project, asked, pipeline, cancellationToken);
            return await RetryJobAsync(target, note: null, cancellationToken);
        }

        // "Rerun 815" says a number only; a job may have it.
        if (pipeline is { } id
            && await pipelines.TryFindAsync(project, id, cancellationToken) is null
            && await jobs.TryFindAsync(project, id, cancellationToken) is { } numbered)
        {
            return await RetryJobAsync(numbered, $"I found no pipeline {id}, but job {id}.", cancellationToken);
        }

        var whole = await pipelines.FindAsync(project, pipeline, @ref: null, cancellationToken);
        return await RetryPipelineAsync(whole, cancellationToken);
    }

    private async Task<IFinding> RetryJobAsync(JobTarget target, string? note, CancellationToken cancellationToken)
    {
        var (project, job) = target;
        var latest = job.Pipeline is { } pipeline
            ? (await LatestAsync(project, pipeline.Id, cancellationToken)).FirstOrDefault(one => one.Name == job.Name)
            : null;
        var call = new RetryCall(project, job.Pipeline, IsWholePipeline: false, [job]);
        if (latest is not null && latest.Id != job.Id)
            return call.NotNeeded($"It was run again as {Link(latest)}, which {StatusWords.Verb(latest.Status)}.");
        if (RetryEffect.MayRetry(job.Status))
            return await OfferAsync(call, note, cancellationToken);
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
                ? await OfferAsync(call, note: null, cancellationToken)
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

    private async Task<IFinding> OfferAsync(RetryCall call, string? note, CancellationToken cancellationToken) =>
        await rights.RefusalAsync(turn.Person, call.Project.PathWithNamespace, cancellationToken) is { } refusal
            ? call.Refused(refusal)
            : call.ToProposal(note);

    private static string Link(Job job) => RetryCall.Link(job.Name, job.WebUrl);
}
