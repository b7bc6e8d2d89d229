using System.CommandLine;
using System.Net;
using GitAIOps.Channels.Web;
using GitAIOps.Host.Hosting;
using GitAIOps.Memory;

namespace GitAIOps.Host.Commands;

/// <summary>The page, and the agent behind it.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port of the page.",
        DefaultValueFactory = _ => 5080,
    };

    private static readonly Option<string> Bind = new("--bind")
    {
        Description = "The address to listen on.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<bool> Sandbox = new("--sandbox")
    {
        Description = "The demo group, even where a GitLab is configured.",
    };

    private static readonly Option<string?> Data = new("--data") { Description = "The folder that keeps all state." };

    public static Command Create()
    {
        var command = new Command("serve", "Opens the page; with the demo group when no GitLab is configured.")
        {
            Port, Bind, Sandbox, Data,
        };
        command.SetAction(RunAsync);
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = Address(parsed.GetValue(Bind)!, parsed.GetValue(Port));
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddQuietLogging(LogLevel.Information);
        var wantsSandbox = GitLabSource.WantsSandbox(builder.Configuration, parsed.GetValue(Sandbox));
        var folder = ProductServices.OpenFolder(parsed.GetValue(Data), wantsSandbox, "page");
        using var held = folder.TryHold("serve")
            ?? throw new Refusal($"Another 'serve' keeps its state in '{folder.Path}'. Stop it, or name another folder with --data.");
        await using var gitLab = await GitLabSource.StartAsync(wantsSandbox, folder, cancellationToken);
        builder.AddProduct(folder, gitLab);
        builder.Services.AddWeb();
        builder.Services.Configure<WebOptions>(web =>
        {
            web.KeyFolder ??= folder.File("keys");
            if (wantsSandbox)
                web.Examples = ["why did pipeline 42 fail?", "is main green in shop/api?", "which pipelines failed today?"];
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address));

        await using var app = builder.Build();
        app.MapWeb();
        await app.Services.MigrateMemoryAsync(cancellationToken);
        await gitLab.ForgetEarlierAsync(app.Services, cancellationToken);
        await StartAsync(app, address, cancellationToken);
        Console.WriteLine(Greeting(app.Urls.First(), gitLab));
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static IPEndPoint Address(string bind, int port)
    {
        if (port is < 0 or > 65535)
            throw new Refusal($"--port {port} is not a port; use 1 to 65535.");
        var host = bind.Contains(':', StringComparison.Ordinal) && !bind.StartsWith('[') ? $"[{bind}]" : bind;
        if (WebBinding.Refuse($"http://{host}:{port}") is { } sentence)
            throw new Refusal(sentence);
        return new(IPAddress.TryParse(bind.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback, port);
    }

    private static async Task StartAsync(WebApplication app, IPEndPoint address, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new Refusal($"Port {address.Port} of {address.Address} is taken. Stop what uses it, or name another with --port.");
        }
    }

    private static string Greeting(string address, GitLabSource gitLab) =>
        gitLab.IsSandbox
            ? $"GitAIOps is up: {address} (demo group in a sandbox; set GITLAB__URL and GITLAB__TOKEN for your own GitLab)"
            : $"GitAIOps is up: {address}";
}
