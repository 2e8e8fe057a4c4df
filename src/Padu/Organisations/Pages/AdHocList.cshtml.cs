using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Organisations.Pages;

/// <summary>The ad hoc bodies of one office: who they are and until when they live.</summary>
[Authorize(Policy = Policies.AdHocBodies)]
public sealed class AdHocListModel(AdHocBodies bodies, OfficeRegister offices, Law law, PostNames names, CurrentActor actor, IClock clock)
    : PageModel
{
    [BindProperty(Name = "kantor", SupportsGet = true)]
    public string? Office { get; set; }

    [BindProperty(Name = "pemilihan", SupportsGet = true)]
    public string? Election { get; set; }

    [BindProperty(Name = "setelah", SupportsGet = true)]
    public string? After { get; set; }

    [TempData]
    public string? Done { get; set; }

    public AdHocPage Bodies { get; private set; } = new([], null);

    public LocalDate Today { get; private set; }

    public IEnumerable<Choice> Offices => Kept(offices, actor).Select(office => new Choice(office.Code.Value, names.Office(office.Code)));

    public IEnumerable<Choice> Elections => law.Elections.All.Select(one => new Choice(one.Code.Value, one.Name(Languages.Current)));

    public string NameOf(AdHocRow row) => bodies.NameOf(row.Body);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if ((Office is null ? actor.Staff!.Office : Kept(offices, actor).FirstOrDefault(one => one.Code.Value == Office)) is not { } office)
        {
            return NotFound();
        }

        Office = office.Code.Value;
        Today = offices.DayIn(office, clock.GetCurrentInstant());
        Bodies = await bodies.Of(office.Code, string.IsNullOrEmpty(Election) ? null : new ElectionCode(Election), After, cancel);
        return Page();
    }

    /// <summary>The offices whose bodies this actor keeps.</summary>
    internal static IEnumerable<Office> Kept(OfficeRegister offices, CurrentActor actor) =>
        offices.Tree.All.Where(office => AdHocRules.MayKeep(actor.Actor, office));
}
