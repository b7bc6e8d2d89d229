using Microsoft.EntityFrameworkCore;

namespace GitAIOps.Memory.Store;

/// <summary>The tables, the same for every database. Times are UTC ticks.</summary>
internal abstract class MemoryContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<ExchangeRow> Exchanges => Set<ExchangeRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<MessageCallRow> MessageCalls => Set<MessageCallRow>();

    public DbSet<ButtonRow> Buttons => Set<ButtonRow>();

    public DbSet<SavedCallRow> SavedCalls => Set<SavedCallRow>();

    public DbSet<GrainStateRow> GrainStates => Set<GrainStateRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ExchangeRow>(row =>
        {
            row.HasKey(r => r.Sequence);
            row.Property(r => r.Sequence).ValueGeneratedOnAdd();
            row.HasIndex(r => r.DeliveryId).IsUnique();
            row.HasIndex(r => new { r.Done, r.Channel });
            row.HasIndex(r => new { r.Conversation, r.Sequence });
            row.HasIndex(r => new { r.Channel, r.Room, r.Sequence });
        });
        modelBuilder.Entity<MessageRow>(row =>
        {
            row.HasKey(r => r.Marker);
            row.HasIndex(r => r.IsShown);
            row.Property(r => r.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<MessageCallRow>(row =>
        {
            row.HasKey(r => new { r.Marker, r.SavedCall });
            row.HasIndex(r => r.SavedCall);
        });
        modelBuilder.Entity<ButtonRow>().HasKey(r => r.Token);
        modelBuilder.Entity<SavedCallRow>(row =>
        {
            row.HasKey(r => r.Id);
            row.HasIndex(r => r.ActiveKey).IsUnique();
            row.HasIndex(r => r.State);
            row.Property(r => r.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<GrainStateRow>(row =>
        {
            row.HasKey(r => new { r.Kind, r.Key });
            row.Property(r => r.Version).IsConcurrencyToken();
        });
    }
}

/// <summary>The default database: one file.</summary>
internal sealed class SqliteMemoryContext(DbContextOptions<SqliteMemoryContext> options) : MemoryContext(options);
