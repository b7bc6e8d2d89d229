using GitAIOps.Memory.Exchanges;
using GitAIOps.Memory.GrainStates;
using GitAIOps.Memory.Messages;
using GitAIOps.Memory.SavedCalls;
using GitAIOps.Memory.Store;
using GitAIOps.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GitAIOps.Memory;

public static class MemoryServices
{
    /// <summary>Everything that survives a restart, in one folder.</summary>
    public static IServiceCollection AddMemory(this IServiceCollection services, DataFolder folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton<Database>();
        services.AddSingleton<Writer>();
        services.AddSingleton(With((database, writer, clock) => new ExchangeStore(database, writer, clock)));
        services.AddSingleton<ITranscript>(provider => provider.GetRequiredService<ExchangeStore>());
        services.AddSingleton(With((database, writer, clock) => new MessageStore(database, writer, clock)));
        services.AddSingleton(With((database, writer, clock) => new SavedCallStore(database, writer, clock)));
        services.AddSingleton(With((database, writer, _) => new GrainStateStore(database, writer)));
        return services;
    }

    /// <summary>Brings the tables up to date. Called once, before anything reads.</summary>
    /// <exception cref="MemoryException">The folder or the database cannot be used.</exception>
    public static Task MigrateMemoryAsync(this IServiceProvider provider, CancellationToken cancellationToken) =>
        provider.GetRequiredService<Database>().MigrateAsync(cancellationToken);

    private static Func<IServiceProvider, T> With<T>(Func<Database, Writer, TimeProvider, T> make) =>
        provider => make(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<TimeProvider>());
}
