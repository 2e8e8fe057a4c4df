using Microsoft.AspNetCore.Mvc;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Decisions × offices as a workbook.</summary>
public sealed class DecisionsSheetModel(MeetingQueries queries, CurrentActor current, DecisionGrids grids)
    : MeetingPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(CancellationToken cancel) =>
        Workbook.Of([(await grids.Of(Opened, Reader, cancel)).Grid], $"keputusan-{Meeting.Code}");
}
