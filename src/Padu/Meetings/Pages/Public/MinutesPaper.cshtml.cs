using Microsoft.AspNetCore.Mvc;

namespace Padu.Meetings.Pages.Public;

/// <summary>The approved minutes as PDF.</summary>
public sealed class MinutesPaperModel(MeetingQueries queries, MinutesPaper paper) : PublicMeetingPageModel(queries)
{
    public async Task<IActionResult> OnGet(CancellationToken cancel) =>
        Meeting.HasPublishedMinutes ? await paper.Of(HttpContext, Opened, cancel) : NotFound();
}
