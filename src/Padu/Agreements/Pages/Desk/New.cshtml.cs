using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Begins an agreement, plan or activity with its first draft. The other side is the other institution's office of the province.</summary>
[Authorize(Policy = Policies.Drafter)]
public sealed class NewModel(
    AgreementDesk desk,
    AgreementQueries queries,
    AgreementWords words,
    OfficeRegister offices,
    CurrentActor current,
    Texts texts
) : PageModel, IDraftForm
{
    /// <summary>A code of <see cref="AgreementKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The address word of the parent.</summary>
    [BindProperty]
    public string? Parent { get; set; }

    /// <summary>The address word of what it renews.</summary>
    [BindProperty]
    public string? Renews { get; set; }

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

    public IReadOnlyList<Choice> Parents { get; private set; } = [];

    public IReadOnlyList<Choice> Renewable { get; private set; } = [];

    /// <param name="memperbarui">What it shall renew: its words are the first draft, to be changed where they shall change.</param>
    public async Task OnGet(string? jenis, string? induk, string? memperbarui, CancellationToken cancel)
    {
        (Kind, Parent) = (jenis, induk);
        await Show(cancel);
        if (
            Renewable.Any(one => one.Value == memperbarui)
            && Slug.Read(memperbarui) is { } slug
            && await queries.Open(slug, cancel) is { Text: { } text } old
        )
        {
            var parents = old.Agreement.Parent is { } id ? await queries.Among([id.Value], words.Language, cancel) : null;
            (Kind, Parent, Renews) = (old.Agreement.Kind.Code(), parents?.Values.FirstOrDefault()?.Row.Code.Value, memperbarui);
            (Title, Purpose, Clauses) = (text.Title, text.Purpose, DraftForms.Write(text.Clauses));
            Scopes = [.. old.Agreement.Scopes.Select(scope => scope.Code())];
            Starts = old.Agreement.Term.Ends?.PlusDays(1);
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<AgreementKind>(Kind, out var kind))
        {
            ModelState.AddModelError(nameof(Kind), texts["desk.choose"]);
        }
        else if (ModelState.IsValid)
        {
            var staff = current.Staff!;
            var partner = offices.Tree.All.FirstOrDefault(office =>
                office.Level == OfficeLevel.Province
                && office.Region == staff.Office.Region
                && office.Institution == (staff.Office.Institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu)
            );
            var wanted = new NewAgreement(kind, await IdOf(Parent, cancel), await IdOf(Renews, cancel), partner?.Code, this.Read());
            var acted = await desk.Begin(staff, wanted, cancel);
            if (acted.Refusal is not { } refusal)
            {
                return Redirect($"/kerja-sama/perjanjian/{acted.State.Code}");
            }

            ModelState.AddRefusal(refusal, texts);
        }

        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel)
    {
        var found = await queries.Desk(words.Language, after: null, cancel);
        Parents =
        [
            .. found
                .Lines.Where(line =>
                    line.Row
                        is { Stage: AgreementStage.InForce, Kind: not AgreementKind.Activity }
                            or { IsHistory: true, Kind: AgreementKind.Memorandum }
                )
                .Select(Named),
        ];
        Renewable =
        [
            .. found
                .Lines.Where(line =>
                    line.Row
                        is {
                            Stage: AgreementStage.InForce or AgreementStage.Ended,
                            Kind: AgreementKind.Memorandum or AgreementKind.Cooperation
                        }
                )
                .Select(Named),
        ];
    }

    private Choice Named(AgreementLine line) => new(line.Row.Code.Value, $"{words.Kind(line.Row.Kind)}: {line.Title}");

    private async Task<AgreementId?> IdOf(string? code, CancellationToken cancel) =>
        Slug.Read(code) is { } slug && await queries.Open(slug, cancel) is { } found ? found.Agreement.Id : null;
}
