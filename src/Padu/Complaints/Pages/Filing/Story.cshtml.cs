using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Web;

namespace Padu.Complaints.Pages.Filing;

/// <summary>Step 1: what happened, in one's own words.</summary>
public sealed class StoryModel(DraftStore drafts, Texts texts) : FilingPage(drafts)
{
    [BindProperty]
    public string? Story { get; set; }

    /// <summary>True when an expired draft led back here.</summary>
    [BindProperty(SupportsGet = true, Name = "berakhir")]
    public bool Expired { get; set; }

    protected override bool Starts => true;

    public void OnGet() => Story = Draft.Story;

    public async Task<IActionResult> OnPost()
    {
        Story = Trimmed(Story);
        if (Wording.Check(nameof(Story), Story, required: true) is { } wrong)
        {
            ModelState.AddRefusal(wrong, texts);
            return Page();
        }

        return await SaveAndGo(Draft with { Story = Story }, "Service");
    }
}
