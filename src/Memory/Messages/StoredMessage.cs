using GitAIOps.Turns;

namespace GitAIOps.Memory.Messages;

/// <summary>A living message as it is kept.</summary>
/// <param name="Answer">What was answered, without what became of its buttons.</param>
/// <param name="Reply">What the platform is to show now.</param>
/// <param name="Calls">The saved calls shown below the answer.</param>
/// <param name="Revision">Rises with every change.</param>
public sealed record StoredMessage(
    string Marker,
    ConversationId Conversation,
    string? PlatformId,
    Reply Answer,
    Reply Reply,
    IReadOnlyList<MessageCall> Calls,
    int Revision);

/// <summary>A saved call that a message shows.</summary>
/// <param name="Token">The answer's button that brought it up; null when it was asked for in words.</param>
public sealed record MessageCall(string SavedCall, string? Token);

/// <summary>What is to be kept of a message; replaces what was kept before.</summary>
/// <param name="Buttons">The new buttons among those that the reply shows.</param>
/// <param name="Finishes">The exchange that is answered by this; null when its turn goes on.</param>
public sealed record MessageDraft(
    string Marker,
    ConversationId Conversation,
    Reply Answer,
    Reply Reply,
    IReadOnlyList<MessageCall> Calls,
    IReadOnlyList<StoredButton> Buttons,
    long? Finishes);

/// <summary>What a button's token stands for.</summary>
/// <param name="Choice">The agent's own JSON.</param>
public sealed record StoredButton(string Token, string Marker, ConversationId Conversation, string Choice);
