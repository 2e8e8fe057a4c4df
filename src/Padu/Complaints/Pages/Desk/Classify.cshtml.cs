using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Triage;
using Padu.Organisations;
using Padu.Triage;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Gives the case another class after verification, or marks it as before a court.</summary>
public sealed class ClassifyModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts, Triager triage)
    : ActPageModel(desk, queries, current, texts)
{
    /// <summary>A code of <see cref="ComplaintClass"/>.</summary>
    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public bool IsInCourt { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The code of a kind of grievance; empty to leave it as it is.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    public IEnumerable<GrievanceKind> Kinds => triage.Kinds;

    protected override Act Does => Act.Classify;

    public void OnGet() => (Class, IsInCourt, Kind) = (Case.Complaint.Class?.Code(), Case.Complaint.IsInCourt, Case.Complaint.Kind?.Value);

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        !CodeOf.TryParse<ComplaintClass>(Class, out var chosen) ? Ask(nameof(Class))
        : Kind is { Length: > 0 } && triage.Find(Kind) is null ? Ask(nameof(Kind))
        : await Send(new ComplaintCommand.Classify(chosen, IsInCourt, Trimmed(Reason) ?? "") { Kind = triage.Find(Kind)?.Code }, cancel);
}
