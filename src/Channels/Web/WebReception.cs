using GitAIOps.Turns;
using Microsoft.AspNetCore.Http;

namespace GitAIOps.Channels.Web;

/// <summary>Puts what a page sent into the inbox, once per delivery id.</summary>
internal sealed class WebReception(IInbox inbox, WebStream stream, WebPersona persona, TimeProvider time)
{
    /// <returns>Why it was not accepted, as a sentence; null when it was, now or before.</returns>
    public async Task<string?> AcceptAsync(
        HttpContext context, ConversationId conversation, Func<string, Person, DateTimeOffset, Delivery> deliver,
        CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (!Guid.TryParseExact(form["delivery"], "D", out var id))
            return "This form carries no delivery id; reload the page and send it again.";
        var who = persona.Of(context);
        // Another tab may have chosen somebody else since this page was shown.
        if (form["as"] != who.Id)
            return $"This browser acts as {who.Name} by now; reload the page and send it again.";
        var delivery = deliver($"web:{id:D}", new(WebChannel.ChannelName, who.Id, who.Name), time.GetUtcNow());
        if (await inbox.AcceptAsync(delivery, cancellationToken))
            stream.Publish(conversation, WebStream.Refetch);
        return null;
    }
}
