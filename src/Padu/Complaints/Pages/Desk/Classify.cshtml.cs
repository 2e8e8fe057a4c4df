using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Gives the case another class after verification, or marks it as before a court.</summary>
public sealed class ClassifyModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    /// <summary>A code of <see cref="ComplaintClass"/>.</summary>
    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public bool IsInCourt { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.Classify;

    public void OnGet() => (Class, IsInCourt) = (Case.Complaint.Class?.Code(), Case.Complaint.IsInCourt);

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        CodeOf.TryParse<ComplaintClass>(Class, out var kind)
            ? await Send(new ComplaintCommand.Classify(kind, IsInCourt, Trimmed(Reason) ?? ""), cancel)
            : Ask(nameof(Class));
}
