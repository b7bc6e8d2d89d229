using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Help;

public static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services) =>
        services.AddKernelPlugin<HelpPlugin>(
            HelpPlugin.Name, new HelpTopic("Agent-help", "say what can be asked", "what can you do?"));
}
