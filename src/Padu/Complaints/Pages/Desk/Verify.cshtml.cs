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

/// <summary>Declares the case complete, gives it a class and a title.</summary>
public sealed class VerifyModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts, Triager triage)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>A code of <see cref="ComplaintClass"/>.</summary>
    [BindProperty]
    public string? Class { get; set; }

    /// <summary>Why one that came late is taken all the same.</summary>
    [BindProperty]
    public string? LateReason { get; set; }

    /// <summary>The code of a kind of grievance; empty to leave it open.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The complainant asks for compensation, so that the answer has to decide on it.</summary>
    [BindProperty]
    public bool AsksCompensation { get; set; }

    public IEnumerable<GrievanceKind> Kinds => triage.Kinds;

    /// <summary>What the story sounds like; the time left is counted from the event, or from the day the complaint came.</summary>
    public TriageHint Hint => new(triage.For(Case.Story), Case.Complaint.HappenedOn ?? triage.Legal.DayOf(Case.Complaint.ReceivedAt));

    /// <summary>By when another body's matter should be told as such; null where it sounds like our own.</summary>
    public LocalDate? SortBy => Hint.Proposals is [{ Kind.IsHere: false }, ..] ? Sorting.By(Case.Complaint.ReceivedAt, triage.Legal) : null;

    protected override Act Does => Act.Verify;

    public void OnGet() => (Title, Kind) = (Case.Title, Hint.Proposals is [var first, ..] ? first.Kind.Code.Value : null);

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        !CodeOf.TryParse<ComplaintClass>(Class, out var chosen) ? Ask(nameof(Class))
        : Kind is { Length: > 0 } && triage.Find(Kind) is null ? Ask(nameof(Kind))
        : await Send(
            new ComplaintCommand.Verify(chosen, Trimmed(Title) ?? "", Trimmed(LateReason))
            {
                Kind = triage.Find(Kind)?.Code,
                AsksCompensation = AsksCompensation,
            },
            cancel
        );
}
