using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Triage;
using Padu.Organisations;
using Padu.Triage;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Proposes to hand the case on to another body; the complainant decides.</summary>
public sealed class ProposeTransferModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    Addressees addressees,
    Triager triage
) : ActPageModel(desk, queries, current, texts)
{
    /// <summary>The code of the body.</summary>
    [BindProperty]
    public string? Addressee { get; set; }

    /// <summary>A code of <see cref="TransferExtent"/>.</summary>
    [BindProperty]
    public string? Extent { get; set; }

    [BindProperty]
    public LocalDate? KnownOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>An anonymous case is offered only to bodies that take one without a name.</summary>
    public IEnumerable<Addressee> Bodies =>
        addressees.All.Where(body => !body.NeedsIdentity || Case.Complaint.Level != IdentityLevel.Anonymous);

    protected override Act Does => Act.ProposeTransfer;

    /// <summary>The kind the officer decided, or what the story sounds like; null where neither says anything.</summary>
    public GrievanceKind? Kind => triage.Find(Case.Complaint.Kind) ?? (triage.For(Case.Story) is [var first, ..] ? first.Kind : null);

    /// <summary>The addressee that follows from the kind, where it is among those this case may be offered to.</summary>
    public Addressee? Proposed =>
        Kind is { } kind && triage.Addressee(kind, Case.Complaint.Region) is { } office
            ? Bodies.FirstOrDefault(body => body.Office.Code == office.Code)
            : null;

    public void OnGet() =>
        (Extent, Addressee, KnownOn) = (TransferExtent.Whole.Code(), Proposed?.Office.Code.Value, Case.Complaint.HappenedOn);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<TransferExtent>(Extent, out var extent))
        {
            return Ask(nameof(Extent));
        }

        var body = addressees.Find(Addressee);
        return ModelState.IsValid
            ? await Send(
                new ComplaintCommand.ProposeTransfer(body?.Office, extent, body?.NeedsIdentity ?? true, KnownOn, Trimmed(Reason) ?? ""),
                cancel
            )
            : Page();
    }
}
