using GitAIOps.Agent.Living;
using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Agent.Approval;

/// <summary>Watches what GitLab accepted until its end is known, and lets the living messages say it.</summary>
internal sealed partial class Follower(
    SavedCallStore calls,
    LivingMessages messages,
    IEnumerable<IChannel> channels,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<Follower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    private readonly Dictionary<string, DateTimeOffset> _nextLook = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogLookFailed(exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var stored in await calls.PostedAsync(cancellationToken))
        {
            var isOurs = stored.PressedIn is { } room && channels.Any(channel => channel.Serves(room));
            if (isOurs && _nextLook.GetValueOrDefault(stored.Call.Id) <= now)
                await FollowAsync(stored.Call, now, cancellationToken);
        }
    }

    private async Task FollowAsync(SavedCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - (call.IntentAt ?? now);
        // A job of seconds is followed closely, one of an hour by the minute.
        _nextLook[call.Id] = now + TimeSpan.FromSeconds(Math.Clamp(since.TotalSeconds / 10, 1, Longest.TotalSeconds));
        var outcome = since > Patience
            ? call.Outcome! with { IsFinal = true, Sentence = call.Outcome.Sentence + " I have stopped watching it." }
            : await AskAsync(call, cancellationToken);
        if (outcome is null || (outcome.Sentence == call.Outcome?.Sentence && !outcome.IsFinal))
            return;
        await calls.PostedAsync(call.Id, outcome, cancellationToken);
        await messages.RefreshAsync(call.Id, cancellationToken);
        if (outcome.IsFinal)
            _nextLook.Remove(call.Id);
    }

    private async Task<Outcome?> AskAsync(SavedCall call, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTurn>().Begin(call.PressedBy!, Focus.Nothing);
        var effect = scope.ServiceProvider.GetServices<IEffect>().First(effect => effect.Action == call.Proposal.Action);
        try
        {
            return await effect.FollowAsync(call, call.Outcome!, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            LogFollowFailed(call.Id, failure);
            return null;
        }
    }

    [LoggerMessage(151, LogLevel.Error, "Failed to follow saved calls; looking again at the next tick")]
    private partial void LogLookFailed(Exception exception);

    [LoggerMessage(152, LogLevel.Debug, "Could not learn what became of the saved call {Id}; looking again later")]
    private partial void LogFollowFailed(string id, Exception exception);
}
