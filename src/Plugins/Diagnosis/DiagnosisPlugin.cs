using System.ComponentModel;
using GitAIOps.GitLab.Models;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Plugins.Targets;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Plugins.Diagnosis;

/// <summary>Says why pipelines and jobs fail.</summary>
internal sealed class DiagnosisPlugin(
    PipelineFinder pipelines, JobFinder jobs, JobDiagnosis diagnosis, DownstreamFinder downstream)
{
    private const int MostJobs = 20;

    [KernelFunction("diagnose_pipeline")]
    [Description("Finds out why a pipeline failed, with the log lines that prove it")]
    [Effect(Effect.Reads)]
    public async Task<FailureFinding> DiagnosePipelineAsync(
        [Description("Project path such as group/name, or its id")] string? project = null,
        [Description("Pipeline id")] long? pipeline = null,
        [Description("Branch or tag; its newest pipeline is meant")] string? @ref = null,
        CancellationToken cancellationToken = default)
    {
        var (place, found) = await pipelines.FindAsync(project, pipeline, @ref, cancellationToken);
        var all = await jobs.OfPipelineAsync(
            place.Id,
            found.Id,
            $"the jobs of pipeline {found.Id} in {Markdown.Code(place.PathWithNamespace)}",
            cancellationToken);
        var failed = all.Where(static job => job.Status == CiStatus.Failed).ToLookup(static job => job.AllowFailure);
        var failures = await diagnosis.DiagnoseAsync(place, [.. failed[false].Take(MostJobs)], cancellationToken);
        var finding = new FailureFinding(
            place.PathWithNamespace,
            found.Id,
            found.Ref,
            $"Pipeline {found.Id}",
            found.WebUrl,
            found.Status,
            Answer(found, all.Count, failures.Count),
            Errors(found),
            failures,
            [.. failed[true].Select(NamedJob.Of)],
            failed[false].Count() - failures.Count);
        return found.Status == CiStatus.Failed && failures.Count == 0 && found.YamlErrors is null
            ? await downstream.AddAsync(finding, place, cancellationToken)
            : finding;
    }

    [KernelFunction("diagnose_job")]
    [Description("Finds out why one job failed, with the log lines that prove it")]
    [Effect(Effect.Reads)]
    public async Task<FailureFinding> DiagnoseJobAsync(
        [Description("Job id, or its name in the pipeline")] string job,
        [Description("Project path such as group/name, or its id")] string? project = null,
        [Description("Pipeline id, where the job is given by name")] long? pipeline = null,
        CancellationToken cancellationToken = default)
    {
        var (place, found) = await jobs.FindAsync(project, job, pipeline, cancellationToken);
        var hasFailed = found.Status == CiStatus.Failed;
        return new(
            place.PathWithNamespace,
            found.Pipeline?.Id,
            found.Ref,
            $"Job {found.Name}",
            found.WebUrl,
            found.Status,
            hasFailed ? null : $"Job {found.Name} {StatusWords.Verb(found.Status)}, so there is no failure to explain",
            AnswerDetail: null,
            hasFailed ? await diagnosis.DiagnoseAsync(place, [found], cancellationToken) : [],
            Allowed: [],
            NotRead: 0,
            IsJob: true);
    }

    private static string? Answer(Pipeline pipeline, int jobs, int failures)
    {
        var stands = $"Pipeline {pipeline.Id} {StatusWords.Verb(pipeline.Status)}";
        return pipeline.Status switch
        {
            CiStatus.Failed when failures > 0 => null,
            CiStatus.Failed when pipeline.YamlErrors is not null => $"{stands}: its CI configuration could not be used",
            CiStatus.Failed when jobs == 0 => $"{stands} without a single job",
            CiStatus.Failed => $"{stands}, but none of its jobs did",
            _ when jobs == 0 => $"{stands} and has no jobs",
            CiStatus.Success => $"{stands}, so there is no failure to explain",
            CiStatus.Canceled when failures > 0 => "The pipeline was canceled after that",
            _ when failures > 0 => $"The pipeline {StatusWords.Verb(pipeline.Status)}; more jobs may fail",
            CiStatus.Canceled => $"{stands}{By(pipeline)}; no job had failed before",
            _ => $"{stands}; no job has failed",
        };
    }

    private static string By(Pipeline pipeline) => pipeline.User?.Name is { } name ? $" ({name} had started it)" : "";

    private static string? Errors(Pipeline pipeline) =>
        pipeline.YamlErrors is { } errors
            ? $"GitLab says: {Markdown.Escape(Redaction.Mask(errors))}\n\n"
                + $"Mend {Markdown.Code(".gitlab-ci.yml")} and push; "
                + "a retry would not read it anew."
            : null;
}
