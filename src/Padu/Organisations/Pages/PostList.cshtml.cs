using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Web.Controls;

namespace Padu.Organisations.Pages;

/// <summary>The posts of one office and who holds them.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class PostListModel(PostQueries posts, OfficeRegister offices, PostNames names, CurrentActor actor, IClock clock) : PageModel
{
    [BindProperty(Name = "kantor", SupportsGet = true)]
    public string? Office { get; set; }

    public ImmutableArray<PostView> Posts { get; private set; } = [];

    public IEnumerable<Choice> Offices => Administered.Select(office => new Choice(office.Code.Value, names.Office(office.Code)));

    private IEnumerable<Office> Administered =>
        offices.Tree.All.Where(office =>
            office.Institution != Institution.Other && Administration.MayFill(actor.Actor, office, Role.Auditor)
        );

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Office ??= actor.Staff!.Office.Code.Value;
        if (Administered.All(office => office.Code.Value != Office))
        {
            return NotFound();
        }

        Posts = await posts.In([new OfficeCode(Office)], cancel);
        return Page();
    }

    /// <summary>Who holds the post today or will hold it.</summary>
    public IEnumerable<Holding> Holders(PostView post)
    {
        var today = offices.DayIn(offices.Find(post.Row.Office)!, clock.GetCurrentInstant());
        return post.Holdings.Where(holding => !holding.IsOverOn(today));
    }
}
