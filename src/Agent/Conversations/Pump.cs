using GitAIOps.Agent.Living;
using GitAIOps.Memory.Exchanges;
using GitAIOps.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GitAIOps.Agent.Conversations;

/// <summary>Wakes conversations: at once for what was just accepted, and again and again for what a crash left in the inbox.</summary>
internal sealed partial class Pump(
    Inbox inbox,
    ExchangeStore exchanges,
    IEnumerable<IChannel> channels,
    LivingMessages messages,
    IGrainFactory grains,
    IOptions<AgentOptions> options,
    TimeProvider clock,
    ILogger<Pump> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(WakeFreshAsync(stoppingToken), SweepAsync(stoppingToken));

    private async Task WakeFreshAsync(CancellationToken cancellationToken)
    {
        await foreach (var delivery in inbox.FreshAsync(cancellationToken))
        {
            try
            {
                var grain = grains.GetGrain<IConversationGrain>(delivery.Conversation.ToString());
                if (delivery is InboundMessage { IsStop: true })
                    await grain.StopAsync();
                await grain.PokeAsync();
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The sweep finds it in the inbox.
                LogWakeFailed(exception);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.PumpInterval, clock);
        do
        {
            foreach (var channel in channels)
            {
                try
                {
                    foreach (var waiting in await exchanges.WaitingConversationsAsync(channel.Name, cancellationToken))
                    {
                        if (channel.Serves(waiting))
                            await grains.GetGrain<IConversationGrain>(waiting.ToString()).PokeAsync();
                    }

                    await messages.ShowUnshownAsync(channel, cancellationToken);
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    LogSweepFailed(channel.Name, exception);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    [LoggerMessage(111, LogLevel.Warning, "Left a fresh delivery to the next sweep")]
    private partial void LogWakeFailed(Exception exception);

    [LoggerMessage(112, LogLevel.Error, "Left the channel {Channel} to the next sweep")]
    private partial void LogSweepFailed(string channel, Exception exception);
}
