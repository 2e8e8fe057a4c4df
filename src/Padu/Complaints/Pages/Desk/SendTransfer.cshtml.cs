using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Records that the onward letter went out, with its number and date.</summary>
public sealed class SendTransferModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? SentOn { get; set; }

    [BindProperty]
    public string? LetterNumber { get; set; }

    protected override Act Does => Act.SendTransfer;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        SentOn is { } day ? await Send(new ComplaintCommand.SendTransfer(day, Trimmed(LetterNumber) ?? ""), cancel) : AskDate();

    private PageResult AskDate()
    {
        ModelState.AddRefusal(new Domain.Refusal("text.required", nameof(SentOn)), Texts);
        return Page();
    }
}
