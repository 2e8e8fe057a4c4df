using Padu.Obligations;
using Padu.Storage;

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
            .AddSingleton<ISourceNames, AgreementSources>()
            .AddSingleton<ISweep, AgreementSweep>();
}
