using GitAIOps.Memory.Exchanges;
using GitAIOps.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GitAIOps.Agent.Conversations;

/// <summary>Runs the turns of one conversation one after another. Only its runner writes its state.</summary>
internal sealed partial class ConversationGrain(
    [PersistentState("conversation", GrainStorage.Name)] IPersistentState<ConversationState> state,
    ExchangeStore exchanges,
    TurnRunner turns,
    IHostApplicationLifetime process,
    ILogger<ConversationGrain> logger)
    : Grain, IConversationGrain
{
    private bool _running;
    private bool _poked;
    private bool _stopped;
    private IGrainTimer? _runner;
    private CancellationTokenSource? _turn;

    private ConversationId Conversation => ConversationId.Parse(this.GetPrimaryKeyString());

    public Task PokeAsync()
    {
        _poked = true;
        if (_running)
            return Task.CompletedTask;
        _running = true;
        _runner?.Dispose();
        _runner = this.RegisterGrainTimer(
            RunAsync,
            new GrainTimerCreationOptions
            {
                DueTime = TimeSpan.Zero,
                Period = Timeout.InfiniteTimeSpan,
                Interleave = true,
                KeepAlive = true,
            });
        return Task.CompletedTask;
    }

    public Task StopAsync() => _turn?.CancelAsync() ?? Task.CompletedTask;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        // The silo would wait for the turn; the turn is cut off instead and taken up after the restart.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, process.ApplicationStopping);
        try
        {
            while (_poked)
            {
                _poked = false;
                await DrainAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // What waits is in the inbox.
        }
        catch (Exception exception)
        {
            // The pump pokes again; nothing is lost, and a conversation that cannot be stored does not spin.
            LogRunnerFailed(exception);
        }
        finally
        {
            _running = false;
        }
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (await exchanges.WaitingAsync(Conversation, cancellationToken) is { Count: > 0 } waiting)
        {
            var next = waiting[0];
            if (next.Delivery is InboundMessage { IsStop: true })
            {
                await turns.AnswerStopAsync(next, _stopped, cancellationToken);
                _stopped = false;
            }
            else if (waiting.Any(exchange => exchange.Delivery is InboundMessage { IsStop: true })
                && !await turns.HasBegunToChangeAsync(next, cancellationToken))
            {
                await turns.AnswerStoppedAsync(next, cancellationToken);
                _stopped = true;
            }
            else
            {
                await RunTurnAsync(next, cancellationToken);
            }
        }
    }

    private async Task RunTurnAsync(StoredExchange next, CancellationToken cancellationToken)
    {
        using var turn = new CancellationTokenSource();
        _turn = turn;
        try
        {
            var focus = state.State.Focus;
            // A turn may compute for long; the grain's own scheduler stays free for Stop.
            var (after, wasStopped) = await Task.Run(
                () => turns.RunAsync(next, focus, turn.Token, cancellationToken), cancellationToken);
            _stopped |= wasStopped;
            if (after == focus)
                return;
            state.State.Focus = after;
            await state.WriteStateAsync(cancellationToken);
        }
        finally
        {
            _turn = null;
        }
    }

    [LoggerMessage(101, LogLevel.Error, "Stopped running a conversation's turns until the next poke")]
    private partial void LogRunnerFailed(Exception exception);
}
