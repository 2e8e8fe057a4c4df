using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Organisations;

namespace Padu.Privacy.Pages.Desk;

/// <summary>The register of data subjects' requests: what waits, the nearest date on top, or everything, the newest on top.</summary>
[Authorize(Policy = Policies.PersonalData)]
public sealed class RequestsModel(PrivacyQueries queries, CurrentActor current, IClock clock) : PageModel
{
    public IReadOnlyList<PrivacyRequestRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>The whole register instead of what waits.</summary>
    public bool IsRegister { get; private set; }

    public string Here => IsRegister ? "/meja/pdp?buku=semua" : "/meja/pdp";

    public bool IsLate(PrivacyRequestRow row) => row.State == RequestState.Pending && row.DueAt <= clock.GetCurrentInstant();

    public async Task OnGet(string? buku, string? setelah, CancellationToken cancel)
    {
        IsRegister = buku == "semua";
        (Rows, Next) = IsRegister
            ? await queries.Register(current.Staff!, setelah, cancel)
            : await queries.Waiting(current.Staff!, setelah, cancel);
    }
}
