using Padu.Web;

namespace Padu.Documents;

/// <summary>Registers the keeping of files.</summary>
public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, HostSettings settings)
    {
        services
            .AddSingleton<EvidenceIntake>()
            .AddSingleton<EvidenceDownload>()
            .AddSingleton<EvidenceCarrier>()
            .AddSingleton<EvidenceUse>()
            .AddSingleton<PictureCleaner>()
            .AddSingleton<UploadMeter>()
            .AddSingleton<OfficePapers>()
            .AddSingleton<FreeSpace>();
        return settings.ClamAv is { } address
            ? services.AddSingleton<IFileScanner>(new ClamAv(address))
            : services.AddSingleton<IFileScanner, NoScanner>();
    }
}
