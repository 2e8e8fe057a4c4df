using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Records that a complainant without e-mail was told, and shows how to reach them where this reader may know.</summary>
public sealed class ContactModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintQueries queries = queries;

    [BindProperty]
    public string? Note { get; set; }

    public Identity? Identity { get; private set; }

    /// <summary>Key of the words for "nothing to show": kept secret, or never told.</summary>
    public string Hidden => Case.Complaint.Level == IdentityLevel.Protected ? "contact.protected" : "contact.nothing";

    protected override Act Does => Act.Contact;

    public Task OnGet(CancellationToken cancel) => Reach(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var result = await Send(new ComplaintCommand.RecordContact(Trimmed(Note) ?? ""), cancel);
        if (result is PageResult)
        {
            await Reach(cancel);
        }

        return result;
    }

    private async Task Reach(CancellationToken cancel)
    {
        if (Access.SeesContact(Case.Reader, Case.Complaint.Subject))
        {
            Identity = await queries.IdentityOf(Case.Complaint, cancel);
        }
    }
}
