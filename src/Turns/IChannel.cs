namespace GitAIOps.Turns;

/// <summary>A chat platform's way out. Its way in is <see cref="IInbox"/>.</summary>
public interface IChannel
{
    /// <summary>What <see cref="ConversationId.Channel"/> says for this platform.</summary>
    string Name { get; }

    /// <summary>Whether this process shows that conversation; a terminal serves its own thread only.</summary>
    bool Serves(ConversationId conversation) => conversation.Channel == Name;

    /// <summary>Shows a reply: edits the living message where it stands, else posts it.</summary>
    /// <returns>The platform's id of the message, kept for the next edit.</returns>
    Task<string> ShowAsync(LivingMessage message, Reply reply, CancellationToken cancellationToken);
}

/// <summary>One answer on a platform, edited from "working" to its end.</summary>
/// <param name="Conversation">Where it stands.</param>
/// <param name="Marker">Our own id of the answer, stable over restarts; lets a platform find a message posted before a crash.</param>
/// <param name="PlatformId">The platform's id; null before it was first shown.</param>
public sealed record LivingMessage(ConversationId Conversation, string Marker, string? PlatformId);
