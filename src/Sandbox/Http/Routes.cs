using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GitAIOps.Sandbox.Http;

/// <summary>All that the sandbox serves.</summary>
internal static class Routes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        .. UserRoutes.All,
        .. ProjectRoutes.All,
        .. PipelineRoutes.All,
        .. JobRoutes.All,
        .. MergeRequestRoutes.All,
    ];

    public static void MapSandbox(this IEndpointRouteBuilder endpoints, SandboxWorld world)
    {
        var door = new Door(world);
        foreach (var route in All)
        {
            endpoints.MapMethods(
                route.Pattern, [route.Method], (RequestDelegate)(http => door.AnswerAsync(http, route)));
        }

        endpoints.MapFallback("/api/{**path}", http =>
            Answers.Json(new { error = "404 Not Found" }, 404).ExecuteAsync(http));
        endpoints.MapFallback("/{**path}", http =>
            Answers.Text("This is the sandbox: it has GitLab's API and no pages.\n", 404).ExecuteAsync(http));
    }
}
