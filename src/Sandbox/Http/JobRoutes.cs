using GitAIOps.Sandbox.Logs;
using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

/// <summary>Jobs. Unlike pipelines they are for no one without a token, not even those of a public project.</summary>
/// <remarks>GitLab: lib/api/ci/jobs.rb</remarks>
internal static class JobRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        Route.Get("/projects/:id/jobs", List),
        Route.Get("/projects/:id/jobs/:job_id", Get),
        Route.Get("/projects/:id/jobs/:job_id/trace", Trace),
        Route.Post("/projects/:id/jobs/:job_id/retry", Retry),
        Route.Post("/projects/:id/jobs/:job_id/cancel", Cancel),
    ];

    private static IResult List(Call call)
    {
        call.SignedIn();
        var project = call.ProjectWithPipelines();
        var jobs = JobScope.Of(call, project.Jobs.Where(job => !job.IsBridge)).OrderByDescending(job => job.Id);
        return call.Query("pagination") == "keyset"
            ? call.Keyset(jobs, job => job.Id, descending: true, "cursor", call.Shapes.Ci.Job)
            : call.Page(jobs, call.Shapes.Ci.Job, counted: false);
    }

    private static IResult Get(Call call)
    {
        call.SignedIn();
        return Answers.Json(call.Shapes.Ci.Job(Build(call, call.ProjectWithPipelines())));
    }

    private static IResult Trace(Call call)
    {
        call.SignedIn();
        var job = Build(call, call.ProjectWithPipelines());
        call.Http.Response.Headers.ContentDisposition = $"infile; filename=\"{job.Id}.log\"";
        if (Moment(job, call.Now) is not { } moment)
            return Answers.Text("", 200);
        return Results.Stream(
            stream => job.Log.WriteAsync(moment, stream, call.Http.RequestAborted), "text/plain");
    }

    private static IResult Retry(Call call)
    {
        var user = call.SignedIn();
        var project = call.ProjectWithPipelines();
        var job = call.Job(project);
        call.Require(project, AccessLevel.Developer);
        if (!job.IsRetryable)
            throw Refusal.Forbidden("Job is not retryable");
        var again = PipelineRun.Retry(job, call.World.JobId(null), user, call.Now);
        call.Performed(SandboxChange.JobRetried, job.Pipeline, job, [again.Id]);
        return Answers.Json(again.IsBridge ? call.Shapes.Ci.Bridge(again) : call.Shapes.Ci.Job(again), 201);
    }

    private static IResult Cancel(Call call)
    {
        call.SignedIn();
        var project = call.ProjectWithPipelines();
        call.Require(project, AccessLevel.Developer);
        var job = Build(call, project);
        if (job.IsAlive)
        {
            PipelineRun.Cancel(job, call.Now);
            call.Performed(SandboxChange.JobCanceled, job.Pipeline, job, []);
        }

        return Answers.Json(call.Shapes.Ci.Job(job), 201);
    }

    private static Job Build(Call call, Project project) =>
        call.Job(project) is { IsBridge: false } job ? job : throw Refusal.NotFound();

    private static LogMoment? Moment(Job job, DateTimeOffset now)
    {
        if (job.StartedAt is not { } started)
            return null;
        var running = job.Status == CiStatus.Running;
        var progress = running ? Progress(job.Plan.Runs, now - started) : job.Status == CiStatus.Canceled ? 0.5 : 1;
        var failed = running ? job.Plan.EndsIn == CiStatus.Failed : job.Status == CiStatus.Failed;
        var pipeline = job.Pipeline;
        return new(started, progress, failed, pipeline.Project.Path, pipeline.Ref, pipeline.Commit.Sha, job.Id);
    }

    // A job without an end shows half of its log.
    private static double Progress(TimeSpan? runs, TimeSpan ran) => runs is { } whole ? ran / whole : 0.5;
}
