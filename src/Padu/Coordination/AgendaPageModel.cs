using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>What every page about one item shares on the desk.</summary>
[Authorize(Policy = Policies.Agenda)]
public abstract class AgendaPageModel(AgendaQueries queries, CurrentActor current, IClock clock)
    : DeskPageModel<AgendaOpened, AgendaEvent>(current)
{
    public Agenda Agenda => Opened.Agenda;

    public ImmutableArray<AgendaAct> Offers => AgendaRules.Offers(Agenda, Reader, Now);

    protected Instant Now => clock.GetCurrentInstant();

    protected override async Task<AgendaOpened?> Find(Actor.Staff reader, CancellationToken cancel) =>
        AgendaAddress.Read(RouteData.Values["kode"]) is { } code
        && await queries.Open(code, withPeople: true, cancel) is { } found
        && Access.May(reader, AgendaAct.Read, found.Agenda.Subject)
            ? found
            : null;

    protected IActionResult ToAgenda() => Redirect($"/kerja-sama/agenda/{Agenda.Code}");
}

/// <summary>What the pages of the acts share: a form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
public abstract class AgendaActPageModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock)
    : AgendaPageModel(queries, current, clock)
{
    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected AgendaDesk Desk { get; } = desk;

    protected abstract AgendaAct Does { get; }

    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToAgenda();

    protected async Task<IActionResult> Send(AgendaCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Agenda.Id, Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel) =>
        refusal is null ? ToAgenda() : await Refused(refusal, Texts, cancel);

    protected PageResult Ask(string field) => Ask(field, Texts);
}

/// <summary>The code of an item in an address.</summary>
internal static class AgendaAddress
{
    public static AgendaCode? Read(object? value) =>
        value is string { Length: > 0 and <= 40 } text && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? new AgendaCode(text.ToLowerInvariant())
            : null;
}

/// <summary>A time as forms have it: a day and two times of it.</summary>
public interface ISlotForm
{
    LocalDate? On { get; }

    /// <summary><c>09:00</c>.</summary>
    string? Starts { get; }

    string? Ends { get; }
}

/// <summary>From a form to a time and back.</summary>
internal static class SlotForms
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Write(LocalTime time) => Pattern.Format(time);

    /// <summary>The time, or the name of the field that holds none.</summary>
    public static (AgendaSlot? Slot, string? Missing) Read(this ISlotForm form) =>
        form.On is not { } on ? (null, nameof(form.On))
        : Time(form.Starts) is not { } starts ? (null, nameof(form.Starts))
        : Time(form.Ends) is not { } ends ? (null, nameof(form.Ends))
        : (new AgendaSlot(on, starts, ends), null);

    /// <summary>How often; null where it is held once. A last day without a frequency, or the other way round, names the missing field.</summary>
    public static (AgendaRepeat? Repeat, string? Missing) ReadRepeat(string? frequency, LocalDate? until) =>
        CodeOf.TryParse<AgendaFrequency>(frequency, out var often)
            ? until is { } last
                ? (new AgendaRepeat(often, last), null)
                : (null, "Until")
            : until is null
                ? (null, null)
                : (null, "Frequency");

    /// <summary>Browsers send <c>09:00</c>; people who type it also <c>9.00</c>.</summary>
    private static LocalTime? Time(string? text)
    {
        var typed = (text ?? "").Trim().Replace('.', ':');
        var parsed = Pattern.Parse(typed.Length == 4 ? $"0{typed}" : typed);
        return parsed.Success ? parsed.Value : null;
    }
}
