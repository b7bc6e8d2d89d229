using GitAIOps.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GitAIOps.Channels.Web;

/// <summary>What a page shows of one conversation.</summary>
/// <param name="Exchanges">Oldest first, each with the reply as shown last.</param>
/// <param name="Threads">The person's threads, newest first.</param>
public sealed record WebConversation(
    ConversationId Id, Persona Persona, IReadOnlyList<Exchange> Exchanges, IReadOnlyList<ThreadSummary> Threads)
{
    public string Address => $"/c/{Id.Thread}";

    public Person Person => new(WebChannel.ChannelName, Persona.Id, Persona.Name);

    public string Title =>
        Exchanges.Select(exchange => exchange.Delivery).OfType<InboundMessage>().FirstOrDefault()?.Text
        ?? "New conversation";
}

/// <summary>Reads conversations for pages. A person reaches only threads of the own room.</summary>
internal sealed class WebConversations(
    ITranscript transcript, WebStream stream, WebPersona persona, IOptions<WebOptions> options)
{
    public ConversationId Id(HttpContext context, string thread) =>
        new(WebChannel.ChannelName, "", persona.Of(context).Id, thread);

    public async Task<WebConversation> ReadAsync(
        HttpContext context, string thread, CancellationToken cancellationToken)
    {
        var id = Id(context, thread);
        var exchanges = await transcript.ReadAsync(id, options.Value.MostExchanges, cancellationToken);
        var threads = await transcript.ThreadsAsync(id.Channel, id.Room, options.Value.MostThreads, cancellationToken);
        return new(id, persona.Of(context), [.. exchanges.Select(Freshen)], threads);
    }

    private Exchange Freshen(Exchange exchange) =>
        stream.Latest(exchange.Delivery.Conversation, exchange.Marker) is { } latest
            ? exchange with { Reply = latest }
            : exchange;
}
