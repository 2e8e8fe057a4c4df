using System.Reflection;
using Padu.Web;

namespace Padu.Storage;

public static class StorageServices
{
    /// <summary>The journal, the reads (<c>IDbContextFactory&lt;PaduDb&gt;</c>), the files and the loops that follow.</summary>
    /// <param name="more">Assemblies searched beside the program's own; tests bring a kind of their own.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, HostSettings settings, params Assembly[] more)
    {
        services.AddSingleton<Journal>();
        return services;
    }
}
