using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Agreements;
using Padu.Complaints;
using Padu.Coordination;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Organisations;

namespace Padu.Tests;

/// <summary>What is asked wherever a day begins, and on the first page.</summary>
public abstract partial class QueryPlanTests
{
    private static Dictionary<string, NamedQuery> Beginnings() =>
        new()
        {
            ["AgendaQueries.Awaiting"] = new(ask =>
                ask.Of<AgendaQueries>().Awaiting(Institution.Kpu, new Domain.Organisations.Access.AgendaScope(true, null), Never)
            ),
            ["AgendaQueries.Awaiting, one office"] = new(ask =>
                ask.Of<AgendaQueries>().Awaiting(Institution.Kpu, new Domain.Organisations.Access.AgendaScope(false, TestSite.City), Never)
            ),
            ["AgreementQueries.InForce"] = new(ask => ask.Of<AgreementQueries>().InForce(2, "id", Never)),
            ["CasesCounted.In"] = Counted<CasesCounted>(),
            ["ReportsCounted.In"] = Counted<ReportsCounted>(),
            ["DutiesCounted.In"] = Counted<DutiesCounted>(),
            ["InputsCounted.In"] = Counted<InputsCounted>(),
            ["QuestionnairesCounted.In"] = Counted<QuestionnairesCounted>(),
            ["InputQueries.Nearest"] = new(ask => ask.Of<InputQueries>().Nearest(TestSite.City, InputColumn.Waiting, Never)),
            ["MeetingQueries.Around"] = new(ask => ask.Of<MeetingQueries>().Around(TestSite.City, ask.Site.Clock.Now, "id", Never)),
            ["MeetingQueries.Busy"] = new(ask =>
                ask.Of<MeetingQueries>()
                    .Busy([TestSite.City, TestSite.Kaur], ask.Site.Clock.Now, ask.Site.Clock.Now + Duration.FromHours(2), "id", Never)
            ),
            ["MeetingQueries.ToCome"] = new(ask => ask.Of<MeetingQueries>().ToCome(TestSite.City, ask.Site.Clock.Now, Never)),
            ["ObligationQueries.CountToJudge"] = new(ask => ask.Of<ObligationQueries>().CountToJudge(TestSite.Province, Never)),
            ["ObligationQueries.Nearest"] = new(ask => ask.Of<ObligationQueries>().Nearest(TestSite.City, ObligationColumn.Open, Never)),
        };

    private static NamedQuery Counted<T>()
        where T : ICountsWaiting =>
        new(ask =>
            ask.Site.Services.GetServices<ICountsWaiting>()
                .OfType<T>()
                .Single()
                .In(TestSite.City, ask.Site.Clock.Now, ask.Site.Clock.Now + Duration.FromDays(2), Never)
        );
}
