using GitAIOps.Turns;

namespace GitAIOps.Channels.Terminal;

/// <summary>Puts what was typed into the inbox, and knows which of it still waits for an answer.</summary>
internal sealed class TerminalDeliveries(
    TerminalSeat seat, TerminalScreen screen, IInbox inbox, ITranscript transcript, TimeProvider time)
    : IDisposable
{
    private const int MostReplayed = 50;

    public TerminalPending Pending { get; } = new();

    public TerminalFollowing Following { get; } = new(time);

    /// <summary>Whether something still comes: an answer, or what became of a change.</summary>
    public bool IsAwaited => Pending.Any || Following.Any;

    /// <summary>A line, as it was typed now.</summary>
    public InboundMessage Message(string text) =>
        new(NewId(), seat.Conversation, seat.Person, time.GetUtcNow(), text, seat.Project);

    /// <summary>
    /// Shows the unanswered tail of the conversation: its answers come now, or came before anyone looked.
    /// </summary>
    public async Task ReplayAsync(CancellationToken cancellationToken)
    {
        var exchanges = await transcript.ReadAsync(seat.Conversation, MostReplayed, cancellationToken);
        foreach (var exchange in exchanges)
        {
            if (exchange.Reply is { IsFinal: true } && !screen.WasShown(exchange.Marker))
                continue;
            if (exchange.Delivery is not InboundMessage { IsStop: false } message)
                continue;
            screen.Say($"> {message.Text}");
            Wait(Pending.Add(exchange.Marker), exchange.Marker);
        }

        screen.Open();
    }

    public async Task SayAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        await inbox.AcceptAsync(message, cancellationToken);
        if (!message.IsStop && await MarkerAsync(message, cancellationToken) is { } marker)
            Wait(Pending.Add(marker), marker);
    }

    public async Task PressAsync(string marker, Button button, CancellationToken cancellationToken)
    {
        // The press edits its card, or is answered apart; what comes first is the answer.
        var waiting = Pending.Add(marker);
        var press = new Decision(NewId(), seat.Conversation, seat.Person, time.GetUtcNow(), button.Token);
        await inbox.AcceptAsync(press, cancellationToken);
        if (await MarkerAsync(press, cancellationToken) is { } own)
            Wait(waiting, own);
    }

    /// <summary>A reply that ends its turn was printed.</summary>
    public void Answered(string marker, Reply reply)
    {
        // Followed first, so that at no moment nothing seems to be awaited.
        Following.Take(marker, reply is Reply.Said { IsFollowed: true });
        Pending.Answered(marker);
    }

    public void Dispose() => Following.Dispose();

    private void Wait(HashSet<string> waiting, string marker)
    {
        Pending.Widen(waiting, marker);
        if (screen.IsFinal(marker))
            Pending.Answered(marker);
    }

    private async Task<string?> MarkerAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var exchanges = await transcript.ReadAsync(seat.Conversation, MostReplayed, cancellationToken);
        return exchanges.FirstOrDefault(known => known.Delivery.DeliveryId == delivery.DeliveryId)?.Marker;
    }

    private static string NewId() => $"terminal:{Guid.NewGuid():D}";
}
