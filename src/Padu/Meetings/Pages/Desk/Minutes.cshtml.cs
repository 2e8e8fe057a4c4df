using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>The minutes as they stand, to read and to print; before their approval for the offices that convene only.</summary>
public sealed class MinutesModel(MeetingQueries queries, CurrentActor current) : MeetingPageModel(queries, current)
{
    protected override bool IsThere() => ShowsMinutes;

    public void OnGet() { }
}
