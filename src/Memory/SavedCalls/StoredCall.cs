using GitAIOps.Turns;

namespace GitAIOps.Memory.SavedCalls;

/// <summary>A saved call as it is kept.</summary>
/// <param name="PressedIn">The conversation of the press; the process that serves it follows the call.</param>
/// <param name="ClaimedFor">The delivery that won the claim, with its channel; the same delivery may take it up again after a crash.</param>
public sealed record StoredCall(SavedCall Call, ConversationId? PressedIn, string? ClaimedFor);
