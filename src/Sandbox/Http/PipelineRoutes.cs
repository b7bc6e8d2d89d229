using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

internal static class PipelineRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        Route.Get("/projects/:id/pipelines", List),
        Route.Get("/projects/:id/pipelines/latest", Latest),
        Route.Get("/projects/:id/pipelines/:pipeline_id", Get),
        Route.Get("/projects/:id/pipelines/:pipeline_id/jobs", Jobs),
        Route.Get("/projects/:id/pipelines/:pipeline_id/bridges", Bridges),
        Route.Post("/projects/:id/pipelines/:pipeline_id/retry", Retry),
        Route.Post("/projects/:id/pipelines/:pipeline_id/cancel", Cancel),
    ];

    private static IResult List(Call call)
    {
        var key = call.Choice("order_by", "id", "status", "ref", "updated_at", "user_id");
        var found = Found(call, call.ProjectWithPipelines());
        Func<Pipeline, IComparable> by = key switch
        {
            "status" => pipeline => Answers.Word(pipeline.Status),
            "ref" => pipeline => pipeline.Ref,
            "updated_at" => pipeline => pipeline.UpdatedAt,
            "user_id" => pipeline => pipeline.User.Id,
            _ => pipeline => pipeline.Id,
        };
        var ordered = call.Choice("sort", "desc", "asc") == "desc" ? found.OrderByDescending(by) : found.OrderBy(by);
        return call.Page(ordered, call.Shapes.Ci.PipelineInList);
    }

    private static IEnumerable<Pipeline> Found(Call call, Project project)
    {
        var status = call.Query("status");
        if (status is not null && !JobScope.Words.Contains(status))
            throw Refusal.Invalid("status", "does not have a valid value");
        var (reference, sha, source, username) =
            (call.Query("ref"), call.Query("sha"), call.Query("source"), call.Query("username"));
        var (after, before) = (call.Instant("updated_after"), call.Instant("updated_before"));
        var (createdAfter, createdBefore) = (call.Instant("created_after"), call.Instant("created_before"));
        return project.Pipelines.Where(pipeline =>
            (status is null || Answers.Word(pipeline.Status) == status)
            && (reference is null || pipeline.Ref == reference)
            && (sha is null || pipeline.Commit.Sha == sha)
            && (source is null || pipeline.Source == source)
            && (username is null || pipeline.User.Username == username)
            && (after is null || pipeline.UpdatedAt > after)
            && (before is null || pipeline.UpdatedAt < before)
            && (createdAfter is null || pipeline.CreatedAt > createdAfter)
            && (createdBefore is null || pipeline.CreatedAt < createdBefore));
    }

    private static IResult Latest(Call call)
    {
        var project = call.ProjectWithPipelines();
        var reference = call.Query("ref") ?? project.DefaultBranch;
        var latest = project.Pipelines.FindLast(pipeline => pipeline.Ref == reference) ?? throw Refusal.Forbidden();
        return Answers.Json(call.Shapes.Ci.Pipeline(latest));
    }

    private static IResult Get(Call call) =>
        Answers.Json(call.Shapes.Ci.Pipeline(call.Pipeline(call.ProjectWithPipelines())));

    private static IResult Jobs(Call call)
    {
        var pipeline = call.Pipeline(call.ProjectWithPipelines());
        var jobs = call.Flag("include_retried") ? pipeline.Jobs : pipeline.Current;
        return call.Page(
            JobScope.Of(call, jobs.Where(job => !job.IsBridge)).OrderByDescending(job => job.Id), call.Shapes.Ci.Job);
    }

    private static IResult Bridges(Call call)
    {
        var pipeline = call.Pipeline(call.ProjectWithPipelines());
        return call.Page(
            JobScope.Of(call, pipeline.Current.Where(job => job.IsBridge)).OrderByDescending(job => job.Id),
            call.Shapes.Ci.Bridge);
    }

    private static IResult Retry(Call call)
    {
        var user = call.SignedIn();
        var project = call.ProjectWithPipelines();
        call.Require(project, AccessLevel.Developer);
        var pipeline = call.Pipeline(project);
        var ended = pipeline.Current
            .Where(job => job.Status is CiStatus.Failed or CiStatus.Canceled)
            .OrderBy(job => job.Id)
            .ToList();
        var again = ended
            .ConvertAll(job => PipelineRun.Retry(job, call.World.JobId(null), user, call.Now).Id);
        if (again.Count > 0)
            call.Performed(SandboxChange.PipelineRetried, pipeline, null, again);
        return Answers.Json(call.Shapes.Ci.Pipeline(pipeline), 201);
    }

    private static IResult Cancel(Call call)
    {
        call.SignedIn();
        var project = call.ProjectWithPipelines();
        call.Require(project, AccessLevel.Developer);
        var pipeline = call.Pipeline(project);
        var alive = pipeline.Current.Where(job => job.IsAlive).ToList();
        alive.ForEach(job => PipelineRun.Cancel(job, call.Now));
        if (alive.Count > 0)
            call.Performed(SandboxChange.PipelineCanceled, pipeline, null, []);
        return Answers.Json(call.Shapes.Ci.Pipeline(pipeline));
    }
}
