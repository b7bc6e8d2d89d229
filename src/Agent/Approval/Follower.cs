using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<string, DateTimeOffset> _nextLook = [];

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
        var open = (await calls.PostedAsync(cancellationToken))
            .Concat(await calls.OrphansAsync(cancellationToken))
            .Where(stored => stored.PressedIn is { } room && channels.Any(channel => channel.Serves(room)))
            .Select(stored => stored.Call)
            .Where(call => _nextLook.GetValueOrDefault(call.Id) <= now)
            .ToList();
        // One that GitLab keeps waiting must not hold up the others.
        await Parallel.ForEachAsync(
            open,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (call, token) => await LookAtAsync(call, now, token));
    }

    private async Task LookAtAsync(SavedCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            // A job of seconds is followed closely, one of an hour by the minute.
            var since = now - (call.IntentAt ?? now);
            _nextLook[call.Id] = now + TimeSpan.FromSeconds(Math.Clamp(since.TotalSeconds / 10, 1, Longest.TotalSeconds));
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTurn>().Begin(call.PressedBy!, Focus.Nothing);
            var hasMoved = call.State == SavedCallState.Posted
                ? await FollowAsync(scope.ServiceProvider, call, since, cancellationToken)
                : await scope.ServiceProvider.GetRequiredService<Intents>().AdoptAsync(call, cancellationToken);
            if (hasMoved)
                await messages.RefreshAsync(call.Id, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            LogFollowFailed(call.Id, failure);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogLookFailed(exception);
        }
    }

    private async Task<bool> FollowAsync(
        IServiceProvider scope, SavedCall call, TimeSpan since, CancellationToken cancellationToken)
    {
        var outcome = since > Patience
            ? call.Outcome! with { IsFinal = true, Sentence = call.Outcome.Sentence + " I have stopped watching it." }
            : await Effects.Of(scope.GetServices<IEffect>(), call).FollowAsync(call, call.Outcome!, cancellationToken);
        if (outcome.Sentence == call.Outcome?.Sentence && !outcome.IsFinal)
            return false;
        await calls.PostedAsync(call.Id, outcome, cancellationToken);
        if (outcome.IsFinal)
            _nextLook.TryRemove(call.Id, out _);
        return true;
    }

    [LoggerMessage(151, LogLevel.Error, "Failed to follow saved calls; looking again at the next tick")]
    private partial void LogLookFailed(Exception exception);

    [LoggerMessage(152, LogLevel.Debug, "Could not learn what became of the saved call {Id}; looking again later")]
    private partial void LogFollowFailed(string id, Exception exception);
}
