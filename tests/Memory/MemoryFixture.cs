using GitAIOps.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GitAIOps.Tests.Memory;

/// <summary>A memory in a folder of its own, gone with the test.</summary>
public sealed class MemoryFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private MemoryFixture(DirectoryInfo folder, FakeTimeProvider clock)
    {
        Folder = folder;
        Clock = clock;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddMemory(new DataFolder(folder.FullName))
            .BuildServiceProvider();
    }

    public DirectoryInfo Folder { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<MemoryFixture> CreateAsync()
    {
        var memory = new MemoryFixture(
            Directory.CreateTempSubdirectory("gitaiops-memory-"),
            new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)));
        await memory._services.MigrateMemoryAsync(CancellationToken.None);
        return memory;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The same folder, opened by another process as it were.</summary>
    public MemoryFixture Reopen() => new(Folder, Clock);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Folder.Exists)
            Folder.Delete(recursive: true);
    }
}
