using Microsoft.Data.Sqlite;

namespace GitAIOps.Tests.Product;

/// <summary>Holds the write lock of a product's database, so that nothing can be stored.</summary>
internal sealed class LockedDatabase(DirectoryInfo folder) : IDisposable
{
    private SqliteConnection? _connection;
    private SqliteTransaction? _transaction;

    public void Lock()
    {
        _connection = new($"Data Source={Path.Combine(folder.FullName, "gitaiops.db")};Pooling=False");
        _connection.Open();
        _transaction = _connection.BeginTransaction(deferred: false);
    }

    public void Release()
    {
        _transaction?.Dispose();
        _connection?.Dispose();
        (_transaction, _connection) = (null, null);
    }

    public void Dispose() => Release();
}
