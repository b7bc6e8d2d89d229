using Microsoft.Extensions.DependencyInjection;

namespace GitAIOps.Plugins.Help;

public static class HelpServices
{
    /// <summary>Adds the help. Every capability adds its own <see cref="HelpTopic"/>s beside its plugin.</summary>
    public static IServiceCollection AddHelp(this IServiceCollection services) => services
        .AddScoped<HelpPlugin>()
        .AddSingleton(new HelpTopic("Agent-help", "say what can be asked", "what can you do?"));
}
