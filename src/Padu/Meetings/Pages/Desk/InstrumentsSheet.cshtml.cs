using Microsoft.AspNetCore.Mvc;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>The compiled questionnaires as a workbook, a sheet a theme: what this reader sees on the page, no more.</summary>
public sealed class InstrumentsSheetModel(MeetingQueries queries, CurrentActor current, InstrumentGrids grids)
    : MeetingPageModel(queries, current)
{
    protected override bool IsThere() => !Meeting.Instruments.IsEmpty;

    public async Task<IActionResult> OnGet(CancellationToken cancel) =>
        Workbook.Of((await grids.Of(Opened, Reader, cancel)).Select(one => one.Grid), $"instrumen-{Meeting.Code}");
}
