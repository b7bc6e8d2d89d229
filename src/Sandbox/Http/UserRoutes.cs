using Microsoft.AspNetCore.Http;

namespace GitAIOps.Sandbox.Http;

internal static class UserRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        Route.Get("/version", Version),
        Route.Get("/user", call => Answers.Json(call.Shapes.UserInFull(call.SignedIn()))),
        Route.Get("/users", Search),
        Route.Get("/users/:id", ById),
    ];

    private static IResult Version(Call call)
    {
        call.SignedIn();
        return Answers.Json(new { version = "18.5.0", revision = "5a4dbfe1c02" });
    }

    private static IResult Search(Call call)
    {
        var (username, search) = (call.Query("username"), call.Query("search"));
        if (call.User is null && username is null)
            throw Refusal.Forbidden();
        var users = call.World.Users
            .Where(user => username is null || user.Username.Equals(username, StringComparison.OrdinalIgnoreCase))
            .Where(user => search is null
                || user.Username.Contains(search, StringComparison.OrdinalIgnoreCase)
                || user.Name.Contains(search, StringComparison.OrdinalIgnoreCase));
        return call.Page(users.OrderByDescending(user => user.Id), call.Shapes.User);
    }

    private static IResult ById(Call call)
    {
        if (call.User is null)
            throw Refusal.Forbidden("Not authorized!");
        var id = call.Number("id");
        var user = call.World.Users.FirstOrDefault(known => known.Id == id) ?? throw Refusal.NotFound("User");
        return Answers.Json(call.Shapes.UserInFull(user));
    }
}
