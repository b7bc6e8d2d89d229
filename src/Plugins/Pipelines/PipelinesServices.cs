using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Pipelines;

internal static class PipelinesServices
{
    public static IServiceCollection AddPipelines(this IServiceCollection services) =>
        services
            .AddKernelPlugin<PipelinesPlugin>(
                "Pipelines",
                new("Pipelines-status", "say how a pipeline or a branch stands", "is main green?"),
                new("Pipelines-list", "list pipelines", "which pipelines failed today?"),
                new("Pipelines-log", "show a job's log", "show me the log of job 815"))
            .AddScoped<PipelineSearch>()
            .AddScoped<LogReader>();
}
