using GitAIOps.Channels.Web;
using GitAIOps.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Tests.Channels;

/// <summary>The page on a free loopback port, with a <see cref="FakeAgent"/> behind it.</summary>
public sealed class PageServer : IAsyncDisposable
{
    public static Personas Sandbox { get; } = new(
    [
        new("ada", "Ada Park", "maintainer"),
        new("ben", "Ben Okafor", "developer"),
        new("guest", "Gus Vance", "unlinked"),
    ]);

    private readonly WebApplication _app;

    private PageServer(WebApplication app, FakeAgent agent) => (_app, Agent) = (app, agent);

    public FakeAgent Agent { get; }

    /// <summary>Without a slash at its end.</summary>
    public string Address => _app.Urls.First();

    public IServiceProvider Services => _app.Services;

    public static async Task<PageServer> StartAsync(
        Personas? personas = null, Action<WebOptions>? configure = null, TimeProvider? time = null,
        FakeAgent? agent = null, int port = 0)
    {
        agent ??= new FakeAgent();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton<IInbox>(agent).AddSingleton<ITranscript>(agent);
        builder.Services.AddSingleton(personas ?? Sandbox);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddWeb();
        builder.Services.Configure(configure ?? (static _ => { }));
        var app = builder.Build();
        app.MapWeb();
        agent.ShownOn = app.Services.GetRequiredService<IChannel>();
        await app.StartAsync();
        return new(app, agent);
    }

    /// <summary>Ends as on a signal, and waits for open requests however long they take.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
