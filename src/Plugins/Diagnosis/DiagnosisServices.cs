using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Diagnosis;

internal static class DiagnosisServices
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services) =>
        services.AddKernelPlugin<DiagnosisPlugin>("Diagnosis").AddScoped<JobDiagnosis>().AddScoped<DownstreamFinder>();
}
