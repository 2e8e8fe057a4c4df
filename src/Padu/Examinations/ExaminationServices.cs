using Padu.Complaints;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>Registers the Ombudsman's desk.</summary>
public static class ExaminationServices
{
    public static IServiceCollection AddExaminations(this IServiceCollection services) =>
        services
            .AddSingleton<OmbudsmanOffice>()
            .AddSingleton<EscalationDesk>()
            .AddSingleton<ExaminationDesk>()
            .AddSingleton<ExaminationQueries>()
            .AddSingleton<ExaminationWords>()
            .AddSingleton<IOmbudsmanSide, OmbudsmanSides>()
            .AddSingleton<ICountsWaiting, ReportsCounted>()
            .AddSingleton<ISweep, ExaminationSweep>();
}
