using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Records that the onward letter went out, with its number and date.</summary>
public sealed class SendTransferModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    IOnwardLetters letters
) : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? SentOn { get; set; }

    [BindProperty]
    public string? LetterNumber { get; set; }

    /// <summary>The letter of the office's own book that goes with this transfer; null where none was issued.</summary>
    public OnwardLetterIssued? Letter { get; private set; }

    protected override Act Does => Act.SendTransfer;

    /// <summary>Number and date stand in the form where the letter has them already; a letter that was written elsewhere is typed.</summary>
    public async Task OnGet(CancellationToken cancel)
    {
        Letter = await letters.Of(Case.Complaint, cancel);
        (LetterNumber, SentOn) = (Letter?.Number, Letter?.On);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Letter = await letters.Of(Case.Complaint, cancel);
        return SentOn is { } day ? await Send(new ComplaintCommand.SendTransfer(day, Trimmed(LetterNumber) ?? ""), cancel) : AskDate();
    }

    private PageResult AskDate()
    {
        ModelState.AddRefusal(new Domain.Refusal("text.required", nameof(SentOn)), Texts);
        return Page();
    }
}
