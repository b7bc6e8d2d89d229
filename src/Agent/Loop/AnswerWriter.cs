using GitAIOps.Agent.Approval;
using GitAIOps.Agent.Living;
using GitAIOps.Memory.Messages;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Loop;

/// <summary>Makes one answer of what the functions came to: cards with their offers as buttons, proposals as saved calls.</summary>
internal sealed class AnswerWriter(ProposedCalls proposed)
{
    public async Task<Answer> WriteAsync(
        string marker,
        Delivery delivery,
        string text,
        IReadOnlyList<FunctionOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        var failures = outcomes.OfType<FunctionOutcome.Failed>().ToList();
        if (failures.Count > 0 && failures.Count == outcomes.Count)
            return Answer.Of(new Reply.Failed(string.Join("\n\n", failures.Select(failure => failure.Sentence))));
        var blocks = new List<Block>();
        var buttons = new List<StoredButton>();
        var calls = new List<MessageCall>();
        if (text.Length > 0)
            blocks.Add(new Block.Text(text));
        foreach (var outcome in outcomes)
        {
            switch (outcome)
            {
                case FunctionOutcome.Found found:
                    AddCard(found.Finding.Card(), marker, delivery.Conversation, blocks, buttons);
                    break;
                case FunctionOutcome.Proposed asked:
                    calls.Add(new(await proposed.OfferAsync(asked.Proposal, delivery.From, cancellationToken), null));
                    break;
                case FunctionOutcome.Failed failed:
                    blocks.Add(new Block.Text(failed.Sentence));
                    break;
            }
        }

        return new(new Reply.Said(blocks), calls, buttons);
    }

    private static void AddCard(
        Card card, string marker, ConversationId conversation, List<Block> blocks, List<StoredButton> buttons)
    {
        blocks.Add(new Block.Title(card.Title, card.Tone));
        blocks.AddRange(card.Blocks);
        if (card.Offers.Count == 0)
            return;
        var row = new List<Button>();
        foreach (var offer in card.Offers)
        {
            var (button, stored) = new Choice.Ask(offer.Label, offer.Function, offer.Arguments)
                .MakeButton(offer.Label, offer.Style, marker, conversation);
            row.Add(button);
            buttons.Add(stored);
        }

        blocks.Add(new Block.Actions(row));
    }
}
