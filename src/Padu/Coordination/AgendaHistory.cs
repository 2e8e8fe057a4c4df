using Padu.Domain.Coordination;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>The history of an item as the desk reads it, newest first.</summary>
public sealed class AgendaHistory(Texts texts, Say say, AgendaWords words)
{
    public IReadOnlyList<TimelineItem> Of(IEnumerable<Recorded<AgendaEvent>> history) =>
        history.NewestFirst(Icon, Title, Body, words.Office);

    private string Title(AgendaEvent fact) =>
        fact switch
        {
            AgendaEvent.Proposed e => texts["agenda.event.proposed", words.When(e.Slot)],
            AgendaEvent.Countered e => texts["agenda.event.countered", words.When(e.Slot)],
            AgendaEvent.Accepted => texts["agenda.event.accepted"],
            AgendaEvent.Declined => texts["agenda.event.declined"],
            AgendaEvent.Moved e => texts["agenda.event.moved", words.When(e.Slot)],
            AgendaEvent.OccurrenceMoved e => texts["agenda.event.day-moved", say.ShortDate(e.Original), words.When(e.Slot)],
            AgendaEvent.OccurrenceCancelled e => texts["agenda.event.day-cancelled", say.ShortDate(e.Original)],
            AgendaEvent.Cancelled => texts["agenda.event.cancelled"],
            AgendaEvent.Planned => texts["agenda.event.planned"],
            AgendaEvent.PeopleNamed e => texts["agenda.event.people-named", e.Count],
            AgendaEvent.FileAdded => texts["agenda.event.file-added"],
            AgendaEvent.OutcomeRecorded => texts["agenda.event.outcome"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Icon(AgendaEvent fact) =>
        fact switch
        {
            AgendaEvent.Proposed => "send",
            AgendaEvent.Accepted => "handshake",
            AgendaEvent.Declined or AgendaEvent.Cancelled or AgendaEvent.OccurrenceCancelled => "ban",
            AgendaEvent.Planned => "file-text",
            AgendaEvent.PeopleNamed => "users",
            AgendaEvent.FileAdded => "paperclip",
            AgendaEvent.OutcomeRecorded => "circle-check",
            _ => "calendar",
        };

    private static string? Body(AgendaEvent fact) =>
        fact switch
        {
            AgendaEvent.Countered e => e.Reason,
            AgendaEvent.Declined e => e.Reason,
            AgendaEvent.Moved e => e.Reason,
            AgendaEvent.OccurrenceMoved e => e.Reason,
            AgendaEvent.OccurrenceCancelled e => e.Reason,
            AgendaEvent.Cancelled e => e.Reason,
            AgendaEvent.Planned e => e.Plan,
            AgendaEvent.FileAdded e => e.File?.Description,
            AgendaEvent.OutcomeRecorded e => e.Outcome,
            _ => null,
        };
}
