using GitAIOps.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

internal static class ProjectRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        Route.Get("/projects", List),
        Route.Get("/projects/:id", Single),
        Route.Get("/projects/:id/members/all", Members),
        Route.Get("/projects/:id/members/all/:user_id", Member),
    ];

    private static IResult List(Call call)
    {
        var key = call.Choice(
            "order_by", "created_at", "id", "name", "path", "updated_at", "last_activity_at", "similarity");
        var descending = call.Choice("sort", "desc", "asc") == "desc";
        var found = Found(call);
        Func<Project, object> shape = call.Flag("simple")
            ? project => call.Shapes.Projects.Brief(project, call.User)
            : project => call.Shapes.Projects.Full(project, call.User);
        if (call.Query("pagination") == "keyset")
        {
            if (key != "id")
                throw Refusal.Invalid("order_by", "does not have a valid value for keyset pagination");
            return call.Keyset(
                Ordered(found, project => project.Id, descending),
                project => project.Id,
                descending,
                descending ? "id_before" : "id_after",
                shape);
        }

        var ordered = key switch
        {
            "name" or "path" => Ordered(found, project => project.Name, descending),
            "updated_at" or "last_activity_at" => Ordered(found, project => project.LastActivityAt, descending),
            "created_at" => Ordered(found, project => project.CreatedAt, descending),
            _ => Ordered(found, project => project.Id, descending),
        };
        return call.Page(ordered, shape);
    }

    private static IResult Single(Call call) =>
        Answers.Json(call.Shapes.Projects.Full(call.Project(), call.User));

    private static IEnumerable<Project> Found(Call call)
    {
        var (search, wide) = (call.Query("search"), call.Flag("search_namespaces"));
        var least = call.Query("min_access_level") is { } text && int.TryParse(text, out var level) ? level : 0;
        if (call.Flag("membership"))
            least = Math.Max(least, 1);
        return call.World.Projects.Where(project =>
            project.IsVisibleTo(call.User)
            && (int)project.LevelOf(call.User) >= least
            && (search is null
                || (wide ? project.Path : project.Name).Contains(search, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<T> Ordered<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static IResult Members(Call call)
    {
        var project = call.Project();
        var (query, ids) = (call.Query("query"), call.Queries("user_ids"));
        var members = project.Members
            .Where(member => query is null
                || member.Key.Username.Contains(query, StringComparison.OrdinalIgnoreCase)
                || member.Key.Name.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Where(member => ids.Count == 0 || ids.Contains($"{member.Key.Id}"))
            .OrderBy(member => member.Key.Id);
        return call.Page(members, member => call.Shapes.Member(member.Key, member.Value, project));
    }

    private static IResult Member(Call call)
    {
        var project = call.Project();
        var id = call.Number("user_id");
        var user = project.Members.Keys.FirstOrDefault(member => member.Id == id) ?? throw Refusal.NotFound();
        return Answers.Json(call.Shapes.Member(user, project.Members[user], project));
    }
}
