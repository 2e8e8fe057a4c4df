using Microsoft.AspNetCore.Mvc;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>The minutes as they stand as PDF, for whom their page is; a draft is marked as one.</summary>
public sealed class MinutesPaperModel(MeetingQueries queries, CurrentActor current, MinutesPaper paper) : MeetingPageModel(queries, current)
{
    protected override bool IsThere() => ShowsMinutes;

    public Task<IActionResult> OnGet(CancellationToken cancel) => paper.Of(HttpContext, Opened, cancel);
}
