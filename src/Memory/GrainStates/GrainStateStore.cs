using GitAIOps.Memory.Store;
using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.GrainStates;

/// <summary>State of the agent's grains, by kind and key, with optimistic concurrency.</summary>
public sealed class GrainStateStore
{
    private readonly Database _database;
    private readonly Writer _writer;

    internal GrainStateStore(Database database, Writer writer) => (_database, _writer) = (database, writer);

    /// <summary>Null when nothing is kept.</summary>
    public async Task<StoredState?> ReadAsync(string kind, string key, CancellationToken cancellationToken)
    {
        await using var context = _database.Read();
        return await context.GrainStates
            .Where(row => row.Kind == kind && row.Key == key)
            .Select(row => new StoredState(row.State, row.Version))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <param name="expected">The version read before; 0 when there was none.</param>
    /// <returns>The new version; null when somebody else wrote since.</returns>
    public Task<int?> WriteAsync(string kind, string key, string state, int expected, CancellationToken cancellationToken) =>
        _writer.WriteAsync<int?>(
            context =>
            {
                var row = context.GrainStates.Find(kind, key);
                if ((row?.Version ?? 0) != expected)
                    return null;
                if (row is null)
                    context.GrainStates.Add(row = new() { Kind = kind, Key = key, State = state });
                row.State = state;
                row.Version = expected + 1;
                return row.Version;
            },
            cancellationToken);

    /// <returns>False when somebody else wrote since.</returns>
    public Task<bool> ClearAsync(string kind, string key, int expected, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            context =>
            {
                var row = context.GrainStates.Find(kind, key);
                if ((row?.Version ?? 0) != expected)
                    return false;
                if (row is not null)
                    context.GrainStates.Remove(row);
                return true;
            },
            cancellationToken);
}

/// <param name="State">The agent's own JSON.</param>
public sealed record StoredState(string State, int Version);
