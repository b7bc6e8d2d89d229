using GitAIOps.Memory.Messages;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Approval;

/// <summary>What stands below an answer about its saved calls: the confirmation, then what became of it.</summary>
internal sealed class CallTail(string marker, ConversationId conversation, DateTimeOffset now)
{
    private readonly List<Block> _blocks = [];
    private readonly List<StoredButton> _buttons = [];
    private readonly HashSet<string> _pressed = [];
    private bool _asks;
    private bool _isFollowed;

    /// <summary>The new buttons of this tail.</summary>
    public IReadOnlyList<StoredButton> Buttons => _buttons;

    /// <param name="token">The answer's button that brought the call up; it gives way to the call.</param>
    public void Add(SavedCall call, string? token)
    {
        if (token is not null)
            _pressed.Add(token);
        if (call.State != SavedCallState.Offered)
            AddOutcome(call);
        else if (call.ExpiresAt <= now)
            _blocks.Add(new Block.Text("This offer has expired; nothing was done. Ask again for a new one."));
        else
            AddConfirmation(call);
    }

    public Reply Below(Reply answer) =>
        answer switch
        {
            Reply.Said said when _asks => new Reply.Asked(Below(said.Blocks)),
            Reply.Said said => said with { Blocks = Below(said.Blocks), IsFollowed = _isFollowed },
            Reply.Asked asked => asked with { Blocks = Below(asked.Blocks) },
            _ => answer,
        };

    private List<Block> Below(IReadOnlyList<Block> answer)
    {
        var blocks = new List<Block>();
        foreach (var block in answer)
        {
            if (block is not Block.Actions actions)
                blocks.Add(block);
            else if (actions.Buttons.Where(button => !_pressed.Contains(button.Token)).ToList() is { Count: > 0 } left)
                blocks.Add(new Block.Actions(left));
        }

        return [.. blocks, .. _blocks];
    }

    private void AddConfirmation(SavedCall call)
    {
        _asks = true;
        var preview = call.Proposal.Preview;
        _blocks.Add(new Block.Title(preview.Title, preview.Tone));
        _blocks.AddRange(preview.Blocks);
        _blocks.Add(new Block.Actions(
        [
            Make(new Choice.Confirm(call.Id), call.Proposal.ConfirmLabel, ButtonStyle.Primary),
            Make(new Choice.Dismiss(call.Id), "Not now", ButtonStyle.Plain),
        ]));
    }

    private void AddOutcome(SavedCall call)
    {
        _isFollowed |= call.State < SavedCallState.Done;
        _blocks.Add(new Block.Title(OutcomeTitle(call), call.Outcome?.Tone ?? Tone.Neutral));
        _blocks.Add(new Block.Text(call.Outcome?.Sentence ?? Unfinished(call)));
        if (call.PressedBy is { } presser)
            _blocks.Add(new Block.Text($"Confirmed by {Markdown.Escape(presser.Name)}."));
    }

    private static string Unfinished(SavedCall call) =>
        call.State == SavedCallState.Intent
            ? "Sent to GitLab; I am looking for what it made of it."
            : "On its way to GitLab.";

    private static string OutcomeTitle(SavedCall call) =>
        call.State switch
        {
            SavedCallState.Failed => $"{call.Proposal.ConfirmLabel}: did not happen",
            SavedCallState.Expired => $"{call.Proposal.ConfirmLabel}: no longer offered",
            SavedCallState.Refused => $"{call.Proposal.ConfirmLabel}: refused",
            SavedCallState.Done => $"{call.Proposal.ConfirmLabel}: done",
            _ => $"{call.Proposal.ConfirmLabel}: under way",
        };

    private Button Make(Choice choice, string label, ButtonStyle style)
    {
        var (button, stored) = choice.MakeButton(label, style, marker, conversation);
        _buttons.Add(stored);
        return button;
    }
}
