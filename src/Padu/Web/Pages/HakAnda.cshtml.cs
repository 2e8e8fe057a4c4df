using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Calendar;

namespace Padu.Web.Pages;

/// <summary>What the law gives a complainant, in everyday words, with every limit as its rule row states it.</summary>
[AllowAnonymous]
[Compressed]
public sealed class HakAndaModel(DeadlineRules rules, Say say) : PageModel
{
    /// <summary>The rule rows that hold today.</summary>
    public IEnumerable<DeadlineRule> Limits =>
        rules.Rows.Where(row => row.ValidFrom <= say.Today && (row.ValidTo is not { } last || say.Today <= last));
}
