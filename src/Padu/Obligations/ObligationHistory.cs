using NodaTime;
using Padu.Domain.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Obligations;

/// <summary>The history of an obligation as the desk reads it, newest first.</summary>
public sealed class ObligationHistory(Texts texts, Say say, ObligationWords words)
{
    public IReadOnlyList<TimelineItem> Of(IEnumerable<Recorded<ObligationEvent>> history) =>
        history.NewestFirst(Icon, Title, Body, words.Office);

    /// <summary>That a day passed is told with that day: the program may have come to it much later.</summary>
    private string Title(ObligationEvent fact) =>
        fact is ObligationEvent.Overdue { DueAt: var end } ? texts[Key(fact), say.Date(end - Duration.Epsilon)] : texts[Key(fact)];

    private static string Key(ObligationEvent fact) =>
        fact switch
        {
            ObligationEvent.Promised { Predecessor: not null } => "obligation.event.taken-over",
            ObligationEvent.Promised => "obligation.event.promised",
            ObligationEvent.EvidenceGiven => "obligation.event.evidence-given",
            ObligationEvent.EvidenceRefused => "obligation.event.evidence-refused",
            ObligationEvent.Accepted => "obligation.event.accepted",
            ObligationEvent.Overdue => "obligation.event.overdue",
            ObligationEvent.Recounted => "obligation.event.recounted",
            ObligationEvent.CarriedOver => "obligation.event.carried-over",
            ObligationEvent.Lapsed => "obligation.event.lapsed",
            ObligationEvent.Withdrawn => "obligation.event.withdrawn",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Icon(ObligationEvent fact) =>
        fact switch
        {
            ObligationEvent.Promised => "handshake",
            ObligationEvent.EvidenceGiven => "paperclip",
            ObligationEvent.EvidenceRefused => "corner-up-left",
            ObligationEvent.Accepted => "circle-check",
            ObligationEvent.Overdue => "triangle-alert",
            ObligationEvent.CarriedOver => "arrow-right",
            ObligationEvent.Recounted => "calendar",
            _ => "archive",
        };

    private static string? Body(ObligationEvent fact) =>
        fact switch
        {
            ObligationEvent.EvidenceGiven e => e.Link is null ? e.Text : $"{e.Text}\n{e.Link}",
            ObligationEvent.EvidenceRefused e => e.Reason,
            ObligationEvent.Accepted e => e.Note,
            ObligationEvent.CarriedOver e => e.Reason,
            ObligationEvent.Withdrawn e => e.Reason,
            _ => null,
        };
}
