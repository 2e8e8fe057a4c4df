using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// Several cases to one office and unit: chosen in the worklist, looked at as they would become, confirmed. Nothing is written before the confirmation, and
/// each case is then decided by itself, at the version that stood in the worklist.
/// </summary>
[Authorize(Policy = Policies.Verifier)]
public sealed class AssignManyModel(
    BulkAssignments bulk,
    ComplaintQueries queries,
    CurrentActor current,
    Receivers receivers,
    Units units,
    Texts texts
) : PageModel
{
    /// <summary>Each case as <c>number~version</c>.</summary>
    [BindProperty(Name = "kasus", SupportsGet = true)]
    public List<string>? Picked { get; set; }

    /// <summary>The code of the office.</summary>
    [BindProperty]
    public string? Target { get; set; }

    /// <summary>The code of the unit.</summary>
    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Instruction { get; set; }

    public IReadOnlyList<ChosenCase> Chosen { get; private set; } = [];

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>What would happen; null before it was asked for.</summary>
    public IReadOnlyList<AssignPreview>? Previews { get; private set; }

    /// <summary>The province may send to any of its offices, an office to its own units.</summary>
    public IReadOnlyList<Office> Offices => Staff.Office.Level == OfficeLevel.Province ? receivers.All : [Staff.Office];

    public IEnumerable<UnitCode> UnitCodes => units.Of(Staff.Office);

    private Actor.Staff Staff => current.Staff!;

    public static string Picking(ComplaintRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Number}~{row.Version}");

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Show(cancel);
        Target = Lines.Select(line => line.Row.Office).Distinct().ToList() is [var one] ? one.Value : Staff.Office.Code.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostPreview(CancellationToken cancel)
    {
        if (await Read(cancel) is { } assign)
        {
            Previews = await bulk.Preview(Staff, Chosen, assign, cancel);
        }

        return Page();
    }

    /// <summary>Back to the form with what was typed.</summary>
    public async Task<IActionResult> OnPostChange(CancellationToken cancel)
    {
        await Show(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirm(CancellationToken cancel) =>
        await Read(cancel) is { } assign
            ? RedirectToPage("/Complaints/Pages/Desk/AssignedMany", new { id = await bulk.Confirm(Staff, Chosen, assign, cancel) })
            : Page();

    /// <summary>What was asked for; null where something is missing, with a sentence beside it.</summary>
    private async Task<ComplaintCommand.Assign?> Read(CancellationToken cancel)
    {
        await Show(cancel);
        var office = Offices.FirstOrDefault(one => one.Code.Value == Target);
        var unit = UnitCodes.Where(one => one.Value == Unit).Select(one => (UnitCode?)one).FirstOrDefault();
        if (office is null)
        {
            ModelState.AddModelError(nameof(Target), texts["desk.choose"]);
        }

        if (unit is null)
        {
            ModelState.AddModelError(nameof(Unit), texts["desk.choose"]);
        }

        var instruction = string.IsNullOrWhiteSpace(Instruction) ? null : Instruction.Trim();
        ModelState.AddRefusals(texts, Wording.Check(nameof(Instruction), instruction, required: false, longest: 2_000));
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError("", texts["bulk.nothing-picked"]);
        }

        return ModelState.IsValid ? new ComplaintCommand.Assign(office, unit!.Value, instruction) : null;
    }

    /// <summary>The cases that were picked, as far as this reader sees them.</summary>
    private async Task Show(CancellationToken cancel)
    {
        Chosen = [.. (Picked ?? []).Take(BulkAssignments.Most).Select(Parse).OfType<ChosenCase>().DistinctBy(one => one.Number)];
        Lines = await queries.Lines(Staff, [.. Chosen.Select(one => one.Number)], cancel);
        Chosen = [.. Chosen.Where(one => Lines.Any(line => line.Row.Number == one.Number))];
    }

    private static ChosenCase? Parse(string? picked) =>
        picked?.Split('~') is [var number, var version]
        && PublicNumbers.Read(number) is { } read
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new ChosenCase(read, seen)
            : null;
}
