using Padu.Complaints;
using Padu.Complaints.Pages.Tracking;

namespace Padu.Letters.Pages.Tracking;

/// <summary>The letters that the office sent about the own case.</summary>
public sealed class LettersModel(TrackingSession session, LetterQueries queries) : TrackingPage(session)
{
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => Lines = await queries.ForComplainant(Case, cancel);
}
