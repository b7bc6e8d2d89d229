using GitAIOps.Channels.Web.Pages;
using GitAIOps.Turns;

namespace GitAIOps.Channels.Web;

/// <summary>Shows replies on every page that has the conversation open.</summary>
internal sealed class WebChannel(WebStream stream, WebRenderer renderer) : IChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public async Task<string> ShowAsync(LivingMessage message, Reply reply, CancellationToken cancellationToken)
    {
        // Remembered first: a page that starts watching in between reads the remembered state.
        stream.Remember(message.Conversation, message.Marker, reply);
        if (stream.IsWatched(message.Conversation))
        {
            var html = await renderer.RenderAsync<ReplyView>(new()
            {
                [nameof(ReplyView.Marker)] = message.Marker,
                [nameof(ReplyView.Reply)] = reply,
            });
            stream.Publish(message.Conversation, WebStream.Reply, html);
        }

        return message.Marker;
    }
}
