using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.Store;
using GitAIOps.Turns;
using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.Messages;

/// <summary>The living messages and their buttons.</summary>
public sealed class MessageStore
{
    private readonly Database _database;
    private readonly Writer _writer;
    private readonly TimeProvider _clock;

    internal MessageStore(Database database, Writer writer, TimeProvider clock) =>
        (_database, _writer, _clock) = (database, writer, clock);

    /// <summary>Null when no such message was ever kept.</summary>
    public async Task<StoredMessage?> FindAsync(string marker, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var row = await context.Messages.FirstOrDefaultAsync(message => message.Marker == marker, cancellationToken);
        return row is null ? null : Stored(row, await CallsAsync(context, marker, cancellationToken));
    }

    /// <summary>Keeps a message, its buttons and the end of its turn in one transaction. It counts as not shown until <see cref="ShownAsync"/>.</summary>
    public Task<StoredMessage> SaveAsync(MessageDraft draft, CancellationToken cancellationToken) =>
        _writer.WriteAsync(context => Save(context, draft), cancellationToken);

    /// <summary>The platform shows this revision now.</summary>
    public Task ShownAsync(string marker, int revision, string platformId, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context =>
            {
                context.Messages
                    .Where(row => row.Marker == marker && row.PlatformId == null)
                    .ExecuteUpdate(set => set.SetProperty(row => row.PlatformId, platformId));
                context.Messages
                    .Where(row => row.Marker == marker && row.Revision == revision)
                    .ExecuteUpdate(set => set.SetProperty(row => row.IsShown, true));
            },
            cancellationToken);

    /// <summary>Messages of a channel that the platform does not show as they are kept.</summary>
    public async Task<IReadOnlyList<StoredMessage>> UnshownAsync(string channel, CancellationToken cancellationToken)
    {
        var prefix = channel + "/";
        await using var context = _database.Read();
        var rows = await context.Messages
            .Where(row => !row.IsShown && row.Conversation.StartsWith(prefix))
            .ToListAsync(cancellationToken);
        var unshown = new List<StoredMessage>(rows.Count);
        foreach (var row in rows)
            unshown.Add(Stored(row, await CallsAsync(context, row.Marker, cancellationToken)));
        return unshown;
    }

    /// <summary>The messages that show a saved call.</summary>
    public async Task<IReadOnlyList<string>> ShowingAsync(string savedCall, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        return await context.MessageCalls
            .Where(call => call.SavedCall == savedCall)
            .Select(call => call.Marker)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when the token was never given out.</summary>
    public async Task<StoredButton?> FindButtonAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var row = await context.Buttons.FirstOrDefaultAsync(button => button.Token == token, cancellationToken);
        return row is null
            ? null
            : new(row.Token, row.Marker, ConversationId.Parse(row.Conversation), row.Choice);
    }

    private StoredMessage Save(MemoryContext context, MessageDraft draft)
    {
        var row = context.Messages.Find(draft.Marker);
        if (row is null)
        {
            row = new()
            {
                Marker = draft.Marker,
                Conversation = draft.Conversation.ToString(),
                Answer = "",
                Reply = "",
            };
            context.Messages.Add(row);
        }

        row.Answer = Json.Write(draft.Answer);
        row.Reply = Json.Write(draft.Reply);
        row.Revision++;
        row.IsShown = false;
        SaveCalls(context, draft);
        context.Buttons.AddRange(draft.Buttons.Select(Row));
        if (draft.Finishes is { } sequence)
            ExchangeStore.Finish(context, sequence);
        return Stored(row, draft.Calls);
    }

    private static void SaveCalls(MemoryContext context, MessageDraft draft)
    {
        var known = context.MessageCalls.Where(call => call.Marker == draft.Marker).ToList();
        context.MessageCalls.RemoveRange(known);
        foreach (var call in draft.Calls)
        {
            var row = known.Find(other => other.SavedCall == call.SavedCall);
            if (row is null)
                context.MessageCalls.Add(new() { Marker = draft.Marker, SavedCall = call.SavedCall, Token = call.Token });
            else
                context.Entry(row).State = EntityState.Unchanged;
        }
    }

    private ButtonRow Row(StoredButton button) =>
        new()
        {
            Token = button.Token,
            Marker = button.Marker,
            Conversation = button.Conversation.ToString(),
            Choice = button.Choice,
            MadeAt = _clock.GetUtcNow().UtcTicks,
        };

    private static async Task<IReadOnlyList<MessageCall>> CallsAsync(
        MemoryContext context, string marker, CancellationToken cancellationToken) =>
        await context.MessageCalls
            .Where(call => call.Marker == marker)
            .Select(call => new MessageCall(call.SavedCall, call.Token))
            .ToListAsync(cancellationToken);

    private static StoredMessage Stored(MessageRow row, IReadOnlyList<MessageCall> calls) =>
        new(
            row.Marker,
            ConversationId.Parse(row.Conversation),
            row.PlatformId,
            Json.Read<Reply>(row.Answer),
            Json.Read<Reply>(row.Reply),
            calls,
            row.Revision);
}
