using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace GitAIOps.Memory.Store;

/// <summary>The only writer of this process. Jobs that wait together are committed together, so that one flush of the disk serves many.</summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MostPerCommit = 256;

    private readonly Database _database;
    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new() { SingleReader = true });
    private readonly Lazy<Task> _loop;

    public Writer(Database database)
    {
        _database = database;
        // SQLite's async calls block, so the loop has a thread of its own.
        _loop = new(() => Task.Factory.StartNew(
            Drain, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Runs a job in a transaction of its own and returns once it is durable. A job that throws leaves nothing behind.</summary>
    public async Task<T> WriteAsync<T>(Func<MemoryContext, T> work, CancellationToken cancellationToken)
    {
        _ = _loop.Value;
        var job = new Job<T>(work);
        await _jobs.Writer.WriteAsync(job, cancellationToken);
        // Once queued it will be committed; a caller that leaves early must not believe otherwise.
        return await job.Completion.Task;
    }

    public Task WriteAsync(Action<MemoryContext> work, CancellationToken cancellationToken) =>
        WriteAsync(
            context =>
            {
                work(context);
                return true;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        if (_loop.IsValueCreated)
            await _loop.Value;
    }

    private void Drain()
    {
        SqliteConnection? connection = null;
        var batch = new List<Job>(MostPerCommit);
        while (WaitForJob())
        {
            batch.Clear();
            while (batch.Count < MostPerCommit && _jobs.Reader.TryRead(out var job))
                batch.Add(job);
            try
            {
                connection ??= _database.OpenWriter();
                Commit(connection, batch);
            }
            catch (Exception exception)
            {
                // Whatever it is, those who wait must hear of it, and the next batch may fare better.
                batch.ForEach(job => job.Fail(exception));
                connection?.Dispose();
                connection = null;
            }
        }

        connection?.Dispose();
    }

    private bool WaitForJob() => _jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private static void Commit(SqliteConnection connection, List<Job> batch)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var job in batch)
        {
            transaction.Save("job");
            if (!job.Run(transaction))
                transaction.Rollback("job");
            transaction.Release("job");
        }

        transaction.Commit();
        batch.ForEach(job => job.Complete());
    }

    private abstract class Job
    {
        public abstract bool Run(SqliteTransaction transaction);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Job<T>(Func<MemoryContext, T> work) : Job
    {
        private T _result = default!;
        private Exception? _failure;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool Run(SqliteTransaction transaction)
        {
            try
            {
                using var context = Database.Write(transaction);
                _result = work(context);
                context.SaveChanges();
                return true;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                _failure = exception;
                return false;
            }
        }

        public override void Complete()
        {
            if (_failure is null)
                Completion.TrySetResult(_result);
            else
                Completion.TrySetException(_failure);
        }

        public override void Fail(Exception exception) => Completion.TrySetException(exception);
    }
}
