using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Meetings;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>The file that answers a question, as a download for whoever reads that answer.</summary>
public sealed class AttachmentModel(MeetingQueries queries, CurrentActor current, EvidenceDownload download)
    : MeetingPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Meeting.Sheets.FirstOrDefault(one => one.Submitted == version && version > 0) is { } sheet
        && Asking.MayRead(Meeting, Reader, sheet)
        && Opened.Answers(version).FirstOrDefault(one => one.Number == index) is { File: { } file }
            ? await download.Of(HttpContext, file, cancel)
            : NotFound();
}
