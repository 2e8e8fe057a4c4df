using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>Agenda items that ask for an answer, and inputs this office has to answer.</summary>
public sealed class CoordinationThatWaits(AgendaQueries agenda, InputQueries inputs, Say say, Texts texts) : IWaits
{
    public async Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel)
    {
        var own = reader.Office.Code;
        var lines = new List<WaitingLine>();
        if (
            Access.May(reader, AgendaAct.Accept, new AgendaSubject([own], reader.Office.Institution))
            && await agenda.Awaiting(reader.Office.Institution, Access.ScopeOfAgenda(reader), cancel) is { Count: > 0 } asked
        )
        {
            var path = asked.Count == 1 ? $"/kerja-sama/agenda/{asked[0].Code}" : "/kerja-sama/agenda";
            lines.Add(
                new WaitingLine(texts["waiting.agenda", asked.Count], path, new Nearness("wait", "calendar", texts["waiting.answer"]))
            );
        }

        if (Access.May(reader, InputAct.Answer, new InputSubject(own, From: null)))
        {
            await Add(InputColumn.Late, "terlambat", count => texts["waiting.input.late", count]);
            await Add(InputColumn.Waiting, "menunggu", count => texts["waiting.input", count]);
        }

        return lines;

        async Task Add(InputColumn column, string state, Func<int, string> words)
        {
            if (await inputs.Nearest(own, column, cancel) is (var count and > 0, { } day))
            {
                var how = say.Left(Period.DaysBetween(say.Today, day), CountingUnit.CalendarDay);
                lines.Add(new WaitingLine(words(count), $"/kerja-sama/masukan?keadaan={state}&kantor={own}", how, day));
            }
        }
    }
}
