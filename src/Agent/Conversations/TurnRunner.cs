using GitAIOps.Agent.Approval;
using GitAIOps.Agent.Living;
using GitAIOps.Agent.Loop;
using GitAIOps.Memory.Exchanges;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GitAIOps.Agent.Conversations;

/// <summary>One turn from its delivery to its final answer, in a scope of its own.</summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes,
    LivingMessages messages,
    IOptions<AgentOptions> options,
    TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    /// <param name="stopped">The person said "stop".</param>
    /// <param name="cancellationToken">The process ends; the turn is left for the next start.</param>
    /// <returns>What the conversation is about afterwards.</returns>
    public async Task<Focus> RunAsync(
        StoredExchange exchange, Focus focus, CancellationToken stopped, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
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
            await EndEarlyAsync(exchange, stopped.IsCancellationRequested, cancellationToken);
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
        return turn.Focus;
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
