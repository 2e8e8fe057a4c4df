using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// The onward letter for printing, once the complainant agreed. The name stands in it only where this reader may see it; of a protected identity the lines
/// stay empty, to be filled in by whoever opened it with a reason.
/// </summary>
public sealed class OnwardLetterModel(ComplaintQueries queries, CurrentActor current, Addressees addressees)
    : CasePageModel(queries, current)
{
    private readonly ComplaintQueries queries = queries;

    public OfficeCode Addressee { get; private set; }

    public bool NeedsIdentity { get; private set; }

    /// <summary>No more of a person goes on than that body demands.</summary>
    public bool NeedsAddress { get; private set; }

    /// <summary>Why it goes on, as the complainant read it.</summary>
    public string? Reason { get; private set; }

    public Identity? Identity { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var proposed = Case.History.Select(recorded => recorded.Fact).OfType<ComplaintEvent.TransferProposed>().LastOrDefault();
        var isAgreed =
            Case.Complaint.Transfer is { IsAgreed: true } || Case.History.Any(recorded => recorded.Fact is ComplaintEvent.Transferred);
        if (proposed is null || !isAgreed)
        {
            return NotFound();
        }

        (Addressee, NeedsIdentity, Reason) = (proposed.Addressee, proposed.NeedsIdentity, proposed.Reason);
        NeedsAddress = NeedsIdentity && addressees.Find(Addressee.Value) is not { NeedsAddress: false };
        if (NeedsIdentity && Access.SeesIdentity(Case.Reader, Case.Complaint.Subject))
        {
            Identity = await queries.IdentityOf(Case.Complaint, cancel);
        }

        return Page();
    }
}
