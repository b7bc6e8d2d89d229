using System.Threading.Channels;
using GitAIOps.Turns;

namespace GitAIOps.Tests.Channels;

/// <summary>
/// An agent whose every step the test takes: it keeps what was accepted and shows what it is told to show.
/// </summary>
public sealed class FakeAgent : IInbox, ITranscript
{
    private readonly List<Exchange> _exchanges = [];
    private readonly Lock _lock = new();
    private readonly Channel<Exchange> _accepted = Channel.CreateUnbounded<Exchange>();

    /// <summary>Where replies are shown; set once the channel under test exists.</summary>
    public IChannel? ShownOn { get; set; }

    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_lock)
                return [.. _exchanges];
        }
    }

    public Task<bool> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Exchange exchange;
        lock (_lock)
        {
            if (_exchanges.Exists(known => known.Delivery.DeliveryId == delivery.DeliveryId))
                return Task.FromResult(false);
            exchange = new(delivery, $"reply-{_exchanges.Count + 1}", null);
            _exchanges.Add(exchange);
        }

        _accepted.Writer.TryWrite(exchange);
        return Task.FromResult(true);
    }

    /// <summary>The next delivery that was accepted.</summary>
    public async Task<Exchange> NextAsync(CancellationToken cancellationToken) =>
        await _accepted.Reader.ReadAsync(cancellationToken);

    /// <summary>Shows a reply where the exchange's own stands.</summary>
    public async Task ShowAsync(Exchange exchange, Reply reply, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var at = _exchanges.FindIndex(known => known.Marker == exchange.Marker);
            _exchanges[at] = _exchanges[at] with { Reply = reply };
        }

        if (ShownOn is { } channel)
            await channel.ShowAsync(
                new(exchange.Delivery.Conversation, exchange.Marker, null), reply, cancellationToken);
    }

    public Task<IReadOnlyList<Exchange>> ReadAsync(
        ConversationId conversation, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Exchange>>(
            [.. Exchanges.Where(exchange => exchange.Delivery.Conversation == conversation).TakeLast(most)]);

    public Task<IReadOnlyList<ThreadSummary>> ThreadsAsync(
        string channel, string room, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ThreadSummary>>(
            [.. Exchanges.Select(exchange => exchange.Delivery).OfType<InboundMessage>()
                .Where(message => message.Conversation.Channel == channel && message.Conversation.Room == room)
                .GroupBy(message => message.Conversation)
                .Select(thread => new ThreadSummary(thread.Key, thread.First().Text, thread.Last().At))
                .OrderByDescending(thread => thread.LastAt)
                .Take(most)]);
}
