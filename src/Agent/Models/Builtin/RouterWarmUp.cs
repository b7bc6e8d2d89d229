using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GitAIOps.Agent.Models.Builtin;

/// <summary>Opens the router while the rest starts, so that the first question does not wait for it.</summary>
internal sealed class RouterWarmUp(IServiceProvider provider) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        provider.GetRequiredService<Router>().Route("why did pipeline 42 fail?", Focus.Nothing);
        return Task.CompletedTask;
    }
}
