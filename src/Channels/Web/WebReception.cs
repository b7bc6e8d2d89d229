using GitAIOps.Turns;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Channels.Web;

/// <summary>Puts what a page sent into the inbox, once per delivery id.</summary>
internal sealed class WebReception(IInbox inbox, WebStream stream, WebPersona persona, TimeProvider time)
{
    /// <returns>False when the form carries no delivery id of the page's making.</returns>
    public async Task<bool> AcceptAsync(
        HttpContext context, ConversationId conversation, Func<string, Person, DateTimeOffset, Delivery> deliver,
        CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (!Guid.TryParseExact(form["delivery"], "D", out var id))
            return false;
        var who = persona.Of(context);
        var delivery = deliver($"web:{id:D}", new(WebChannel.ChannelName, who.Id, who.Name), time.GetUtcNow());
        if (await inbox.AcceptAsync(delivery, cancellationToken))
            stream.Publish(conversation, WebStream.Refetch);
        return true;
    }
}
