using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Makes a clause or item an obligation of each office named.</summary>
public sealed class PromiseModel(
    AgreementDesk desk,
    AgreementQueries queries,
    CurrentActor current,
    Texts texts,
    AgreementWords words,
    OfficeRegister offices
) : AgreementActPageModel(desk, queries, current, texts)
{
    /// <summary>The number of the clause or item.</summary>
    [BindProperty]
    public string? Item { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Codes of the offices that will owe; one obligation for each.</summary>
    [BindProperty]
    public string[] Owners { get; set; } = [];

    /// <summary>The code of the office that judges.</summary>
    [BindProperty]
    public string? Judge { get; set; }

    [BindProperty]
    public LocalDate? Due { get; set; }

    public IEnumerable<Choice> Items =>
        (Opened.Text?.Clauses ?? []).Select(clause => new Choice(
            clause.Number.ToString(CultureInfo.InvariantCulture),
            $"{clause.Number}. {(clause.Text.Length > 120 ? clause.Text[..120] + " …" : clause.Text)}"
        ));

    /// <summary>The parties and the offices below them.</summary>
    public IEnumerable<Choice> Offices =>
        Agreement
            .Parties.SelectMany(party =>
                offices.Tree.ChildrenOf(party).Select(office => office.Code).Prepend(party).Where(code => offices.Find(code) is not null)
            )
            .Select(code => new Choice(code.Value, words.Office(code)));

    public IEnumerable<Choice> Judges => Agreement.Parties.Select(party => new Choice(party.Value, words.Office(party)));

    protected override AgreementAct Does => AgreementAct.Promise;

    public void OnGet(string? butir) => Item = butir;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!int.TryParse(Item, NumberStyles.None, CultureInfo.InvariantCulture, out var item))
        {
            return Ask(nameof(Item));
        }

        if (Owners.Length == 0)
        {
            return Ask(nameof(Owners));
        }

        var term = Due is { } day ? DueTerm.Date(day) : DueTerm.Counted(ObligationRules.StandardTerm);
        var refusal = await Desk.PromiseForEach(
            Agreement.Id,
            Reader,
            item,
            [.. Owners.Select(owner => new OfficeCode(owner))],
            new OfficeCode(Judge ?? ""),
            term,
            Title?.Trim() ?? "",
            cancel
        );
        return await Answer(refusal, cancel);
    }
}
