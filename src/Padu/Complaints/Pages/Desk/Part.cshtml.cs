using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Lets a case that follows another stand for itself again, as it stood.</summary>
public sealed class PartModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintDesk desk = desk;

    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.Part;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await desk.Part(Case.Reader, Case.Complaint, Trimmed(Reason) ?? "", cancel, Version) is { } refusal)
        {
            await Refuse(refusal, Texts, cancel);
            return Page();
        }

        return ToCase(await Load(cancel) ? Case.Complaint.Version : null);
    }
}
