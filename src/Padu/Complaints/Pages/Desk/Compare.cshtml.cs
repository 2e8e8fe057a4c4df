using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Second step: the two stories side by side, and what may be done about it.</summary>
public sealed class CompareModel(ComplaintQueries queries, CurrentActor current) : CasePageModel(queries, current)
{
    private readonly ComplaintQueries queries = queries;

    public CaseFile Other { get; private set; } = null!;

    /// <summary>Which of the two may lead: verified and unanswered.</summary>
    public IEnumerable<(CaseFile Lead, CaseFile Member)> Pairs =>
        new[] { (Lead: Other, Member: Case), (Lead: Case, Member: Other) }.Where(pair => pair.Lead.Offers.Contains(Act.Group));

    public async Task<IActionResult> OnGet(string lain, CancellationToken cancel)
    {
        if (PublicNumbers.Read(lain) is not { } number || await queries.Open(Case.Reader, number, cancel) is not { } other)
        {
            return NotFound();
        }

        Other = other;
        return Page();
    }
}
