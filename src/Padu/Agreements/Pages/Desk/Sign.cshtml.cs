using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Records the signature of the own office: who, in which post, where and when.</summary>
public sealed class SignModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    /// <summary>The number that this office gave the document.</summary>
    [BindProperty]
    public string? Number { get; set; }

    protected override AgreementAct Does => AgreementAct.Sign;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        On is { } day
            ? await Send(
                new AgreementCommand.Sign(day, Trimmed(Place) ?? "", Trimmed(Name) ?? "", Trimmed(Post) ?? "", Trimmed(Number)),
                cancel
            )
            : Ask(nameof(On));
}
