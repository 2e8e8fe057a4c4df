using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>Registers the joint agenda with its feeds, and inputs with their sweep.</summary>
public static class CoordinationServices
{
    public static IServiceCollection AddCoordination(this IServiceCollection services) =>
        services
            .AddSingleton<AgendaQueries>()
            .AddSingleton<AgendaDesk>()
            .AddSingleton<AgendaWords>()
            .AddSingleton<AgendaHistory>()
            .AddSingleton<AgendaCollisions>()
            .AddSingleton<AgendaFeed>()
            .AddSingleton<AgendaReading>()
            .AddSingleton<FeedTokens>()
            .AddSingleton<IWaits, CoordinationThatWaits>()
            .AddSingleton<ICountsWaiting, InputsCounted>()
            .AddSingleton<IAgendaSource, AgreementDays>()
            .AddSingleton<IHomePart, NextOnAgenda>()
            .AddSingleton<InputQueries>()
            .AddSingleton<InputDesk>()
            .AddSingleton<InputWords>()
            .AddSingleton<InputHistory>()
            .AddSingleton<InputReceipt>()
            .AddSingleton<InputDoor>()
            .AddSingleton<ISourceNames, InputSources>()
            .AddSingleton<ISweep, InputSweep>();
}
