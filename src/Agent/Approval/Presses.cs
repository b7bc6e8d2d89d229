using GitAIOps.Agent.Living;
using GitAIOps.Agent.Loop;
using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.Messages;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;

namespace GitAIOps.Agent.Approval;

/// <summary>A turn that a button began.</summary>
internal sealed class Presses(
    MessageStore buttons,
    LivingMessages messages,
    TurnKernel kernel,
    AnswerWriter writer,
    ProposedCalls proposed,
    Confirmation confirmation)
{
    public async Task RunAsync(StoredExchange exchange, Decision press, CancellationToken cancellationToken)
    {
        var button = await buttons.FindButtonAsync(press.Token, cancellationToken);
        if (button is null)
            await ExplainAsync(exchange, "I don't know that button. Ask again and I will offer it anew.", cancellationToken);
        else if (button.Conversation != press.Conversation)
            await ExplainAsync(exchange, "That button belongs to another conversation; press it there, or ask here.", cancellationToken);
        else
            await ChooseAsync(exchange, press, button, cancellationToken);
    }

    private async Task ChooseAsync(
        StoredExchange exchange, Decision press, StoredButton button, CancellationToken cancellationToken)
    {
        switch (Choice.Read(button))
        {
            case Choice.Ask ask:
                await AskAsync(exchange, button, ask, cancellationToken);
                break;
            case Choice.Dismiss dismiss:
                await messages.ChangeAsync(
                    button.Marker,
                    hanging => [.. hanging.Where(call => call.SavedCall != dismiss.SavedCall)],
                    exchange.Sequence,
                    cancellationToken);
                break;
            case Choice.Confirm confirm:
                var explanation = await confirmation.PressAsync(confirm.SavedCall, press, cancellationToken);
                // What was done is told even when the turn was stopped meanwhile.
                await messages.RefreshAsync(confirm.SavedCall, CancellationToken.None);
                await FinishAsync(exchange, explanation, CancellationToken.None);
                break;
        }
    }

    private async Task AskAsync(
        StoredExchange exchange, StoredButton button, Choice.Ask ask, CancellationToken cancellationToken)
    {
        var name = ask.Function.Split('-', 2);
        if (name.Length != 2 || kernel.Find(name[0], name[1]) is not { } function)
        {
            await ExplainAsync(exchange, $"\"{Markdown.Escape(ask.Label)}\" is not there any more.", cancellationToken);
            return;
        }

        if (kernel.EffectOf(function) == Effect.Reads)
            await messages.BeginAsync(exchange, cancellationToken);
        var arguments = new KernelArguments(ask.Arguments.ToDictionary(pair => pair.Key, pair => (object?)pair.Value));
        var outcome = await kernel.InvokeAsync(function, arguments, cancellationToken);
        if (outcome is FunctionOutcome.Proposed offered)
        {
            var id = await proposed.OfferAsync(offered.Proposal, exchange.Delivery.From, cancellationToken);
            await messages.ChangeAsync(
                button.Marker,
                hanging => [.. hanging.Where(call => call.Token != button.Token && call.SavedCall != id), new(id, button.Token)],
                exchange.Sequence,
                cancellationToken);
            return;
        }

        var answer = await writer.WriteAsync(exchange.Marker, exchange.Delivery, "", [outcome], cancellationToken);
        await messages.AnswerAsync(exchange, answer, cancellationToken);
    }

    private Task FinishAsync(StoredExchange exchange, string? explanation, CancellationToken cancellationToken) =>
        explanation is null
            ? messages.FinishAsync(exchange, cancellationToken)
            : ExplainAsync(exchange, explanation, cancellationToken);

    private Task ExplainAsync(StoredExchange exchange, string sentence, CancellationToken cancellationToken) =>
        messages.AnswerAsync(exchange, Answer.Of(new Reply.Failed(sentence)), cancellationToken);
}
