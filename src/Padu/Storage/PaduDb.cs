using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Padu.Storage;

/// <summary>
/// The model, the migrations and the reads. It never saves: rows are written by <see cref="Journal"/> alone. Modules add their rows by an
/// <see cref="IEntityTypeConfiguration{TEntity}"/> anywhere in the assembly. Each database has a context of its own, which holds its migrations.
/// </summary>
public abstract class PaduDb(DbContextOptions options) : DbContext(options)
{
    private readonly ModelAssemblies _assemblies = options.FindExtension<ModelAssemblies>() ?? ModelAssemblies.OfProgram;

    /// <summary>How texts are compared and ordered; null where the database does so by their bytes anyway.</summary>
    protected virtual string? TextOrder => null;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ValueConversions.Configure(configurationBuilder, _assemblies.All, TextOrder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in _assemblies.All)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }
    }
}
