using Microsoft.EntityFrameworkCore.Design;

namespace Padu.Storage;

/// <summary>For <c>dotnet ef migrations add</c> only: a model without a data folder, and without a server.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqlitePaduDb>
{
    public SqlitePaduDb CreateDbContext(string[] args)
    {
        using var database = new SqliteDatabase("design-time.db");
        return (SqlitePaduDb)database.NewContext(ModelAssemblies.OfProgram);
    }
}

/// <inheritdoc cref="DesignTimeSqlite"/>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresPaduDb>
{
    public PostgresPaduDb CreateDbContext(string[] args) =>
        (PostgresPaduDb)new PostgresDatabase("Host=design-time").NewContext(ModelAssemblies.OfProgram);
}
