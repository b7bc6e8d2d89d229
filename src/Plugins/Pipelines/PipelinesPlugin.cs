using System.ComponentModel;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Targets;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Plugins.Pipelines;

/// <summary>Says how pipelines stand and shows their logs.</summary>
internal sealed class PipelinesPlugin(PipelineFinder pipelines, JobFinder jobs, PipelineSearch search, LogReader logs)
{
    [KernelFunction("status")]
    [Description("Tells how a pipeline stands and which of its jobs failed or run: is main green?")]
    [Effect(Effect.Reads)]
    public async Task<PipelineStatus> StatusAsync(
        [Description("Project path such as group/name, or its id")] string? project = null,
        [Description("Pipeline id")] long? pipeline = null,
        [Description("Branch or tag; its newest pipeline is meant")] string? @ref = null,
        [Description("Merge request number, as in !17; its newest pipeline is meant")] long? mr = null,
        CancellationToken cancellationToken = default)
    {
        var (place, found) = mr is { } iid && pipeline is null
            ? await pipelines.OfMergeRequestAsync(project, iid, cancellationToken)
            : await pipelines.FindAsync(project, pipeline, @ref, cancellationToken);
        var path = place.PathWithNamespace;
        var all = await jobs.OfPipelineAsync(
            place.Id, found.Id, $"the jobs of pipeline {found.Id} in {Markdown.Code(path)}", cancellationToken);
        var open = all.Where(static job => job.Status is CiStatus.Failed or CiStatus.Canceled or CiStatus.Running);
        return new(
            path,
            found.Id,
            found.Status,
            found.Ref,
            found.Sha,
            found.User?.Name,
            found.CreatedAt,
            CiStatus.IsEnded(found.Status) ? found.Duration : null,
            all.Count,
            found.YamlErrors,
            found.WebUrl,
            [.. open.Select(JobStatus.Of)]);
    }

    [KernelFunction("list")]
    [Description("Lists pipelines by state, branch and time: which pipelines failed today?")]
    [Effect(Effect.Reads)]
    public Task<PipelineList> ListAsync(
        [Description("Project path such as group/name, or its id; without it all the person's projects")]
        string? project = null,
        [Description("failed, success, running, canceled, pending, skipped or manual")] string? status = null,
        [Description("As people say it: today, since yesterday, last 2 weeks")] string? since = null,
        [Description("Branch or tag")] string? @ref = null,
        CancellationToken cancellationToken = default) =>
        search.FindAsync(project, status, since, @ref, cancellationToken);

    [KernelFunction("log")]
    [Description("Shows the end of a job's log, or one section of it")]
    [Effect(Effect.Reads)]
    public async Task<JobLog> LogAsync(
        [Description("Job id, or its name in the pipeline")] string job,
        [Description("Project path such as group/name, or its id")] string? project = null,
        [Description("A section of the log, such as step_script or get_sources")] string? section = null,
        [Description("Pipeline id, where the job is given by its name")] long? pipeline = null,
        CancellationToken cancellationToken = default)
    {
        var target = await jobs.FindAsync(project, job, pipeline, cancellationToken);
        return await logs.ReadAsync(target, section, cancellationToken);
    }
}
