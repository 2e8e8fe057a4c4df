using Microsoft.AspNetCore.Mvc;
using Padu.Complaints;
using Padu.Complaints.Pages.Desk;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Begins a letter from the office's template, filled with what the case says; every word can be changed before it is kept.</summary>
public sealed class NewModel(
    ComplaintQueries cases,
    CurrentActor current,
    LetterTemplates templates,
    LetterFacts facts,
    LetterDesk desk,
    Texts texts
) : CasePageModel(cases, current)
{
    /// <summary>The letter's own id, made with the form: the same form sent twice makes one letter.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>A code of <see cref="LetterKind"/>.</summary>
    [BindProperty]
    public string? KindCode { get; set; }

    /// <summary>A code of <see cref="Domain.Complaints.Language"/>.</summary>
    [BindProperty]
    public string? LanguageCode { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public LetterKind Kind { get; private set; }

    public Language Language { get; private set; }

    /// <param name="jenis">A code of <see cref="LetterKind"/>.</param>
    /// <param name="bahasa">A code of <see cref="Domain.Complaints.Language"/>; the complainant's when none is named.</param>
    public async Task<IActionResult> OnGet(string? jenis, string? bahasa, CancellationToken cancel)
    {
        if (!CodeOf.TryParse<LetterKind>(jenis, out var kind) || !LetterRules.Begins(Case.Complaint, Case.Reader).Contains(kind))
        {
            return ToLetters();
        }

        (Kind, Language) = (kind, CodeOf.TryParse<Language>(bahasa, out var chosen) ? chosen : Case.Complaint.Language);
        Id = Guid.CreateVersion7();
        var office = Case.Reader.Office.Code;
        var template = await templates.Of(office, Kind, Language, cancel);
        (Subject, Body) = LetterTemplateText.Fill(template.Text, await facts.Of(Case, office, Language, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (
            !CodeOf.TryParse<LetterKind>(KindCode, out var kind)
            || !CodeOf.TryParse<Language>(LanguageCode, out var language)
            || Id == Guid.Empty
        )
        {
            return ToLetters();
        }

        (Kind, Language) = (kind, language);
        var template = await templates.Of(Case.Reader.Office.Code, Kind, Language, cancel);
        var draft = new LetterCommand.Draft(new LetterId(Id), Kind, Language, template.Hash, Subject?.Trim() ?? "", Body ?? "");
        var acted = await desk.Draft(Case.Complaint, Case.Reader, draft, cancel);
        if (acted.Refusal is null or { Code: "letter.exists" })
        {
            return Redirect($"/meja/surat/{Id:D}");
        }

        ModelState.AddRefusal(acted.Refusal, texts);
        return Page();
    }

    private RedirectResult ToLetters() => Redirect($"/meja/pengaduan/{Number}/surat");
}
