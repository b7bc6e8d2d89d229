using GitAIOps.Sandbox.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GitAIOps.Sandbox;

/// <summary>Serves a <see cref="SandboxWorld"/> on loopback as GitLab's REST API v4 would.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SandboxServer(WebApplication application, Uri address) => (_application, Address) = (application, address);

    /// <summary>Where the instance's root is; the API is below it in <c>api/v4/</c>.</summary>
    public Uri Address { get; }

    /// <summary>What is served, as in <c>GET /projects/:id/pipelines</c>.</summary>
    public static IReadOnlyList<string> Routes { get; } = [.. Http.Routes.All.Select(route => route.Words)];

    /// <param name="port">0 takes a free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxWorld world, int port = 0, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, LeaveSignals>();
        var application = builder.Build();
        application.UseRouting();
        application.MapSandbox(world);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await application.DisposeAsync();
            throw;
        }

        return new(application, new(application.Urls.Single() + "/"));
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that wait on a fault would hold an orderly stop up.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    // The default lifetime would take Ctrl+C and SIGTERM away from the process that the sandbox is a part of.
    private sealed class LeaveSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
