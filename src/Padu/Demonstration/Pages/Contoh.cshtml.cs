using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Demonstration.Pages;

/// <summary>The log-ins of a demonstration and receipts to try; an installation has no such page.</summary>
[AllowAnonymous]
public sealed class ContohModel(HostSettings settings, DataFolder folder, OfficeRegister offices, Units units, Texts texts) : PageModel
{
    public DemonstrationNotes Notes { get; private set; } = new("", []);

    /// <summary>By office, in the order of the table.</summary>
    public ImmutableArray<IGrouping<string, DemonstrationAccount>> Offices { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!settings.Demonstration || DemonstrationNotes.Read(folder) is not { } notes)
        {
            return NotFound();
        }

        Notes = notes;
        Offices = [.. DemonstrationAccounts.Load().GroupBy(one => offices.NameOf(one.Office, texts.Language.TwoLetterISOLanguageName))];
        return Page();
    }

    /// <summary>The post in words, with its unit where it has one.</summary>
    public string Post(DemonstrationAccount one) =>
        string.Join(", ", new[] { texts[$"demo.post.{one.Title.Value}"], UnitName(one) }.OfType<string>());

    private string? UnitName(DemonstrationAccount one) =>
        one.Unit is { } code && units.Find(code) is { } unit
            ? texts.Language.TwoLetterISOLanguageName == "en"
                ? unit.NameEn
                : unit.NameId
            : null;
}
