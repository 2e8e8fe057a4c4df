using Padu.Coordination;
using Padu.Obligations;
using Padu.Organisations;

namespace Padu.Meetings;

/// <summary>Registers meetings, and that they are sources of obligations.</summary>
public static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton<MeetingQueries>()
            .AddSingleton<MeetingDesk>()
            .AddSingleton<MeetingWords>()
            .AddSingleton<MeetingHistory>()
            .AddSingleton<MeetingAgenda>()
            .AddSingleton<InstrumentGrids>()
            .AddSingleton<DecisionGrids>()
            .AddSingleton<MinutesPaper>()
            .AddSingleton<IWaits, MeetingsThatWait>()
            .AddSingleton<ICountsWaiting, QuestionnairesCounted>()
            .AddSingleton<ISourceNames, MeetingSources>()
            .AddSingleton<IAgendaSource, MeetingDays>();
}
