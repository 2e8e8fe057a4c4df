using Microsoft.AspNetCore.Mvc;
using Padu.Web;

namespace Padu.Meetings.Pages.Public;

/// <summary>The approved minutes to read and to print; who was present stands by office, never by name.</summary>
[Compressed]
public sealed class MinutesModel(MeetingQueries queries) : PublicMeetingPageModel(queries)
{
    public IActionResult OnGet() => Meeting.HasPublishedMinutes ? Page() : NotFound();
}
