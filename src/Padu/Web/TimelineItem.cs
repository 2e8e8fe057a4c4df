using NodaTime;

namespace Padu.Web;

/// <summary>How an entry of a timeline looks: internal notes are unmistakably different from what the complainant reads.</summary>
public enum TimelineKind
{
    Public,
    Internal,
    Next,
    Ombudsman,
}

/// <summary>One entry of the partial <c>_Timeline</c>, newest first.</summary>
/// <param name="Icon">A name of <c>assets/ikon.json</c>.</param>
/// <param name="Moment">When; null for what is still to come.</param>
/// <param name="Body">What somebody wrote, shown as a quotation with its line breaks.</param>
/// <param name="Note">A quiet line under the title: by whom, how many days it took, whose move it is.</param>
public sealed record TimelineItem(
    string Icon,
    string Title,
    Instant? Moment = null,
    string? Body = null,
    TimelineKind Kind = TimelineKind.Public,
    string? Note = null
);
