using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

internal static class MergeRequestRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        Route.Get("/projects/:id/merge_requests", List),
        Route.Get("/projects/:id/merge_requests/:merge_request_iid", Get),
        Route.Get("/projects/:id/merge_requests/:merge_request_iid/pipelines", Pipelines),
    ];

    private static IResult List(Call call)
    {
        var project = call.Project();
        var state = call.Choice("state", "all", "opened", "closed", "locked", "merged");
        var (source, target, search) = (call.Query("source_branch"), call.Query("target_branch"), call.Query("search"));
        var (author, reviewer) = (call.Query("author_username"), call.Query("reviewer_username"));
        var iids = call.Queries("iids");
        var found = project.MergeRequests.Where(request =>
            (state == "all" || request.State == state)
            && (source is null || request.SourceBranch == source)
            && (target is null || target == project.DefaultBranch)
            && (author is null || request.Author.Username == author)
            && (reviewer is null || request.Reviewers.Any(user => user.Username == reviewer))
            && (iids.Count == 0 || iids.Contains($"{request.Iid}"))
            && (search is null || request.Title.Contains(search, StringComparison.OrdinalIgnoreCase)));
        Func<MergeRequest, IComparable> by = call.Choice("order_by", "created_at", "updated_at", "title") == "title"
            ? request => request.Title
            : request => request.CreatedAt;
        var ordered = call.Choice("sort", "desc", "asc") == "desc" ? found.OrderByDescending(by) : found.OrderBy(by);
        return call.Page(ordered, call.Shapes.MergeRequests.InList);
    }

    private static IResult Get(Call call) =>
        Answers.Json(call.Shapes.MergeRequests.Single(MergeRequest(call, call.Project())));

    private static IResult Pipelines(Call call) =>
        call.Page(MergeRequest(call, call.ProjectWithPipelines()).Pipelines, call.Shapes.Ci.PipelineInList);

    private static MergeRequest MergeRequest(Call call, Project project)
    {
        var iid = call.Number("merge_request_iid");
        return project.MergeRequests.Find(request => request.Iid == iid) ?? throw Refusal.NotFound();
    }
}
