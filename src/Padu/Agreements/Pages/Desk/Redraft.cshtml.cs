using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements.Pages.Desk;

/// <summary>The next draft, begun from the last one's words.</summary>
public sealed class RedraftModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementActPageModel(desk, queries, current, texts),
        IDraftForm
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string[] Scopes { get; set; } = [];

    [BindProperty]
    public LocalDate? Starts { get; set; }

    [BindProperty]
    public LocalDate? Ends { get; set; }

    [BindProperty]
    public string? Clauses { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override AgreementAct Does => AgreementAct.Draft;

    public void OnGet()
    {
        var text = Opened.Text;
        (Title, Purpose, Place) = (text?.Title, text?.Purpose, text?.Place);
        Clauses = DraftForms.Write(text?.Clauses ?? []);
        Scopes = [.. Agreement.Scopes.Select(scope => scope.Code())];
        (Starts, Ends) = (Agreement.Term.Starts, Agreement.Term.Ends);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel) => ModelState.IsValid ? await Send(this.Read(), cancel) : Page();
}
