using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Complaints;
using Padu.Complaints.Pages.Desk;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Office;

/// <summary>The office refers a complaint to the Ombudsman, with the complainant's recorded consent.</summary>
public sealed class ReferModel(
    EscalationDesk escalations,
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    CaseWords words,
    IClock clock,
    Texts texts
) : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Consent { get; set; }

    /// <summary><c>ya</c> or <c>tidak</c>: whether the complainant lets the Ombudsman know who they are.</summary>
    [BindProperty]
    public string? Shares { get; set; }

    /// <summary>The office asks the Ombudsman to mediate.</summary>
    [BindProperty]
    public bool AsksSettlement { get; set; }

    /// <summary>What the record itself says today.</summary>
    public Exhaustion Exhaustion => Exhaustion.Of(Case.Complaint, clock.GetCurrentInstant(), words.Legal);

    public bool AsksIdentity => Case.Complaint is { Level: not IdentityLevel.Open, IdentityVersion: > 0 };

    protected override Act Does => Act.Refer;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (AsksIdentity && Shares is not ("ya" or "tidak"))
        {
            return Ask(nameof(Shares));
        }

        var acted = await escalations.Refer(
            Case.Complaint.Id,
            Case.Reader,
            Trimmed(Reason) ?? "",
            Trimmed(Consent) ?? "",
            Shares == "ya",
            AsksSettlement,
            Version,
            cancel
        );
        return await Answer(acted.Refusal, acted.First.Version, cancel);
    }
}
