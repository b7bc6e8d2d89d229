using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.Store;

/// <summary>Opens the database: reads on connections of their own, migrations before the first use.</summary>
internal sealed class Database(DataFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromSeconds(30);

    private readonly string _connectionString =
        new SqliteConnectionStringBuilder { DataSource = folder.File("gitaiops.db"), DefaultTimeout = 30 }.ToString();

    public MemoryContext Read()
    {
        var context = new SqliteMemoryContext(
            new DbContextOptionsBuilder<SqliteMemoryContext>().UseSqlite(_connectionString).Options);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>A connection that writes: durable against loss of power, and patient with another process's write.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        return connection;
    }

    /// <summary>A context on the writer's connection and transaction.</summary>
    public static MemoryContext Write(SqliteTransaction transaction)
    {
        var context = new SqliteMemoryContext(
            new DbContextOptionsBuilder<SqliteMemoryContext>().UseSqlite(transaction.Connection!).Options);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>Brings the tables up to date; one process at a time, and only when something is pending.</summary>
    /// <exception cref="MemoryException">Another process holds the migration for too long.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (await IsUpToDateAsync(cancellationToken))
            return;
        using var held = await HoldMigrationAsync(cancellationToken);
        await using var context = Read();
        // Ours is the only lock that counts; a process killed in the middle leaves EF's own row behind for ever.
        await using (var connection = OpenWriter())
            Run(connection, "DROP TABLE IF EXISTS __EFMigrationsLock");
        await context.Database.MigrateAsync(cancellationToken);
    }

    private async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var context = Read();
        return !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    private async Task<IDisposable> HoldMigrationAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < MigrationPatience)
        {
            if (folder.TryHold("migration") is { } held)
                return held;
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }

        throw new MemoryException($"Another process has been migrating '{folder.Path}' for {MigrationPatience.TotalSeconds:0} s.");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above reach this.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
