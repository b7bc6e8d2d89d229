namespace GitAIOps.Turns;

/// <summary>What was said, for channels that show a conversation again: the page after a reload, the terminal after a restart.</summary>
public interface ITranscript
{
    /// <summary>The last <paramref name="most"/> exchanges of a conversation, oldest first.</summary>
    Task<IReadOnlyList<Exchange>> ReadAsync(ConversationId conversation, int most, CancellationToken cancellationToken);

    /// <summary>The latest threads of a room, newest first, each with its first message.</summary>
    Task<IReadOnlyList<ThreadSummary>> ThreadsAsync(
        string channel, string room, int most, CancellationToken cancellationToken);
}

/// <summary>A delivery and the living reply to it.</summary>
/// <param name="Delivery">What was accepted. A <see cref="Decision"/> edits an earlier reply and has none of its own.</param>
/// <param name="Marker">The reply's <see cref="LivingMessage.Marker"/>.</param>
/// <param name="Reply">As last shown; null until the turn begins.</param>
public sealed record Exchange(Delivery Delivery, string Marker, Reply? Reply);

/// <summary>A thread in a list of threads.</summary>
public sealed record ThreadSummary(ConversationId Conversation, string FirstText, DateTimeOffset LastAt);
