using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Padu.Storage;

/// <summary>For <c>dotnet ef migrations add</c> only: a model without a data folder.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<PaduDb>
{
    public PaduDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PaduDb>();
        new SqliteDatabase("design-time.db").Configure(options);
        return new PaduDb(options.UseSnakeCaseNamingConvention().Options);
    }
}
