using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Questions × offices for each theme, each answer beside the last meeting's; who has not answered stands above.</summary>
public sealed class InstrumentsModel(MeetingQueries queries, CurrentActor current, InstrumentGrids grids)
    : MeetingPageModel(queries, current)
{
    public IReadOnlyList<InstrumentMatrix> Matrices { get; private set; } = [];

    protected override bool IsThere() => !Meeting.Instruments.IsEmpty;

    public async Task OnGet(CancellationToken cancel) => Matrices = await grids.Of(Opened, Reader, cancel);
}
