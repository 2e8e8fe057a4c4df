using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>What the complainant is asked beside the answer: a power of attorney, consent to a transfer, and the way between the parts of a letter.</summary>
public sealed partial class CaseModel
{
    /// <summary><c>ya</c> or <c>tidak</c>: the button that was pressed.</summary>
    [BindProperty]
    public string? Agrees { get; set; }

    /// <summary>An address told with the consent.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>The body demands an address and none was told.</summary>
    public bool AsksAddress { get; private set; }

    /// <summary>The body demands an address.</summary>
    public bool SendsAddress { get; private set; }

    /// <summary>The parts of this letter, or the letter this is a part of.</summary>
    public IReadOnlyList<Complaint> Related { get; private set; } = [];

    /// <summary>What the body to which this may go has as its own period; null when none is known.</summary>
    public Explanation? OtherPeriod =>
        Case.Transfer is { } transfer ? Transferring.Period(transfer.Addressee, transfer.KnownOn, Case.Concern, Legal) : null;

    /// <summary>Why it should go on, in the office's words.</summary>
    public string? TransferReason { get; private set; }

    public string NameOfOffice(Domain.Organisations.OfficeCode office) => offices.NameOf(office, texts.Language.TwoLetterISOLanguageName);

    public Task<IActionResult> OnPostPower(CancellationToken cancel) => Act(files => new ComplaintCommand.ShowPower(files), cancel);

    /// <summary>Yes or no to the proposed transfer; a form without either is asked again.</summary>
    public async Task<IActionResult> OnPostTransfer(CancellationToken cancel)
    {
        if (Agrees is "ya" or "tidak")
        {
            Address = string.IsNullOrWhiteSpace(Address) ? null : Address.Trim().Normalize(System.Text.NormalizationForm.FormC);
            return await Act(_ => new ComplaintCommand.AnswerTransfer(Agrees == "ya", Thanks) { Address = Address }, cancel);
        }

        await Show(TimelineReader.Complainant, cancel);
        return Page();
    }

    private async Task ShowDemands(CancellationToken cancel)
    {
        SendsAddress =
            Case.Transfer is { NeedsIdentity: true, IsAgreed: false } transfer
            && addressees.Find(transfer.Addressee.Value) is not { NeedsAddress: false };
        AsksAddress = SendsAddress && await queries.IdentityOf(Case, cancel) is not { Address: not null };
    }

    /// <summary>From a letter to one of its parts, and back: the same person, the same code.</summary>
    public async Task<IActionResult> OnPostGo(string? nomor, CancellationToken cancel)
    {
        if ((await queries.FamilyOf(Case, cancel)).FirstOrDefault(one => one.Number.Value == nomor) is { } chosen)
        {
            Session.Begin(HttpContext, chosen, await queries.Letter(chosen, cancel));
            return RedirectToPage("/Complaints/Pages/Tracking/Case");
        }

        await Show(TimelineReader.Complainant, cancel);
        return Page();
    }
}
