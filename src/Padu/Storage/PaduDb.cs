using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Padu.Storage;

/// <summary>
/// The model, the migrations and the reads. It never saves: rows are written by <see cref="Journal"/> alone. Modules add their rows by an
/// <see cref="IEntityTypeConfiguration{TEntity}"/> anywhere in the assembly.
/// </summary>
public sealed class PaduDb(DbContextOptions<PaduDb> options) : DbContext(options)
{
    private readonly ModelAssemblies _assemblies = options.FindExtension<ModelAssemblies>() ?? ModelAssemblies.OfProgram;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ValueConversions.Configure(configurationBuilder, _assemblies.All);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in _assemblies.All)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }
    }
}
