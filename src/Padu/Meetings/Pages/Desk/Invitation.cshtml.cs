using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>The invitation to print: to the reader's own office, or to all where it convenes.</summary>
public sealed class InvitationModel(MeetingQueries queries, CurrentActor current) : MeetingPageModel(queries, current)
{
    public OfficeCode? Addressee => Convenes ? null : Reader.Office.Code;

    protected override bool IsThere() => Meeting.IsPublic;

    public void OnGet() { }
}
