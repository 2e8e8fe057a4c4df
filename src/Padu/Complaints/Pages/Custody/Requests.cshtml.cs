using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Custody;

/// <summary>What waits for a custodian, or for a second officer, and what they decided lately.</summary>
[Authorize(Policy = Policies.Judge)]
public sealed class RequestsModel(CustodyQueries queries, CurrentActor current, IClock clock) : PageModel
{
    public IReadOnlyList<CustodyRow> Waiting { get; private set; } = [];

    public IReadOnlyList<CustodyRow> Ended { get; private set; } = [];

    public string? Next { get; private set; }

    public bool IsCustodian => current.Staff!.Role == Role.Custodian;

    public bool IsLate(CustodyRow row) => row.DueAt <= clock.GetCurrentInstant();

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        (Waiting, Next) = await queries.Waiting(current.Staff!, setelah, cancel);
        Ended = setelah is null ? await queries.Ended(current.Staff!, cancel) : [];
    }
}
