using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations.Pages.Desk;

/// <summary>Says that it is owed no longer, and why.</summary>
public sealed class WithdrawModel(ObligationDesk desk, ObligationQueries queries, CurrentActor current, Texts texts)
    : ObligationActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override ObligationAct Does => ObligationAct.Withdraw;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ObligationCommand.Withdraw(Trimmed(Reason) ?? ""), cancel);
}
