using Padu.Domain.Meetings;
using Padu.Web;

namespace Padu.Meetings.Pages.Public;

/// <summary>One meeting for anybody: themes, offices, decisions with the state of each office's duty; or what sources say of a meeting of the past.</summary>
[Compressed]
public sealed class MeetingModel(MeetingQueries queries, MeetingWords words, DecisionGrids grids, MeetingAgenda agenda)
    : PublicMeetingPageModel(queries)
{
    public DecisionMatrix? Matrix { get; private set; }

    public IReadOnlyList<CarriedDuty> Carried { get; private set; } = [];

    public IEnumerable<MeetingMaterial> Materials => Opened.Materials.Where(one => one.Readers == MaterialReaders.Public);

    public async Task OnGet(CancellationToken cancel)
    {
        if (Meeting.Stage != MeetingStage.Archive)
        {
            Matrix = await grids.Of(Opened, reader: null, cancel);
            Carried = await agenda.CarriedOver(Meeting, words.Language, cancel);
        }
    }
}
