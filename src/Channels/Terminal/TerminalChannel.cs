using GitAIOps.Turns;

namespace GitAIOps.Channels.Terminal;

/// <summary>Prints replies of the seat's own thread.</summary>
internal sealed class TerminalChannel(TerminalSeat seat, TerminalScreen screen) : IChannel
{
    public const string ChannelName = "terminal";

    public string Name => ChannelName;

    public bool Serves(ConversationId conversation) => conversation == seat.Conversation;

    public Task<string> ShowAsync(LivingMessage message, Reply reply, CancellationToken cancellationToken)
    {
        screen.Show(message.Marker, reply);
        return Task.FromResult(message.Marker);
    }
}
