using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Approves the draft that was read, for the own office.</summary>
public sealed class ApproveModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementActPageModel(desk, queries, current, texts)
{
    /// <summary>The draft that was read.</summary>
    [BindProperty]
    public int Number { get; set; }

    protected override AgreementAct Does => AgreementAct.Approve;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new AgreementCommand.Approve(Number), cancel);
}
