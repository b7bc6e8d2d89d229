using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GitAIOps.Memory.Store;

/// <summary>For <c>Migrating=true dotnet ef migrations add NAME --project src/Memory --output-dir Migrations/Sqlite</c>; the product never calls it.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteMemoryContext>
{
    public SqliteMemoryContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMemoryContext>().UseSqlite("Data Source=:memory:").Options);
}
