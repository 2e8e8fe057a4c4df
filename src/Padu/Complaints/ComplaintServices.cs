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
            .AddSingleton<OfficePractices>()
            .AddSingleton<CannedReplies>()
            .AddSingleton<AnswerDrafts>()
            .AddSingleton<ISweep>(provider => provider.GetRequiredService<AnswerDrafts>())
            .AddSingleton<ComplaintDesk>()
            .AddSingleton<ComplaintQueries>()
            .AddSingleton<CaseWords>()
            .AddSingleton<AnswerDesk>()
            .AddSingleton<EvidenceIntake>()
            .AddSingleton<EvidenceDownload>()
            .AddSingleton<EvidenceCarrier>()
            .AddSingleton<TrackingSession>()
            .AddSingleton<ISweep, ComplaintSweep>();
}
