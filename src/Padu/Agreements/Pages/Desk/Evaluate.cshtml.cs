using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Writes what this side says of a year of the cooperation.</summary>
public sealed class EvaluateModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    protected override AgreementAct Does => AgreementAct.Evaluate;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        !ModelState.IsValid ? Page()
        : Year is { } year ? await Send(new AgreementCommand.Evaluate(year, Trimmed(Text) ?? ""), cancel)
        : Ask(nameof(Year));
}
