using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination;

/// <summary>An agenda item in words.</summary>
public sealed class AgendaWords(Texts texts, OfficeRegister offices, Law calendar, DataFolder folder)
{
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public string Language => texts.Language.TwoLetterISOLanguageName;

    public string Office(OfficeCode code) => offices.NameOf(code, Language);

    public string Offices(IEnumerable<OfficeCode> codes) => string.Join(" · ", codes.Select(Office));

    public string Kind(AgendaKind kind) => texts[$"agenda.kind.{kind.Code()}"];

    public IEnumerable<Choice> Frequencies =>
        Enum.GetValues<AgendaFrequency>().Select(one => new Choice(one.Code(), texts[$"agenda.frequency.{one.Code()}"]));

    public string State(AgendaState state) => texts[$"agenda.state.{state.Code()}"];

    /// <summary><c>Kamis, 12 November 2026, 09.00–11.00 WIB</c>.</summary>
    public string When(AgendaSlot slot) => When(slot.On, slot.Starts, slot.Ends);

    public string When(Instant starts, Instant ends)
    {
        var from = starts.InZone(Legal.Zone);
        return When(from.Date, from.TimeOfDay, ends.InZone(Legal.Zone).TimeOfDay);
    }

    /// <summary><c>setiap minggu sampai 30 Desember 2026</c>.</summary>
    public string Repeat(AgendaRepeat repeat) =>
        texts[$"agenda.repeat.{repeat.Frequency.Code()}", DateWords.WithoutDay(repeat.Until, texts.Language)];

    public string Month(Instant moment) => moment.InZone(Legal.Zone).Date.ToString("MMMM uuuu", texts.Language);

    /// <summary><c>27</c> and <c>Nov</c>: a date where there is little room; the full one stands beside it.</summary>
    public string DayOfMonth(Instant moment) => moment.InZone(Legal.Zone).Date.ToString("%d", texts.Language);

    public string ShortMonth(Instant moment) => moment.InZone(Legal.Zone).Date.ToString("MMM", texts.Language);

    public Instant StartOfToday(Instant now) => now.InZone(Legal.Zone).Date.AtStartOfDayInZone(Legal.Zone).ToInstant();

    /// <summary>The chip of a day: whether it takes place.</summary>
    public Nearness Chip(AgendaState state, bool isOff = false, bool isMoved = false) =>
        state switch
        {
            _ when isOff => new Nearness("late", "ban", texts["agenda.chip.off"]),
            AgendaState.Cancelled or AgendaState.Declined => new Nearness("late", "ban", State(state)),
            AgendaState.Proposed or AgendaState.Countered => new Nearness("wait", "hourglass", State(state)),
            _ when isMoved => new Nearness("soon", "calendar", texts["agenda.chip.moved"]),
            AgendaState.Held => new Nearness("ok", "circle-check", State(state)),
            AgendaState.Accepted => new Nearness("ok", "handshake", State(state)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private string When(LocalDate on, LocalTime starts, LocalTime ends)
    {
        var zone = DateWords.ZoneName((on + starts).InZoneLeniently(Legal.Zone));
        return texts[
            "agenda.when",
            DateWords.Full(on, texts.Language),
            DateWords.Time(starts, texts.Language),
            DateWords.Time(ends, texts.Language),
            zone
        ];
    }
}
