using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>What every page about one case shares: the case of the number in the address.</summary>
[Authorize(Policy = Policies.Desk)]
public abstract class CasePageModel(ComplaintQueries queries, CurrentActor current) : DeskPageModel<CaseFile, ComplaintEvent>(current)
{
    public CaseFile Case => Opened;

    public string Number => Case.Complaint.Number.Value;

    protected override async Task<CaseFile?> Find(Actor.Staff reader, CancellationToken cancel) =>
        PublicNumbers.Read(RouteData.Values["nomor"] as string) is { } number ? await queries.Open(reader, number, cancel) : null;

    protected RedirectToPageResult ToCase(int? written = null) =>
        RedirectToPage("/Complaints/Pages/Desk/Case", new { nomor = Number, baru = written });
}
