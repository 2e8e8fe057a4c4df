using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Calendar;

namespace Padu.Web.Pages;

/// <summary>How to file and follow a complaint, what is owed by when, and which door is the right one.</summary>
[AllowAnonymous]
[Compressed]
public sealed class BantuanModel(DeadlineRules rules, Say say) : PageModel
{
    /// <summary>Questions of the page, by the last part of their key.</summary>
    public static readonly IReadOnlyList<string> Questions = ["code", "anonymous", "late", "wait", "offline", "fee", "suggest"];

    /// <summary>How long a rule gives today, in words: no page says a number that is not in the table.</summary>
    public string Amount(string rule)
    {
        var row = rules.On(new RuleCode(rule), say.Today);
        return say.Amount(row.Amount, row.Unit);
    }
}
