using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Obligations;

/// <summary>An obligation in words.</summary>
public sealed class ObligationWords(Texts texts, Say say, OfficeRegister offices, Law calendar, DataFolder folder)
{
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public string Office(OfficeCode code) => offices.NameOf(code, texts.Language.TwoLetterISOLanguageName);

    public string State(ObligationState state) => texts[$"obligation.state.{state.Code()}"];

    /// <summary>The chip of a line: how near the day is, or how it ended.</summary>
    public Nearness Chip(ObligationRow row) =>
        row.State switch
        {
            ObligationState.Done when row.LateSince is not null => new Nearness("soon", "check", texts["obligation.chip.done-late"]),
            ObligationState.Done => new Nearness("ok", "circle-check", texts["obligation.chip.done"]),
            ObligationState.CarriedOver or ObligationState.Lapsed or ObligationState.Withdrawn => new Nearness(
                "wait",
                "archive",
                State(row.State).ToLower(texts.Language)
            ),
            ObligationState.EvidenceGiven when row.LateSince is null => new Nearness("wait", "hourglass", texts["obligation.chip.waiting"]),
            _ => Left(row.DueDate),
        };

    private Nearness Left(LocalDate due) => say.Left(Period.DaysBetween(say.Today, due), CountingUnit.CalendarDay);
}
