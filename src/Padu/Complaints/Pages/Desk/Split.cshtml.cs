using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Triage;
using Padu.Organisations;
using Padu.Triage;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Makes one of several matters in a letter a case of its own.</summary>
public sealed class SplitModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    Receivers receivers,
    Triager triage
) : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintDesk desk = desk;

    [BindProperty]
    public string? Excerpt { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>A code of <see cref="ComplaintClass"/>.</summary>
    [BindProperty]
    public string? Class { get; set; }

    /// <summary>The code of the office.</summary>
    [BindProperty]
    public string? Target { get; set; }

    /// <summary>The code of a kind of grievance; empty to leave it open.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Which of the letter's matters fills in the form, from 1; the second unless told.</summary>
    [BindProperty(SupportsGet = true, Name = "perkara")]
    public int Matter { get; set; } = 2;

    public IEnumerable<GrievanceKind> Kinds => triage.Kinds;

    /// <summary>The matters that the letter seems to tell of; empty for one.</summary>
    public ImmutableArray<Matter> Matters => triage.Matters(Case.Story);

    public IEnumerable<Office> Offices =>
        Case.Reader.Office.Level == OfficeLevel.Province
            ? receivers.All.Where(office => office.Code != Case.Complaint.Against)
            : [Case.Reader.Office];

    protected override Act Does => Act.Split;

    public void OnGet()
    {
        Target = Case.Complaint.Subject.Seat.Value;
        (Excerpt, Class, Kind) = Matters.ElementAtOrDefault(Matter - 1) is { } matter
            ? (matter.Excerpt, matter.Proposal.Class.Code(), matter.Proposal.Kind.Code.Value)
            : (Case.Story, null, null);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<ComplaintClass>(Class, out var chosen))
        {
            return Ask(nameof(Class));
        }

        if (Kind is { Length: > 0 } && triage.Find(Kind) is null)
        {
            return Ask(nameof(Kind));
        }

        var target = receivers.All.FirstOrDefault(office => office.Code.Value == Target);
        var (refusal, number) = await desk.Split(
            Case.Reader,
            Case.Complaint,
            target,
            chosen,
            triage.Find(Kind)?.Code,
            Trimmed(Title) ?? "",
            Trimmed(Excerpt) ?? "",
            cancel,
            Version
        );
        if (refusal is not null)
        {
            await Refuse(refusal, Texts, cancel);
            return Page();
        }

        return RedirectToPage("/Complaints/Pages/Desk/Case", new { nomor = number.Value });
    }
}
