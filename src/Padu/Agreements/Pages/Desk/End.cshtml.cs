using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Records that the agreement was ended before its time, and why.</summary>
public sealed class EndModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override AgreementAct Does => AgreementAct.End;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        On is { } day ? await Send(new AgreementCommand.End(day, Trimmed(Reason) ?? ""), cancel) : Ask(nameof(On));
}
