using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Triage;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Triage.Pages;

/// <summary>One kind of grievance: which body, why, how long there is, what to bring, how to get there.</summary>
[AllowAnonymous]
[Compressed]
public sealed class DoorModel(Triager triage, OfficeRegister offices, Say say, Texts texts) : PageModel
{
    /// <summary>Since when it has been known, as the person says; the days left are counted from it.</summary>
    [BindProperty(SupportsGet = true, Name = "sejak")]
    public LocalDate? Since { get; set; }

    public GrievanceKind Kind { get; private set; } = null!;

    /// <summary>The name of the one office to go to; null where it depends on the region, or none is registered.</summary>
    public string? Office =>
        !Kind.IsRegional && triage.Addressee(Kind, region: null) is { } office ? offices.NameOf(office.Code, Languages.Current) : null;

    /// <summary>The law of a rule; in which kind of election it holds, where each kind has its own.</summary>
    public string Law(DeadlineRule rule) =>
        OwnRules.Count > 1 ? texts["where.law-in", texts[TriageWords.Election(rule.Code)], rule.Source] : rule.Source;

    public IReadOnlyList<DeadlineRule> OwnRules => [.. Limits.Rules(Kind, ClockSide.Complainant, say.Today, triage.Legal)];

    public IReadOnlyList<DeadlineRule> TheirRules => [.. Limits.Rules(Kind, ClockSide.Institution, say.Today, triage.Legal)];

    /// <summary>Empty until a day was given that can be counted from.</summary>
    public IEnumerable<(Explanation Period, Nearness Left)> Periods => ModelState.IsValid && Since is { } day ? triage.Time(Kind, day) : [];

    /// <summary>The key of what is said about names: what that body demands, and what becomes of an anonymous complaint.</summary>
    public string IdentityWords =>
        Kind.InformationOnly ? "where.participant-only"
        : Kind.Brings.Contains(Bring.Identity) ? "where.needs-name"
        : Kind.IsHere ? "where.name-optional-here"
        : "where.name-optional";

    public IActionResult OnGet(string jenis)
    {
        if (triage.Find(jenis) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        if (Since > say.Today)
        {
            ModelState.AddModelError(nameof(Since), texts["where.since.future"]);
        }
        else if (Since is { } day && Limits.Rules(kind, ClockSide.Complainant, say.Today, triage.Legal).Any(rule => day < rule.ValidFrom))
        {
            ModelState.AddModelError(nameof(Since), texts["where.since.too-early"]);
        }

        return Page();
    }
}
