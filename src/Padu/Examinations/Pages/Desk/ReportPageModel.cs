using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Padu.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Examinations.Pages.Desk;

/// <summary>What every page about one report shares: the report of the number in the address.</summary>
[Authorize(Policy = Policies.Ombudsman)]
public abstract class ReportPageModel(ExaminationQueries queries, CurrentActor current)
    : DeskPageModel<ExaminationFile, ExaminationEvent>(current)
{
    public ExaminationFile Report => Opened;

    public string Number => Report.Examination.Number.Value;

    protected override async Task<ExaminationFile?> Find(Actor.Staff reader, CancellationToken cancel) =>
        PublicNumbers.Read(RouteData.Values["nomor"] as string) is { } number ? await queries.Open(reader, number, cancel) : null;

    protected RedirectToPageResult ToReport(int? written = null) =>
        RedirectToPage("/Examinations/Pages/Desk/Report", new { nomor = Number, baru = written });
}
