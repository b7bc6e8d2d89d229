using GitAIOps.Plugins.Help;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Remediation;

internal static class RemediationServices
{
    public static IServiceCollection AddRemediation(this IServiceCollection services) =>
        services
            .AddKernelPlugin<RemediationPlugin>(
                "Remediation",
                new HelpTopic("Remediation-retry", "run failed jobs again, once you confirm", "retry the failed jobs"))
            .AddScoped<RetriedJobs>()
            .AddScoped<RetryRights>()
            .AddScoped<IEffect, RetryEffect>();
}
