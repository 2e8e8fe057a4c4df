using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Calendar;

namespace Padu.Web.Pages;

/// <summary>The first page: one question, and what will happen, with the days the rule rows give.</summary>
[Compressed]
[AllowAnonymous]
public sealed class BerandaModel(DeadlineRules rules, Say say, IEnumerable<IHomePart> parts) : PageModel
{
    /// <summary>What modules add below.</summary>
    public IReadOnlyList<HomePart> Parts { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var found = new List<HomePart>();
        foreach (var part in parts)
        {
            if (await part.Now(cancel) is { } shown)
            {
                found.Add(shown);
            }
        }

        Parts = found;
    }

    public string Limit(string rule)
    {
        var row = rules.On(new RuleCode(rule), say.Today);
        return say.Amount(row.Amount, row.Unit);
    }
}
