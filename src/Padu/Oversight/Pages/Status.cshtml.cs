using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Oversight.Pages;

/// <summary>The operator's page: machine, followers, dead letters, sweeps, rules and holidays. No case content whatsoever.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class StatusModel(SystemStatus status, OversightDesk desk, Deliveries deliveries, CurrentActor current, Texts texts)
    : PageModel
{
    /// <summary>Follower, position and ordinal of a dead delivery.</summary>
    [BindProperty]
    public string? Delivery { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [TempData]
    public string? Done { get; set; }

    public StatusReport Report { get; private set; } = null!;

    public string Length(Duration uptime) => texts["status.uptime.value", (int)uptime.TotalDays, uptime.Hours, uptime.Minutes];

    public async Task OnGet(CancellationToken cancel) => Report = await status.Report(cancel);

    public async Task<IActionResult> OnPostRetry(CancellationToken cancel) =>
        await Find(cancel) is { } dead && await deliveries.Retry(dead) ? Finished("status.retried") : await Gone(cancel);

    public async Task<IActionResult> OnPostGiveUp(CancellationToken cancel)
    {
        if (await Find(cancel) is not { } dead)
        {
            return await Gone(cancel);
        }

        if (await desk.GiveUp(current.Staff!, dead, Reason?.Trim() ?? "", cancel) is not { } refusal)
        {
            return Finished("status.given-up");
        }

        ModelState.AddRefusal(refusal with { Field = null }, texts);
        Report = await status.Report(cancel);
        return Page();
    }

    private RedirectToPageResult Finished(string done)
    {
        Done = done;
        return RedirectToPage();
    }

    private async Task<IActionResult> Gone(CancellationToken cancel)
    {
        ModelState.AddModelError("", texts["status.gone"]);
        Report = await status.Report(cancel);
        return Page();
    }

    private async Task<DeliveryRow?> Find(CancellationToken cancel) =>
        Delivery?.Split('/') is [var follower, var position, var ordinal]
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? await status.Dead(follower, at, which, cancel)
            : null;
}
