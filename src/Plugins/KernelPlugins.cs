using GitAIOps.Plugins.Help;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins;

internal static class KernelPlugins
{
    /// <summary>Adds a plugin and tells the agent, and the help, of it.</summary>
    /// <param name="name">The part before the dash in <c>Pipelines-status</c>.</param>
    /// <param name="topics">One a function.</param>
    public static IServiceCollection AddKernelPlugin<TPlugin>(
        this IServiceCollection services, string name, params HelpTopic[] topics)
        where TPlugin : class
    {
        foreach (var topic in topics)
            services.AddSingleton(topic);
        return services.AddScoped<TPlugin>().AddSingleton(new PluginType(name, typeof(TPlugin)));
    }
}
