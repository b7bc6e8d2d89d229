using GitAIOps.Agent.Approval;
using GitAIOps.Agent.Living;
using GitAIOps.Agent.Loop;
using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.SavedCalls;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GitAIOps.Agent.Conversations;

/// <summary>One turn from its delivery to its final answer, in a scope of its own.</summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes,
    ExchangeStore exchanges,
    SavedCallStore calls,
    LivingMessages messages,
    IOptions<AgentOptions> options,
    TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    private const int MostAttempts = 3;

    private const string CutOff =
        "I began this three times and was cut off each time, so I leave it. Please ask again, perhaps for less at once.";

    /// <param name="stopped">The person said "stop".</param>
    /// <param name="cancellationToken">The process ends; the turn is left for the next start.</param>
    /// <returns>What the conversation is about afterwards, and whether "stop" cut the turn short.</returns>
    public async Task<(Focus Focus, bool WasStopped)> RunAsync(
        StoredExchange exchange, Focus focus, CancellationToken stopped, CancellationToken cancellationToken)
    {
        if (exchange.Attempts >= MostAttempts)
        {
            await messages.AnswerAsync(exchange, Answer.Of(new Reply.Failed(CutOff)), cancellationToken);
            return (focus, false);
        }

        await exchanges.BeginAsync(exchange.Sequence, cancellationToken);
        return await TakeAsync(exchange, focus, stopped, cancellationToken);
    }

    /// <summary>Whether a press of this delivery may already have changed GitLab; then it has to come to its own end.</summary>
    public async Task<bool> HasBegunToChangeAsync(StoredExchange exchange, CancellationToken cancellationToken) =>
        exchange.Delivery is Decision press && await calls.HoldsClaimAsync(press, cancellationToken);

    private async Task<(Focus Focus, bool WasStopped)> TakeAsync(
        StoredExchange exchange, Focus focus, CancellationToken stopped, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var wasStopped = false;
        using var limit = new CancellationTokenSource(options.Value.TurnLimit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopped, limit.Token, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<CurrentTurn>();
        turn.Begin(
            exchange.Delivery.From,
            Said(exchange.Delivery, focus),
            (doing, token) => messages.ReportAsync(exchange, doing, token));
        try
        {
            await TakeAsync(scope.ServiceProvider, exchange, linked.Token);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            wasStopped = stopped.IsCancellationRequested;
            await EndEarlyAsync(exchange, wasStopped, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            await messages.AnswerAsync(exchange, Answer.Of(new Reply.Failed(failure.Message)), cancellationToken);
        }
        catch (Exception exception)
        {
            LogTurnFailed(exchange.Sequence, exception);
            await messages.AnswerAsync(
                exchange,
                Answer.Of(new Reply.Failed($"Something went wrong on my side; it is logged as turn {exchange.Sequence}. Please ask again.")),
                cancellationToken);
        }

        LogTurn(exchange.Sequence, exchange.Delivery.GetType().Name, (long)clock.GetElapsedTime(began).TotalMilliseconds);
        return (turn.Focus, wasStopped);
    }

    /// <summary>Answers the bare word "stop".</summary>
    public Task AnswerStopAsync(StoredExchange exchange, bool stoppedSomething, CancellationToken cancellationToken) =>
        messages.AnswerAsync(
            exchange, Text(stoppedSomething ? "Stopped." : "Nothing was running here."), cancellationToken);

    /// <summary>Answers what was asked before a "stop" and never began.</summary>
    public Task AnswerStoppedAsync(StoredExchange exchange, CancellationToken cancellationToken) =>
        messages.AnswerAsync(exchange, Text("Stopped before it began, as asked."), cancellationToken);

    private async Task TakeAsync(IServiceProvider scope, StoredExchange exchange, CancellationToken cancellationToken)
    {
        switch (exchange.Delivery)
        {
            case InboundMessage message:
                await messages.BeginAsync(exchange, cancellationToken);
                var result = await scope.GetRequiredService<AgentLoop>().RunAsync(message, cancellationToken);
                var answer = await scope.GetRequiredService<AnswerWriter>()
                    .WriteAsync(exchange.Marker, message, result.Text, result.Outcomes, cancellationToken);
                await messages.AnswerAsync(exchange, answer, cancellationToken);
                break;
            case Decision press:
                await scope.GetRequiredService<Presses>().RunAsync(exchange, press, cancellationToken);
                break;
        }
    }

    private Task EndEarlyAsync(StoredExchange exchange, bool wasStopped, CancellationToken cancellationToken) =>
        messages.AnswerAsync(
            exchange,
            wasStopped
                ? Text("Stopped, as asked. Nothing was changed.")
                : Answer.Of(new Reply.Failed(
                    $"This took longer than {options.Value.TurnLimit.TotalSeconds:0} s, so I stopped. Ask for less at once, or look in GitLab.")),
            cancellationToken);

    private static Focus Said(Delivery delivery, Focus focus) =>
        delivery is InboundMessage { Project: { } project }
            ? focus.Then(Focus.Nothing with { Project = project })
            : focus;

    private static Answer Text(string markdown) => Answer.Of(new Reply.Said([new Block.Text(markdown)]));

    [LoggerMessage(161, LogLevel.Information, "Answered turn {Sequence} ({Kind}) in {Milliseconds} ms")]
    private partial void LogTurn(long sequence, string kind, long milliseconds);

    [LoggerMessage(162, LogLevel.Error, "Failed in turn {Sequence}")]
    private partial void LogTurnFailed(long sequence, Exception exception);
}
