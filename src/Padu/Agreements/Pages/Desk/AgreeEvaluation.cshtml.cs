using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Agrees with the evaluation that the other side wrote: from then on it is joint, and public.</summary>
public sealed class AgreeEvaluationModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Year { get; set; }

    public IEnumerable<(Evaluation Evaluation, string? Text)> Waiting =>
        Agreement
            .Evaluations.Where(one => one.AgreedBy is null && one.Writer != Reader.Office.Code)
            .Select(one => (one, Opened.EvaluationOf(one)));

    public IEnumerable<Choice> Years =>
        Waiting.Select(one => one.Evaluation.Year.ToString(CultureInfo.InvariantCulture)).Select(year => new Choice(year, year));

    protected override AgreementAct Does => AgreementAct.AgreeEvaluation;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? await Answer((await Desk.AgreeEvaluation(Agreement.Id, Reader, year, Version, cancel)).Refusal, cancel)
            : Ask(nameof(Year));
}
