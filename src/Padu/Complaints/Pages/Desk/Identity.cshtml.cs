using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// Reads a protected identity. The event with its reason is written first; only then is the identity opened, shown in this one answer and nowhere
/// else: no address leads to it and nothing keeps it.
/// </summary>
public sealed class IdentityModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintQueries queries = queries;

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsRevealed { get; private set; }

    /// <summary>Null also after the unmasking when the person was erased.</summary>
    public Identity? Revealed { get; private set; }

    /// <summary>Who acts for the person harmed, and the papers that show it.</summary>
    public Representative? Representative { get; private set; }

    public IReadOnlyList<(int Version, int Index, Evidence File)> Powers { get; private set; } = [];

    protected override Act Does => Act.RevealIdentity;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Written(new ComplaintCommand.RevealIdentity(Trimmed(Reason) ?? ""), cancel) is null)
        {
            return Page();
        }

        IsRevealed = true;
        Revealed = await queries.IdentityOf(Case.Complaint, cancel);
        Representative = (await queries.RepresentationOf(Case.Complaint, cancel))?.Who;
        Powers = await queries.PowerOf(Case.Complaint, cancel);
        return Page();
    }
}
