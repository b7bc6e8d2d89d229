using System.Text.Json.Serialization;

namespace GitAIOps.Turns;

/// <summary>Something a platform handed over; once accepted it must be answered exactly once.</summary>
/// <param name="DeliveryId">Unique per delivery; the platform's own id where it has one. A repeated id is dropped.</param>
/// <param name="Conversation">The thread it belongs to.</param>
/// <param name="From">Who sent it.</param>
/// <param name="At">When the platform says it was sent.</param>
[JsonDerivedType(typeof(InboundMessage), "message")]
[JsonDerivedType(typeof(Decision), "decision")]
public abstract record Delivery(string DeliveryId, ConversationId Conversation, Person From, DateTimeOffset At);

/// <summary>A message that a person wrote.</summary>
/// <param name="Text">As typed, the mention of the agent removed.</param>
/// <param name="Project">The project path that the channel says this is about; null where the words must say it.</param>
public sealed record InboundMessage(
    string DeliveryId, ConversationId Conversation, Person From, DateTimeOffset At, string Text, string? Project = null)
    : Delivery(DeliveryId, Conversation, From, At)
{
    /// <summary>The bare word "stop": recognised before queueing, so that it overtakes what it stops.</summary>
    [JsonIgnore]
    public bool IsStop => Text.Trim().TrimEnd('.', '!').Equals("stop", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A press of a button.</summary>
/// <param name="Token">The pressed button's opaque token.</param>
public sealed record Decision(
    string DeliveryId, ConversationId Conversation, Person From, DateTimeOffset At, string Token)
    : Delivery(DeliveryId, Conversation, From, At);
