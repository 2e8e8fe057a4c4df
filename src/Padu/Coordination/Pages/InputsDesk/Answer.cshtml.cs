using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>Accepts, accepts partly or declines; what is accepted becomes one obligation for each part.</summary>
public sealed class AnswerModel(
    InputDesk desk,
    InputQueries queries,
    CurrentActor current,
    Texts texts,
    InputWords words,
    OfficeRegister offices
) : InputActPageModel(desk, queries, current, texts)
{
    /// <summary>A code of <see cref="InputVerdict"/>.</summary>
    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What is accepted, one part a line.</summary>
    [BindProperty]
    public string? Parts { get; set; }

    /// <summary>The code of the office that judges.</summary>
    [BindProperty]
    public string? Judge { get; set; }

    [BindProperty]
    public LocalDate? Due { get; set; }

    /// <summary>The province offices of both institutions but the one that will owe.</summary>
    public IEnumerable<Choice> Judges =>
        offices
            .Tree.All.Where(office =>
                office.Level == OfficeLevel.Province
                && office.Institution is Institution.Kpu or Institution.Ombudsman
                && office.Code != Input.To
            )
            .Select(office => new Choice(office.Code.Value, words.Office(office.Code)));

    protected override InputAct Does => InputAct.Answer;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!CodeOf.TryParse<InputVerdict>(Verdict, out var verdict))
        {
            return Ask(nameof(Verdict));
        }

        var answer = new InputAnswerForm(
            verdict,
            Trimmed(Words) ?? "",
            [.. (Parts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            string.IsNullOrEmpty(Judge) ? null : new OfficeCode(Judge),
            Due
        );
        return await Answer(await Desk.Answer(Input, Reader, answer, Version, cancel), cancel);
    }
}
