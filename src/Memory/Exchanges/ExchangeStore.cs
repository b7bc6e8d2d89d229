using GitAIOps.Memory.Store;
using GitAIOps.Turns;
using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.Exchanges;

/// <summary>The inbox's table: what was accepted, in order, and whether it was answered.</summary>
public sealed class ExchangeStore : ITranscript
{
    private readonly Database _database;
    private readonly Writer _writer;
    private readonly TimeProvider _clock;

    internal ExchangeStore(Database database, Writer writer, TimeProvider clock) =>
        (_database, _writer, _clock) = (database, writer, clock);

    /// <summary>Durable when it returns.</summary>
    /// <returns>False when this delivery id was accepted before.</returns>
    public Task<bool> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var row = new ExchangeRow
        {
            DeliveryId = Key(delivery),
            Channel = delivery.Conversation.Channel,
            Room = delivery.Conversation.Room,
            Conversation = delivery.Conversation.ToString(),
            Delivery = Json.Write(delivery),
            Marker = Guid.CreateVersion7().ToString("N"),
            AcceptedAt = _clock.GetUtcNow().UtcTicks,
        };
        return _writer.WriteAsync(
            context =>
            {
                if (context.Exchanges.Any(known => known.DeliveryId == row.DeliveryId))
                    return false;
                context.Exchanges.Add(row);
                return true;
            },
            cancellationToken);
    }

    /// <summary>What a conversation still has to answer, in order.</summary>
    public async Task<IReadOnlyList<StoredExchange>> WaitingAsync(
        ConversationId conversation, CancellationToken cancellationToken)
    {
        var key = conversation.ToString();
        await using var context = _database.Read();
        var rows = await context.Exchanges
            .Where(row => row.Conversation == key && !row.Done)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new StoredExchange(
            row.Sequence, Json.Read<Delivery>(row.Delivery), row.Marker, row.Attempts))];
    }

    /// <summary>The conversations of a channel that still have something to answer.</summary>
    public async Task<IReadOnlyList<ConversationId>> WaitingConversationsAsync(
        string channel, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var keys = await context.Exchanges
            .Where(row => !row.Done && row.Channel == channel)
            .Select(row => row.Conversation)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. keys.Select(ConversationId.Parse)];
    }

    /// <summary>Counts that a turn begins, so that one that ends the process does not end it for ever.</summary>
    public Task BeginAsync(long sequence, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context => context.Exchanges
                .Where(row => row.Sequence == sequence)
                .ExecuteUpdate(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1)),
            cancellationToken);

    /// <summary>Marks an exchange that needs no message of its own as answered.</summary>
    public Task FinishAsync(long sequence, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context => Finish(context, sequence),
            cancellationToken);

    public async Task<IReadOnlyList<Exchange>> ReadAsync(
        ConversationId conversation, int most, CancellationToken cancellationToken)
    {
        var key = conversation.ToString();
        await using var context = _database.Read();
        var rows = await context.Exchanges
            .Where(row => row.Conversation == key)
            .OrderByDescending(row => row.Sequence)
            .Take(most)
            .GroupJoin(context.Messages, row => row.Marker, message => message.Marker, (row, messages) => new { row, messages })
            .SelectMany(
                pair => pair.messages.DefaultIfEmpty(),
                (pair, message) => new { pair.row.Sequence, pair.row.Delivery, pair.row.Marker, message!.Reply })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Sequence).Select(row => new Exchange(
                Json.Read<Delivery>(row.Delivery), row.Marker, row.Reply is null ? null : Json.Read<Reply>(row.Reply))),
        ];
    }

    public async Task<IReadOnlyList<ThreadSummary>> ThreadsAsync(
        string channel, string room, int most, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var threads = await context.Exchanges
            .Where(row => row.Channel == channel && row.Room == room)
            .GroupBy(row => row.Conversation)
            .Select(group => new { First = group.Min(row => row.Sequence), Last = group.Max(row => row.Sequence) })
            .OrderByDescending(thread => thread.Last)
            .Take(most)
            .ToListAsync(cancellationToken);
        var firsts = threads.Select(thread => thread.First).ToList();
        var lasts = threads.Select(thread => thread.Last).ToList();
        var rows = await context.Exchanges
            .Where(row => firsts.Contains(row.Sequence) || lasts.Contains(row.Sequence))
            .ToDictionaryAsync(row => row.Sequence, cancellationToken);
        return [.. threads.Select(thread => Summary(rows[thread.First], rows[thread.Last]))];
    }

    /// <summary>Ids of deliveries are unique within their channel.</summary>
    internal static string Key(Delivery delivery) => $"{delivery.Conversation.Channel}:{delivery.DeliveryId}";

    internal static void Finish(MemoryContext context, long sequence) =>
        context.Exchanges
            .Where(row => row.Sequence == sequence)
            .ExecuteUpdate(set => set.SetProperty(row => row.Done, true));

    private static ThreadSummary Summary(ExchangeRow first, ExchangeRow last) =>
        new(
            ConversationId.Parse(first.Conversation),
            Json.Read<Delivery>(first.Delivery) is InboundMessage message ? message.Text : "",
            new DateTimeOffset(last.AcceptedAt, TimeSpan.Zero));
}
