using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Closes the case with a reason and an explanation the complainant reads.</summary>
public sealed class CloseModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    /// <summary>A code of <see cref="ClosingReason"/>.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Explanation { get; set; }

    /// <summary>What shows that an entry in a party's register is gone.</summary>
    [BindProperty]
    public string? Removal { get; set; }

    /// <summary>The case is about such an entry.</summary>
    public bool AsksRemoval => Case.Complaint.Kind == PartyEntry.Kind;

    public IEnumerable<ClosingReason> Reasons => ComplaintRules.ClosingReasons(Case.Complaint);

    protected override Act Does => Act.Close;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        CodeOf.TryParse<ClosingReason>(Reason, out var reason)
            ? await Send(new ComplaintCommand.Close(reason, Trimmed(Explanation) ?? "") { Removal = Trimmed(Removal) }, cancel)
            : Ask(nameof(Reason));
}
