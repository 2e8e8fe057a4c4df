using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Sends the case to the office and unit that must answer (disposisi).</summary>
public sealed class AssignModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    Receivers receivers,
    Units units
) : ActPageModel(desk, queries, current, texts)
{
    /// <summary>The code of the office.</summary>
    [BindProperty]
    public string? Target { get; set; }

    /// <summary>The code of the unit.</summary>
    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Instruction { get; set; }

    /// <summary>The province may send to any of its offices, an office to its own units.</summary>
    public IReadOnlyList<Office> Offices =>
        Case.Reader.Office.Level == OfficeLevel.Province
            ? [.. receivers.All.Where(office => office.Code != Case.Complaint.Against)]
            : [Case.Reader.Office];

    public IEnumerable<UnitCode> UnitCodes => units.Of(Case.Reader.Office);

    protected override Act Does => Act.Assign;

    public void OnGet()
    {
        Target = Case.Complaint.Subject.Seat.Value;
        Unit = Case.Complaint.Unit?.Value;
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        Unit is not null && units.Find(new UnitCode(Unit)) is { } unit
            ? await Send(
                new ComplaintCommand.Assign(
                    receivers.All.FirstOrDefault(office => office.Code.Value == Target),
                    unit.Code,
                    Trimmed(Instruction)
                ),
                cancel
            )
            : Ask(nameof(Unit));
}
