using Padu.Documents;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>Registers the complaints desk.</summary>
public static class ComplaintServices
{
    public static IServiceCollection AddComplaints(this IServiceCollection services) =>
        services
            .AddSingleton<AccessCodes>()
            .AddSingleton<TrackingGuard>()
            .AddSingleton<DraftStore>()
            .AddSingleton<Receivers>()
            .AddSingleton<Addressees>()
            .AddSingleton<ReporterMarks>()
            .AddSingleton<DeskReceipts>()
            .AddSingleton<ComplaintDesk>()
            .AddSingleton<ComplaintQueries>()
            .AddSingleton<CaseWords>()
            .AddSingleton<EvidenceIntake>()
            .AddSingleton<EvidenceDownload>()
            .AddSingleton<EvidenceCarrier>()
            .AddSingleton<TrackingSession>()
            .AddSingleton<IFollower, GroupFollower>()
            .AddSingleton<ISweep, ComplaintSweep>();
}
