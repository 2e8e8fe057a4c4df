using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Writes down what the complainant said, by telephone or in person, to the proposed transfer.</summary>
public sealed class RecordConsentModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    /// <summary><c>ya</c> or <c>tidak</c>.</summary>
    [BindProperty]
    public string? Agrees { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override Act Does => Act.RecordConsent;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        Agrees is "ya" or "tidak"
            ? await Send(new ComplaintCommand.RecordConsent(Agrees == "ya", Trimmed(Note) ?? ""), cancel)
            : Ask(nameof(Agrees));
}
