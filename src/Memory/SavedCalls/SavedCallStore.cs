using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.Store;
using GitAIOps.Turns;
using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.SavedCalls;

/// <summary>Saved calls and their moves from state to state; every move is one atomic update.</summary>
public sealed class SavedCallStore
{
    private static readonly Outcome Replaced = new(
        "A newer offer took its place; nothing was done by this one.", Tone.Neutral, true, new Dictionary<string, string>());

    private readonly Database _database;
    private readonly Writer _writer;
    private readonly TimeProvider _clock;

    internal SavedCallStore(Database database, Writer writer, TimeProvider clock) =>
        (_database, _writer, _clock) = (database, writer, clock);

    /// <summary>The living call for the same project, target and action, if its pin is the same or it is under way; else a new one.</summary>
    /// <returns>The call, and the id of an older offer that it replaced.</returns>
    public Task<(StoredCall Call, string? Replaced)> OfferAsync(
        Proposal proposal, Person askedBy, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return _writer.WriteAsync<(StoredCall, string?)>(
            context =>
            {
                var key = string.Join('\n', proposal.Project, proposal.Target, proposal.Action);
                var living = context.SavedCalls.FirstOrDefault(row => row.ActiveKey == key);
                if (living is not null && IsStillGood(living, proposal, now))
                    return (Stored(living), null);
                if (living is not null)
                {
                    End(living, SavedCallState.Expired, Json.Write(Replaced));
                    context.SaveChanges();
                }

                var row = new SavedCallRow
                {
                    Id = Guid.CreateVersion7().ToString("N"),
                    ActiveKey = key,
                    State = (int)SavedCallState.Offered,
                    Proposal = Json.Write(proposal),
                    AskedBy = Json.Write(askedBy),
                    OfferedAt = now.UtcTicks,
                    ExpiresAt = (now + life).UtcTicks,
                };
                context.SavedCalls.Add(row);
                return (Stored(row), living?.Id);
            },
            cancellationToken);
    }

