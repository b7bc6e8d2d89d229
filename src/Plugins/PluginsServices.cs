using GitAIOps.Plugins.Diagnosis;
using GitAIOps.Plugins.Help;
using GitAIOps.Plugins.Pipelines;
using GitAIOps.Plugins.Remediation;
using GitAIOps.Plugins.Rights;
using GitAIOps.Plugins.Targets;
using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins;

public static class PluginsServices
{
    /// <summary>Adds every capability. Needs <c>AddGitLab</c>, and a scope in which <c>CurrentTurn</c> was begun.</summary>
    public static IServiceCollection AddPlugins(this IServiceCollection services) =>
        services
            .AddRights()
            .AddTargets()
            .AddDiagnosis()
            .AddPipelines()
            .AddRemediation()
            .AddHelp();
}
