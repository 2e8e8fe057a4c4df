using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Organisations.Pages;

/// <summary>Makes a post beside the standard ones.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class NewPostModel(
    OrganisationDesk desk,
    OfficeRegister offices,
    Units units,
    StandardPosts standard,
    PostNames names,
    CurrentActor actor,
    Texts texts,
    IClock clock
) : PageModel
{
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    public IEnumerable<Choice> Offices =>
        offices
            .Tree.All.Where(office => Enum.GetValues<Role>().Any(role => Open(office, role)))
            .Select(office => new Choice(office.Code.Value, names.Office(office.Code)));

    public IEnumerable<Choice> Roles =>
        Enum.GetValues<Role>()
            .Where(role => offices.Tree.All.Any(office => Open(office, role)))
            .Select(role => new Choice(role.Code(), names.Role(role)));

    public IEnumerable<Choice> UnitChoices => units.All.Select(unit => new Choice(unit.Code.Value, names.Unit(unit.Code)));

    public IEnumerable<Choice> Titles => standard.Titles.Select(title => new Choice(title.Value, texts[$"title.{title}"]));

    public void OnGet(string? kantor) => Office = kantor ?? actor.Staff!.Office.Code.Value;

    public async Task<IActionResult> OnPostAsync()
    {
        var title = standard.Titles.FirstOrDefault(known => known.Value == Title);
        if (!CodeOf.TryParse<Role>(Role, out var role) || title.Value is null)
        {
            ModelState.AddModelError(title.Value is null ? nameof(Title) : nameof(Role), texts["form.required"]);
            return Page();
        }

        var unit = string.IsNullOrEmpty(Unit) ? (UnitCode?)null : new UnitCode(Unit);
        var acted = await desk.Create(actor.Actor, clock.GetCurrentInstant(), new OfficeCode(Office ?? ""), role, unit, title);
        if (acted.IsRefused)
        {
            ModelState.AddRefusal(acted.Refusal, texts);
            return Page();
        }

        return RedirectToPage("/Organisations/Pages/PostList", new { kantor = Office });
    }

    private bool Open(Office office, Role role) => Posts.Fits(role, office) && Administration.MayFill(actor.Actor, office, role);
}