    public async Task<StoredCall?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var row = await context.SavedCalls.FirstOrDefaultAsync(call => call.Id == id, cancellationToken);
        return row is null ? null : Stored(row);
    }

    /// <summary>Offered -> Claimed, for one delivery of all that try.</summary>
    /// <returns>Whether this delivery holds the claim, now or from before.</returns>
    public async Task<bool> ClaimAsync(string id, Decision press, CancellationToken cancellationToken) =>
        await MoveAsync(
            id,
            row => Is(row, SavedCallState.Offered) || row.ClaimedFor == ExchangeStore.Key(press),
            row =>
            {
                if (!Is(row, SavedCallState.Offered))
                    return;
                row.State = (int)SavedCallState.Claimed;
                row.ClaimedFor = ExchangeStore.Key(press);
                row.PressedBy = Json.Write(press.From);
                row.PressedIn = press.Conversation.ToString();
            },
            cancellationToken) is not null;

    /// <summary>Whether a press has won a claim whose end is not known yet.</summary>
    public async Task<bool> HoldsClaimAsync(Decision press, CancellationToken cancellationToken)
    {
        var key = ExchangeStore.Key(press);
        await using var context = _database.Read();
        return await context.SavedCalls.AnyAsync(
            row => row.ClaimedFor == key && row.State < (int)SavedCallState.Posted, cancellationToken);
    }

    /// <summary>Claimed -> Intent, stored before anything is sent. An intent stays one, with its first time.</summary>
    /// <returns>Null when the call is in another state.</returns>
    public Task<StoredCall?> IntendAsync(string id, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow().UtcTicks;
        return MoveAsync(
            id,
            row => Is(row, SavedCallState.Claimed, SavedCallState.Intent),
            row =>
            {
                row.State = (int)SavedCallState.Intent;
                row.IntentAt ??= now;
            },
            cancellationToken);
    }

    /// <summary>Intent or Posted -> Posted, or Done when the outcome is final.</summary>
    /// <returns>Null when the call is in another state.</returns>
    public Task<StoredCall?> PostedAsync(string id, Outcome outcome, CancellationToken cancellationToken) =>
        MoveAsync(
            id,
            row => Is(row, SavedCallState.Intent, SavedCallState.Posted),
            row =>
            {
                row.State = (int)SavedCallState.Posted;
                row.Outcome = Json.Write(outcome);
                if (outcome.IsFinal)
                    End(row, SavedCallState.Done, row.Outcome);
            },
            cancellationToken);

    /// <summary>Offered, or claimed by this press -> Expired.</summary>
    /// <returns>Null when somebody else has claimed it.</returns>
    public Task<StoredCall?> ExpireAsync(
        string id, Decision press, Outcome outcome, CancellationToken cancellationToken) =>
        MoveAsync(
            id,
            row => Is(row, SavedCallState.Offered)
                || (Is(row, SavedCallState.Claimed) && row.ClaimedFor == ExchangeStore.Key(press)),
            row => End(row, SavedCallState.Expired, Json.Write(outcome)),
            cancellationToken);

    /// <summary>Claimed or Intent -> Failed.</summary>
    /// <returns>Null when the call is in another state.</returns>
    public Task<StoredCall?> FailAsync(string id, Outcome outcome, CancellationToken cancellationToken) =>
        MoveAsync(
            id,
            row => Is(row, SavedCallState.Claimed, SavedCallState.Intent),
            row => End(row, SavedCallState.Failed, Json.Write(outcome)),
            cancellationToken);

    /// <summary>Ends whatever is not final: the GitLab that it was meant for is gone.</summary>
    public Task AbandonAsync(Outcome outcome, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context =>
            {
                foreach (var row in context.SavedCalls.Where(row => row.ActiveKey != null).ToList())
                    End(row, SavedCallState.Expired, Json.Write(outcome));
            },
            cancellationToken);

    /// <summary>Calls that were claimed or about to be sent, and whose press is no longer being worked on.</summary>
    public async Task<IReadOnlyList<StoredCall>> OrphansAsync(CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var rows = await context.SavedCalls
            .Where(row => row.State == (int)SavedCallState.Claimed || row.State == (int)SavedCallState.Intent)
            .Where(row => !context.Exchanges.Any(exchange => exchange.DeliveryId == row.ClaimedFor && !exchange.Done))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Stored)];
    }

    /// <summary>Calls that GitLab accepted and whose end is not known yet.</summary>
    public async Task<IReadOnlyList<StoredCall>> PostedAsync(CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var rows = await context.SavedCalls
            .Where(row => row.State == (int)SavedCallState.Posted)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Stored)];
    }

    private Task<StoredCall?> MoveAsync(
        string id, Func<SavedCallRow, bool> mayMove, Action<SavedCallRow> move, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context =>
            {
                var row = context.SavedCalls.Find(id) ?? throw new MemoryException($"There is no saved call '{id}'.");
                if (!mayMove(row))
                    return null;
                move(row);
                row.Version++;
                return Stored(row);
            },
            cancellationToken);

    private static bool Is(SavedCallRow row, params ReadOnlySpan<SavedCallState> states) =>
        states.Contains((SavedCallState)row.State);

    private static bool IsStillGood(SavedCallRow living, Proposal proposal, DateTimeOffset now) =>
        (SavedCallState)living.State != SavedCallState.Offered
        || (living.ExpiresAt > now.UtcTicks && Json.Read<Proposal>(living.Proposal).Pin == proposal.Pin);

    private static void End(SavedCallRow row, SavedCallState state, string? outcome)
    {
        row.State = (int)state;
        row.Outcome = outcome;
        row.ActiveKey = null;
    }

    private static StoredCall Stored(SavedCallRow row) =>
        new(
            new(
                row.Id,
                Json.Read<Proposal>(row.Proposal),
                (SavedCallState)row.State,
                Json.Read<Person>(row.AskedBy),
                new(row.OfferedAt, TimeSpan.Zero),
                new(row.ExpiresAt, TimeSpan.Zero),
                row.PressedBy is null ? null : Json.Read<Person>(row.PressedBy),
                row.IntentAt is { } ticks ? new(ticks, TimeSpan.Zero) : null,
                row.Outcome is null ? null : Json.Read<Outcome>(row.Outcome)),
            row.PressedIn is null ? null : ConversationId.Parse(row.PressedIn),
            row.ClaimedFor);
}
