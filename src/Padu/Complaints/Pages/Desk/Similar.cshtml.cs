using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>First step of finding duplicates: which cases of this desk may be the same, and why.</summary>
public sealed class SimilarModel(ComplaintQueries queries, CurrentActor current) : CasePageModel(queries, current)
{
    private readonly ComplaintQueries queries = queries;

    public IReadOnlyList<SimilarCase> Found { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => Found = await queries.Similar(Case, cancel);
}
