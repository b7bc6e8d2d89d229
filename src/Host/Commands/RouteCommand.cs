using System.CommandLine;
using GitAIOps.Agent.Models.Builtin;
using GitAIOps.Plugins;
using GitAIOps.Plugins.Help;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Host.Commands;

/// <summary><c>gitaiops route</c>: what the built-in model would do; opens the model and nothing else.</summary>
internal static class RouteCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "A request, or - for one request a line on standard input." };
        var command = new Command("route", "Says what the built-in model would do with a request.") { text };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var router = Router.Open();
            var document = new RouteDocument(Functions());
            if (parsed.GetValue(text) is { } request and not "-")
                Console.Out.WriteLine(document.Write(router.Route(request, Focus.Nothing)));
            else
                await RouteLinesAsync(router, document, cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RouteLinesAsync(Router router, RouteDocument document, CancellationToken cancellationToken)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            await output.WriteLineAsync(document.Write(router.Route(line, Focus.Nothing)).AsMemory(), cancellationToken);

            // Someone may wait for this answer before the next question.
            await output.FlushAsync(cancellationToken);
        }
    }

    private static HashSet<string> Functions() =>
        [.. new ServiceCollection().AddPlugins().Select(service => service.IsKeyedService ? null : service.ImplementationInstance)
            .OfType<HelpTopic>().Select(topic => topic.Function)];
}
