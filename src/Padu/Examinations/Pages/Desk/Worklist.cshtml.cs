using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Complaints;
using Padu.Organisations;

namespace Padu.Examinations.Pages.Desk;

/// <summary>The Ombudsman's list: what lapses first on top (rapid response by its hours), and a box that opens a report by its number.</summary>
[Authorize(Policy = Policies.Ombudsman)]
public sealed class WorklistModel(ExaminationQueries queries, CurrentActor current) : PageModel
{
    public IReadOnlyList<ExaminationCount> Tabs { get; private set; } = [];

    public ExaminationTab Tab { get; private set; }

    public ExaminationPage Reports { get; private set; } = new([], null);

    /// <summary>True where the list does not begin at its top.</summary>
    public bool IsFurther { get; private set; }

    /// <summary>What was typed into the box.</summary>
    public string? Typed { get; private set; }

    /// <summary>The typed number leads nowhere: unknown, unreadable and out of scope are the same.</summary>
    public bool NotFoundHere { get; private set; }

    public async Task<IActionResult> OnGet(string? tab, string? setelah, string? nomor, CancellationToken cancel)
    {
        var staff = current.Staff!;
        if (!string.IsNullOrWhiteSpace(nomor))
        {
            if (PublicNumbers.Read(nomor) is { } number && await queries.Find(staff, number, cancel) is not null)
            {
                return RedirectToPage("/Examinations/Pages/Desk/Report", new { nomor = number.Value });
            }

            Typed = nomor.Length <= 40 ? nomor.Trim() : nomor[..40];
            NotFoundHere = true;
        }

        var tabs = ExaminationTabs.For(staff);
        Tab = ExaminationTabs.Read(tab, tabs);
        Tabs = await queries.Counts(staff, tabs, cancel);
        IsFurther = setelah is not null;
        Reports = await queries.List(staff, Tab, setelah, cancel);
        return Page();
    }
}
