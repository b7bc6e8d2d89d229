using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Remediation;

internal static class RemediationServices
{
    public static IServiceCollection AddRemediation(this IServiceCollection services) =>
        services
            .AddKernelPlugin<RemediationPlugin>("Remediation")
            .AddScoped<RetriedJobs>()
            .AddScoped<IEffect, RetryEffect>();
}
