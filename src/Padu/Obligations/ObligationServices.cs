using Padu.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>Registers what is owed, and its sweep.</summary>
public static class ObligationServices
{
    public static IServiceCollection AddObligations(this IServiceCollection services) =>
        services
            .AddSingleton<ObligationQueries>()
            .AddSingleton<ObligationDesk>()
            .AddSingleton<ObligationWords>()
            .AddSingleton<ObligationHistory>()
            .AddSingleton<SourceRegister>()
            .AddSingleton<IWaits, ObligationsThatWait>()
            .AddSingleton<ICountsWaiting, DutiesCounted>()
            .AddSingleton<ISweep, ObligationSweep>();
}
