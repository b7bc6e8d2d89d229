using GitAIOps.Turns;

namespace GitAIOps.Agent.Conversations;

/// <summary>What a conversation remembers between turns.</summary>
internal sealed class ConversationState
{
    public Focus Focus { get; set; } = Focus.Nothing;
}
