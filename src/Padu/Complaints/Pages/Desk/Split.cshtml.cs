using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Makes one of several matters in a letter a case of its own.</summary>
public sealed class SplitModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts, Receivers receivers)
    : ActPageModel(desk, queries, current, texts)
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

    public IEnumerable<Office> Offices =>
        Case.Reader.Office.Level == OfficeLevel.Province
            ? receivers.All.Where(office => office.Code != Case.Complaint.Against)
            : [Case.Reader.Office];

    protected override Act Does => Act.Split;

    public void OnGet() => (Excerpt, Target) = (Case.Filed?.Story, Case.Complaint.Subject.Seat.Value);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<ComplaintClass>(Class, out var kind))
        {
            return Ask(nameof(Class));
        }

        var target = receivers.All.FirstOrDefault(office => office.Code.Value == Target);
        var (refusal, number) = await desk.Split(
            Case.Reader,
            Case.Complaint,
            target,
            kind,
            Trimmed(Title) ?? "",
            Trimmed(Excerpt) ?? "",
            cancel,
            Version
        );
        if (refusal is not null)
        {
            await Refuse(refusal, cancel);
            return Page();
        }

        return RedirectToPage("/Complaints/Pages/Desk/Case", new { nomor = number.Value });
    }
}
