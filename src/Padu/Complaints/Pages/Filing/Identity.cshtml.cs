using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Filing;

/// <summary>Step 4: open, protected or anonymous, each with what it means.</summary>
public sealed class IdentityModel(DraftStore drafts, Texts texts) : FilingPage(drafts), IRepresentationForm
{
    [BindProperty]
    public string? Level { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Not to be brought together with whom the complaint is about.</summary>
    [BindProperty]
    public bool WishesApart { get; set; }

    [BindProperty]
    public string? OnBehalf { get; set; }

    [BindProperty]
    public string? GuardianName { get; set; }

    [BindProperty]
    public string? GuardianRelation { get; set; }

    [BindProperty]
    public string? GuardianPhone { get; set; }

    [BindProperty]
    public bool Consents { get; set; }

    [BindProperty]
    public string? AttorneyName { get; set; }

    [BindProperty]
    public string? AttorneyRelation { get; set; }

    [BindProperty]
    public string? AttorneyPhone { get; set; }

    [BindProperty]
    public string? AttorneyAddress { get; set; }

    public void OnGet()
    {
        (Level, Name, Address, Phone, Email) = (Draft.Level?.Code(), Draft.Name, Draft.Address, Draft.Phone, Draft.Email);
        WishesApart = Draft.WishesApart;
        this.Show(Draft.Representation);
    }

    public async Task<IActionResult> OnPost()
    {
        var draft = Draft with
        {
            Level = CodeOf.TryParse<IdentityLevel>(Level, out var level) ? level : null,
            Name = Trimmed(Name),
            Address = Trimmed(Address),
            Phone = Trimmed(Phone),
            Email = Trimmed(Email),
            WishesApart = WishesApart,
            Representation = this.Claim(Level == IdentityLevel.Anonymous.Code(), []),
        };
        if (draft.Level is null)
        {
            ModelState.AddRefusal(new Refusal("identity.level-missing", nameof(Level)), texts);
            return Page();
        }

        if (Wording.FirstOf(Intake.CheckIdentity(level, draft.Identity), Representing.Check(level, draft.Representation)) is { } wrong)
        {
            ModelState.AddRefusal(wrong, texts);
            return Page();
        }

        return await SaveAndGo(draft, "Check");
    }
}
