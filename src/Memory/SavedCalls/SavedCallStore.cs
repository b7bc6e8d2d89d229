using GitAIOps.Memory.Store;
using GitAIOps.Turns;
using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.SavedCalls;

/// <summary>Saved calls and their moves from state to state; every move is one atomic update.</summary>
public sealed class SavedCallStore
{
    private readonly Database _database;
    private readonly Writer _writer;
    private readonly TimeProvider _clock;

    internal SavedCallStore(Database database, Writer writer, TimeProvider clock) =>
        (_database, _writer, _clock) = (database, writer, clock);

    /// <summary>The living call for the same project, target and action, if its pin is the same or it is under way; else a new one.</summary>
    public Task<StoredCall> OfferAsync(
        Proposal proposal, Person askedBy, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return _writer.WriteAsync(
            context =>
            {
                var key = string.Join('\n', proposal.Project, proposal.Target, proposal.Action);
                var living = context.SavedCalls.FirstOrDefault(row => row.ActiveKey == key);
                if (living is not null && IsStillGood(living, proposal, now))
                    return Stored(living);
                if (living is not null)
                {
                    End(living, SavedCallState.Expired, living.Outcome);
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
                return Stored(row);
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
    public Task<bool> ClaimAsync(string id, Decision press, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context =>
            {
                var row = context.SavedCalls.Find(id);
                if (row is null)
                    return false;
                if (row.State != (int)SavedCallState.Offered)
                    return row.ClaimedFor == press.DeliveryId;
                row.State = (int)SavedCallState.Claimed;
                row.ClaimedFor = press.DeliveryId;
                row.PressedBy = Json.Write(press.From);
                row.PressedIn = press.Conversation.ToString();
                row.Version++;
                return true;
            },
            cancellationToken);

    /// <summary>Claimed -> Intent. Stored before anything is sent.</summary>
    public Task<StoredCall> IntendAsync(string id, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow().UtcTicks;
        return MoveAsync(
            id,
            row =>
            {
                row.State = (int)SavedCallState.Intent;
                row.IntentAt ??= now;
            },
            cancellationToken);
    }

    /// <summary>Intent or Posted -> Posted, or Done when the outcome is final.</summary>
    public Task<StoredCall> PostedAsync(string id, Outcome outcome, CancellationToken cancellationToken) =>
        MoveAsync(
            id,
            row =>
            {
                row.State = (int)SavedCallState.Posted;
                row.Outcome = Json.Write(outcome);
                if (outcome.IsFinal)
                    End(row, SavedCallState.Done, row.Outcome);
            },
            cancellationToken);

    /// <summary>Ends a call that did not happen.</summary>
    /// <param name="state">Failed, Expired or Refused.</param>
    public Task<StoredCall> EndAsync(
        string id, SavedCallState state, Outcome outcome, CancellationToken cancellationToken) =>
        MoveAsync(id, row => End(row, state, Json.Write(outcome)), cancellationToken);

    /// <summary>Calls that GitLab accepted and whose end is not known yet.</summary>
    public async Task<IReadOnlyList<StoredCall>> PostedAsync(CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        var rows = await context.SavedCalls
            .Where(row => row.State == (int)SavedCallState.Posted)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Stored)];
    }

    private Task<StoredCall> MoveAsync(string id, Action<SavedCallRow> change, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context =>
            {
                var row = context.SavedCalls.Find(id) ?? throw new MemoryException($"There is no saved call '{id}'.");
                change(row);
                row.Version++;
                return Stored(row);
            },
            cancellationToken);

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
