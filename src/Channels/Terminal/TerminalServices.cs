using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spectre.Console;

namespace GitAIOps.Channels.Terminal;

/// <summary>Registers the terminal.</summary>
public static class TerminalServices
{
    /// <summary>Needs <see cref="IInbox"/> and <see cref="ITranscript"/> registered by the host.</summary>
    public static IServiceCollection AddTerminal(
        this IServiceCollection services, Func<IServiceProvider, TerminalSeat> seat)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(AnsiConsole.Console);
        services.AddSingleton(seat);
        services.AddSingleton<TerminalView>();
        services.AddSingleton<TerminalScreen>();
        services.AddSingleton<TerminalDeliveries>();
        services.AddSingleton(provider => new TerminalChat(
            provider.GetRequiredService<TerminalSeat>(), provider.GetRequiredService<TerminalScreen>(), provider.GetRequiredService<TerminalDeliveries>()));
        services.AddSingleton<IChannel, TerminalChannel>();
        return services;
    }
}
