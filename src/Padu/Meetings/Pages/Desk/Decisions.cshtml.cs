using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Decisions × offices: how each office's duty stands, in one glance and on paper.</summary>
public sealed class DecisionsModel(
    MeetingQueries queries,
    CurrentActor current,
    DecisionGrids grids,
    MeetingAgenda agenda,
    MeetingWords words
) : MeetingPageModel(queries, current)
{
    public DecisionMatrix Matrix { get; private set; } = null!;

    /// <summary>How much this meeting inherited.</summary>
    public int Carried { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        Matrix = await grids.Of(Opened, Reader, cancel);
        Carried = (await agenda.CarriedOver(Meeting, words.Language, cancel)).Count;
    }
}
