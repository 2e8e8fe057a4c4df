using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Web;

namespace Padu.Storage;

public static class StorageServices
{
    /// <summary>The journal, the reads (<c>IDbContextFactory&lt;PaduDb&gt;</c>), the files and the loops that follow.</summary>
    /// <param name="more">Assemblies searched beside the program's own; tests bring a kind of their own.</param>
    /// <exception cref="StartRefusedException">The folder or its keys are not what they must be.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, HostSettings settings, params Assembly[] more)
    {
        var folder = DataFolder.Open(
            settings.DataFolder,
            settings.Demonstration ? DataFolderKind.Demonstration : DataFolderKind.Installation
        );
        return services.AddStorage(folder, more);
    }

    internal static IServiceCollection AddStorage(this IServiceCollection services, DataFolder folder, params Assembly[] more)
    {
        var assemblies = new ModelAssemblies([typeof(StorageServices).Assembly, .. more]);
        services.AddSingleton(folder);
        services.AddSingleton(KeyFiles.Load(folder.Keys));
        services.AddSingleton<IClock>(new MicrosecondClock(SystemClock.Instance));
        services.AddKinds(assemblies);
        services.AddDatabase(folder.OpenDatabase(), assemblies);
        services.AddJournal();
        services.AddProtectionKeys();
        services.AddFiles();
        services.AddLoops();
        return services;
    }

    private static void AddKinds(this IServiceCollection services, ModelAssemblies assemblies)
    {
        var kinds = assemblies
            .All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IStreamKind)));
        foreach (var kind in kinds)
        {
            services.AddSingleton(kind);
            services.AddSingleton(provider => (IStreamKind)provider.GetRequiredService(kind));
        }

        services.AddSingleton<StreamKinds>();
        services.AddSingleton<EventSerializer>();
    }

    private static void AddDatabase(this IServiceCollection services, Database database, ModelAssemblies assemblies)
    {
        // Made by a factory, so that it is closed with the rest.
        services.AddSingleton(_ => database);
        services.AddSingleton(assemblies);
        services.AddSingleton(provider => new StorageHealth(provider.GetRequiredService<Database>()));
        database.AddContexts(services, assemblies);
    }

    private static void AddJournal(this IServiceCollection services)
    {
        services.AddSingleton<ReadPool>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<EventReader>();
        services.AddSingleton<Snapshots>();
        services.AddSingleton<StreamLoader>();
        services.AddSingleton<EventSealer>();
        services.AddSingleton<TableShapes>();
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<JournalWriter>();
        services.AddSingleton<ActRunner>();
        services.AddSingleton<ReadTables>();
        services.AddSingleton<Refolding>();
        services.AddSingleton<Rebuilding>().AddSingleton<ErasedKeys>();
        services.AddSingleton(provider => new StorageSetup(
            provider.GetRequiredService<IDbContextFactory<PaduDb>>(),
            provider.GetRequiredService<ReadPool>(),
            provider.GetRequiredService<ReadTables>(),
            provider.GetRequiredService<Rebuilding>(),
            provider.GetRequiredService<KeyRing>(),
            provider.GetRequiredService<StorageHealth>()
        ));
        services.AddSingleton(provider => new Journal(
            provider.GetRequiredService<EventReader>(),
            provider.GetRequiredService<StreamLoader>(),
            provider.GetRequiredService<EventSerializer>(),
            provider.GetRequiredService<TableShapes>(),
            provider.GetRequiredService<RegisterKind>(),
            provider.GetRequiredService<JournalWriter>(),
            provider.GetRequiredService<ActRunner>()
        ));
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<BlobFolder>();
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<BlobFolder>());
        services.AddSingleton<ISweep, StorageSweep>();
        services.AddSingleton<Verification>();
        services.AddSingleton<Backup>();
    }

    private static void AddLoops(this IServiceCollection services)
    {
        services.AddSingleton<Deliveries>();
        services.AddSingleton<SweepLog>();
        services.AddHostedService<StorageStart>();
        services.AddHostedService<SweepLoop>();
        services.AddHostedService<FollowerLoops>();
    }
}
