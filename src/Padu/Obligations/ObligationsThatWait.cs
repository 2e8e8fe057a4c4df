using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations;

/// <summary>What an office owes and what it has to judge, each as one line with the nearest day.</summary>
public sealed class ObligationsThatWait(ObligationQueries queries, Say say, Texts texts) : IWaits
{
    private const string Board = "/kerja-sama/kewajiban";

    public async Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel)
    {
        var own = reader.Office.Code;
        var lines = new List<WaitingLine>();
        if (Access.May(reader, ObligationAct.GiveEvidence, new ObligationSubject(own, Judge: default)))
        {
            await Add(ObligationColumn.Late, "keadaan=terlambat", count => texts["waiting.owed.late", count]);
            await Add(ObligationColumn.Open, "keadaan=berjalan", count => texts["waiting.owed.open", count]);
        }

        if (
            Access.May(reader, ObligationAct.Judge, new ObligationSubject(Owner: default, own))
            && await queries.CountToJudge(own, cancel) is > 0 and var given
        )
        {
            lines.Add(new WaitingLine(texts["waiting.judge", given], Board, new Nearness("wait", "hourglass", texts["waiting.evidence"])));
        }

        return lines;

        async Task Add(ObligationColumn column, string query, Func<int, string> words)
        {
            if (await queries.Nearest(own, column, cancel) is (var count and > 0, var day))
            {
                var how = say.Left(Period.DaysBetween(say.Today, day), CountingUnit.CalendarDay);
                lines.Add(new WaitingLine(words(count), $"{Board}?{query}&kantor={own}", how, day));
            }
        }
    }
}
