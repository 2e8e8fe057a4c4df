using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>Registers the complaints desk.</summary>
public static class ComplaintServices
{
    public static IServiceCollection AddComplaints(this IServiceCollection services, HostSettings settings)
    {
        services
            .AddSingleton<AccessCodes>()
            .AddSingleton<TrackingGuard>()
            .AddSingleton<DraftStore>()
            .AddSingleton<Receivers>()
            .AddSingleton<OfficePractices>()
            .AddSingleton<CannedReplies>()
            .AddSingleton<AnswerDrafts>()
            .AddSingleton<ISweep>(provider => provider.GetRequiredService<AnswerDrafts>())
            .AddSingleton<SavedFilters>()
            .AddSingleton<BulkAssignments>()
            .AddSingleton<ISweep>(provider => provider.GetRequiredService<BulkAssignments>())
            .AddSingleton<Addressees>()
            .AddSingleton<ReporterMarks>()
            .AddSingleton<DeskReceipts>()
            .AddSingleton<ComplaintDesk>()
            .AddSingleton<ComplaintQueries>()
            .AddSingleton<CustodyQueries>()
            .AddSingleton<LostCodeDesk>()
            .AddSingleton<CaseWords>()
            .AddSingleton<CasePapers>()
            .AddSingleton<AnswerDesk>()
            .AddSingleton<CaseCustody>()
            .AddSingleton<TrackingIntake>()
            .AddSingleton<TrackingSession>()
            .AddSingleton<IFollower, GroupFollower>()
            .AddSingleton<ICountsWaiting, CasesCounted>()
            .AddSingleton<ISweep, ComplaintSweep>();
        // A follower begins with the first event: a scanner that is set up later looks at everything that came before.
        return settings.ClamAv is null
            ? services
            : services.AddSingleton<IFollower, EvidenceScanning>().AddSingleton<ISweep, EvidenceScanSweep>();
    }
}
