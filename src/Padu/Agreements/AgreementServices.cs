using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>Registers agreements, their sweep, and that they are sources of obligations.</summary>
public static class AgreementServices
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) =>
        services
            .AddSingleton<AgreementQueries>()
            .AddSingleton<AgreementDesk>()
            .AddSingleton<AgreementWords>()
            .AddSingleton<AgreementHistory>()
            .AddSingleton<AgreementFigures>()
            .AddSingleton<EvaluationPaper>()
            .AddSingleton<IWaits, AgreementsThatWait>()
            .AddSingleton<IHomePart, PromisesAtHome>()
            .AddSingleton<ISourceNames, AgreementSources>()
            .AddSingleton<ISweep, AgreementSweep>();
}
