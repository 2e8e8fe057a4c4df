using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>What became of several assignments, as the cases themselves tell it; for a while each can be taken back.</summary>
[Authorize(Policy = Policies.Verifier)]
public sealed class AssignedManyModel(BulkAssignments bulk, CurrentActor current) : PageModel
{
    public BulkResult Result { get; private set; } = null!;

    /// <summary>Why some were not taken back.</summary>
    public IReadOnlyDictionary<PublicNumber, Refusal> NotTakenBack { get; private set; } = new Dictionary<PublicNumber, Refusal>();

    private Actor.Staff Staff => current.Staff!;

    public int Count(BulkState state) => Result.Lines.Count(line => line.State == state);

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel) => await Show(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeBack(Guid id, CancellationToken cancel)
    {
        if (!await Show(id, cancel))
        {
            return NotFound();
        }

        NotTakenBack = await bulk.TakeBack(Staff, id, cancel);
        if (NotTakenBack.Count == 0)
        {
            return RedirectToPage(new { id });
        }

        await Show(id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostGoOn(Guid id, CancellationToken cancel)
    {
        if (!await Show(id, cancel))
        {
            return NotFound();
        }

        await bulk.GoOn(Staff, id, cancel);
        return RedirectToPage(new { id });
    }

    private async Task<bool> Show(Guid id, CancellationToken cancel)
    {
        if (await bulk.Result(Staff, id, cancel) is not { } result)
        {
            return false;
        }

        Result = result;
        return true;
    }
}
