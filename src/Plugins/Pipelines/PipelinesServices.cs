using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Pipelines;

internal static class PipelinesServices
{
    public static IServiceCollection AddPipelines(this IServiceCollection services) =>
        services.AddKernelPlugin<PipelinesPlugin>("Pipelines").AddScoped<PipelineSearch>().AddScoped<LogReader>();
}
