using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Complaints;
using Padu.Domain.Complaints;

namespace Padu.Coordination.Pages.Inputs;

/// <summary>Number and secret code, and until when the office answers. Opens again for half an hour in the same browser session.</summary>
[AllowAnonymous]
public sealed class ReceiptModel(InputReceipt receipt, InputQueries queries, AccessCodes codes) : PageModel
{
    public Padu.Domain.Coordination.Input Input { get; private set; } = Padu.Domain.Coordination.Input.None;

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (receipt.Find(HttpContext) is not { } kept)
        {
            return Redirect("/masukan/lacak");
        }

        Input = await queries.State(kept.Input, cancel);
        Code = codes.Derive(kept.Draft);
        return Input.Exists && codes.Matches(new PublicNumber(Input.Number.Value), Code, Input.Verifier)
            ? Page()
            : Redirect("/masukan/lacak");
    }
}
