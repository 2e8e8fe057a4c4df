using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>The worklist: what lapses first on top, fifty at a time, narrowed by what the address says, and a box that opens a case by its number.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class WorklistModel(
    ComplaintQueries queries,
    SavedFilters saved,
    CurrentActor current,
    Receivers receivers,
    Units units,
    Regions regions,
    PostQueries posts,
    PostNames names,
    DataFolder folder,
    Texts texts
) : FilterPageModel(current, receivers, units, regions, posts, names, folder, texts)
{
    public IReadOnlyList<TabCount> Tabs { get; private set; } = [];

    public Tab Tab { get; private set; }

    public CasePage Cases { get; private set; } = new([], null);

    /// <summary>The reader's own filters, each with how many cases it holds.</summary>
    public IReadOnlyList<(SavedFilter Filter, TabCount Count, bool IsThis)> Saved { get; private set; } = [];

    /// <summary>The one office the list is narrowed to; only where there are several.</summary>
    public OfficeCode? Office => Filter.Office;

    /// <summary>What an address of this list carries along.</summary>
    public string Narrowed => Filter.Query;

    /// <summary>True where the list does not begin at its top.</summary>
    public bool IsFurther { get; private set; }

    /// <summary>The place the list begins at.</summary>
    public string? After { get; private set; }

    /// <summary>Who assigns cases may pick several.</summary>
    public bool MayPick => Staff.Role == Role.AgencyAdmin;

    /// <summary>Every case of the page stands ticked.</summary>
    public bool AllPicked { get; private set; }

    /// <summary>What was typed into the box.</summary>
    public string? Typed { get; private set; }

    /// <summary>The typed number leads nowhere: unknown, unreadable and out of scope are the same.</summary>
    public bool NotFoundHere { get; private set; }

    /// <summary>Words for a case without a title: not opened for an auditor, or gone.</summary>
    public string Nameless => Staff.Role == Role.Auditor ? "desk.untitled" : "desk.erased";

    public async Task<IActionResult> OnGet(string? tab, string? setelah, string? nomor, string? pilih, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(nomor))
        {
            if (PublicNumbers.Read(nomor) is { } number && await queries.Find(Staff, number, cancel) is not null)
            {
                return RedirectToPage("/Complaints/Pages/Desk/Case", new { nomor = number.Value });
            }

            Typed = nomor.Length <= 40 ? nomor.Trim() : nomor[..40];
            NotFoundHere = true;
        }

        await ReadFilter(cancel);
        var tabs = DeskTabs.For(Staff);
        Tab = DeskTabs.Read(tab, tabs);
        Tabs = await queries.Counts(Staff, tabs, cancel, Filter);
        IsFurther = setelah is not null;
        After = setelah;
        AllPicked = pilih == "semua";
        Cases = await queries.List(Staff, Tab, setelah, cancel, Filter);
        await Keep(tabs, cancel);
        return Page();
    }

    private async Task Keep(IReadOnlyList<Tab> tabs, CancellationToken cancel)
    {
        var kept = new List<(SavedFilter, TabCount, bool)>();
        foreach (var one in await saved.Of(Staff.Account, cancel))
        {
            var tab = DeskTabs.Read(one.Tab, tabs);
            var count = (await queries.Counts(Staff, [tab], cancel, one.Filter))[0];
            kept.Add((one, count, tab == Tab && one.Filter == Filter));
        }

        Saved = kept;
    }
}
