using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>The worklist: what lapses first on top, fifty at a time, and a box that opens a case by its number.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class WorklistModel(ComplaintQueries queries, CurrentActor current) : PageModel
{
    public IReadOnlyList<TabCount> Tabs { get; private set; } = [];

    public Tab Tab { get; private set; }

    public CasePage Cases { get; private set; } = new([], null);

    /// <summary>The one office the list is narrowed to; only where there are several.</summary>
    public OfficeCode? Office { get; private set; }

    /// <summary>What an address of this list carries along.</summary>
    public string Narrowed => Office is { } office ? $"&kantor={office}" : "";

    /// <summary>True where the list does not begin at its top.</summary>
    public bool IsFurther { get; private set; }

    /// <summary>What was typed into the box.</summary>
    public string? Typed { get; private set; }

    /// <summary>The typed number leads nowhere: unknown, unreadable and out of scope are the same.</summary>
    public bool NotFoundHere { get; private set; }

    /// <summary>Words for a case without a title: not opened for an auditor, or gone.</summary>
    public string Nameless => current.Staff!.Role == Role.Auditor ? "desk.untitled" : "desk.erased";

    public async Task<IActionResult> OnGet(string? tab, string? setelah, string? nomor, string? kantor, CancellationToken cancel)
    {
        var staff = current.Staff!;
        if (!string.IsNullOrWhiteSpace(nomor))
        {
            if (PublicNumbers.Read(nomor) is { } number && await queries.Find(staff, number, cancel) is not null)
            {
                return RedirectToPage("/Complaints/Pages/Desk/Case", new { nomor = number.Value });
            }

            Typed = nomor.Length <= 40 ? nomor.Trim() : nomor[..40];
            NotFoundHere = true;
        }

        Office = Access.Scope(staff).All && kantor is { Length: > 0 and < 40 } ? new OfficeCode(kantor) : null;
        var tabs = DeskTabs.For(staff);
        Tab = DeskTabs.Read(tab, tabs);
        Tabs = await queries.Counts(staff, tabs, cancel, Office);
        IsFurther = setelah is not null;
        Cases = await queries.List(staff, Tab, setelah, cancel, Office);
        return Page();
    }
}
