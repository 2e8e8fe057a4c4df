using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Padu.Storage;

/// <summary>Where kinds of streams and entity configurations are looked for: the program's assembly, and in tests another beside it.</summary>
public sealed class ModelAssemblies(params ImmutableArray<Assembly> all) : IDbContextOptionsExtension
{
    public static readonly ModelAssemblies OfProgram = new(typeof(ModelAssemblies).Assembly);

    public ImmutableArray<Assembly> All { get; } = all;

    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    /// <summary>The assemblies are part of the key under which EF caches a model.</summary>
    private sealed class ExtensionInfo(ModelAssemblies extension) : DbContextOptionsExtensionInfo(extension)
    {
        private string Names => string.Join(',', ((ModelAssemblies)Extension).All.Select(assembly => assembly.GetName().Name));

        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => Names.GetHashCode(StringComparison.Ordinal);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ExtensionInfo info && info.Names == Names;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Padu:Assemblies"] = Names;
    }
}
