using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Diagnosis;

internal static class DiagnosisServices
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services) =>
        services
            .AddKernelPlugin<DiagnosisPlugin>(
                "Diagnosis",
                new(
                    "Diagnosis-diagnose_pipeline",
                    "say why a pipeline failed, with the lines that prove it",
                    "why did pipeline 42 fail?"),
                new("Diagnosis-diagnose_job", "say why one job failed", "what's wrong with the unit-tests job?"))
            .AddScoped<JobDiagnosis>()
            .AddScoped<DownstreamFinder>();
}
