using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Targets;

internal static class TargetsServices
{
    public static IServiceCollection AddTargets(this IServiceCollection services) =>
        services.AddScoped<ProjectFinder>().AddScoped<PipelineFinder>().AddScoped<JobFinder>();
}
