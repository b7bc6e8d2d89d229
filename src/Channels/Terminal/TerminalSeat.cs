using GitAIOps.Turns;

namespace GitAIOps.Channels.Terminal;

/// <summary>Who sits at the terminal, and in which thread.</summary>
/// <param name="Slot">Names the thread; the same slot goes on with the same conversation.</param>
/// <param name="Project">The project that the talk is about; null where the words say it.</param>
public sealed record TerminalSeat(Persona Persona, string Slot, string? Project = null)
{
    public ConversationId Conversation => new(TerminalChannel.ChannelName, "", Persona.Id, Slot);

    public Person Person => new(TerminalChannel.ChannelName, Persona.Id, Persona.Name);
}
