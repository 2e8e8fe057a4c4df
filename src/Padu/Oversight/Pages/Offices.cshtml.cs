using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Oversight.Pages;

/// <summary>A head's one minute: the offices side by side, each figure one click from its list.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class OfficesModel(OfficeFigures figures, CurrentActor current, IClock clock, DateTimeZone zone, Say say) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<OfficeLine> Lines { get; private set; } = [];

    public Kept? Law => Sum(line => line.Law);

    public Kept? Channel => Sum(line => line.Channel);

    public string Share(Kept? kept) => kept is null ? "–" : $"{say.Percent(kept.Share)} ({say.Number(kept.Met)}/{say.Number(kept.Of)})";

    public async Task OnGet(int? tahun, CancellationToken cancel)
    {
        Years = await figures.Years(current.Staff!, cancel);
        Year = tahun is { } asked && Years.Contains(asked) ? asked : clock.GetCurrentInstant().InZone(zone).Year;
        Lines = await figures.Of(current.Staff!, Year, cancel);
    }

    private Kept? Sum(Func<OfficeLine, Kept?> of) =>
        Lines.Select(of).OfType<Kept>().ToList() is { Count: > 0 } some
            ? new Kept(some.Sum(one => one.Met), some.Sum(one => one.Of))
            : null;
}
