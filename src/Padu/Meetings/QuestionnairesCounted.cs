using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Meetings;

/// <summary>How many questionnaires of meetings to come an office has not submitted.</summary>
public sealed class QuestionnairesCounted(MeetingQueries queries) : ICountsWaiting
{
    public async Task<IReadOnlyList<Waiting>> In(OfficeCode office, Instant now, Instant horizon, CancellationToken cancel)
    {
        var meetings = await queries.ToCome(office, now, cancel);
        var unanswered = meetings
            .Where(meeting => meeting.Stage == MeetingStage.Invited && meeting.Invited.Contains(office))
            .Sum(meeting => meeting.Instruments.Count(one => meeting.SheetOf(office, one.Theme) is not { Submitted: > 0 }));
        return [new Waiting(WaitingMatter.Questionnaire, unanswered)];
    }
}
