using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins;

internal static class KernelPlugins
{
    /// <summary>Adds a plugin and tells the agent of it.</summary>
    /// <param name="name">The part before the dash in <c>Pipelines-status</c>.</param>
    public static IServiceCollection AddKernelPlugin<TPlugin>(this IServiceCollection services, string name)
        where TPlugin : class =>
        services.AddScoped<TPlugin>().AddSingleton(new PluginType(name, typeof(TPlugin)));
}
