using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>What meetings ask of an office: questionnaires to answer, minutes to write or to approve.</summary>
public sealed class MeetingsThatWait(MeetingQueries queries, MeetingWords words, Say say, Texts texts, IClock clock) : IWaits
{
    /// <summary>Minutes that nobody has written for longer wait no more; who wants to write them finds the meeting in its list.</summary>
    private static readonly Duration Back = Duration.FromDays(60);

    public async Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel)
    {
        var lines = new List<WaitingLine>();
        if (Access.ScopeOfMeetings(reader) is not { } office)
        {
            return lines;
        }

        foreach (var (line, meeting) in await queries.Around(office, clock.GetCurrentInstant() - Back, words.Language, cancel))
        {
            var root = $"/meja/rakor/{meeting.Code}";
            var title = line.Title ?? texts["desk.erased"];
            var offers = MeetingRules.Offers(meeting, reader);
            if (offers.Contains(MeetingAct.Fill))
            {
                lines.AddRange(
                    meeting
                        .Instruments.Where(one => meeting.SheetOf(office, one.Theme) is not { Submitted: > 0 })
                        .Select(one => new WaitingLine(
                            texts["waiting.instrument", one.Theme, title],
                            $"{root}/instrumen/{one.Theme}/isi",
                            say.Left(Period.DaysBetween(say.Today, one.FillBy), CountingUnit.CalendarDay),
                            one.FillBy
                        ))
                );
            }

            var unwritten = meeting.Themes.Any(theme => meeting.MinutesOf(theme.Number) == 0);
            if (unwritten && offers.Contains(MeetingAct.WriteMinutes))
            {
                lines.Add(new WaitingLine(texts["waiting.minutes.write", title], root, Waits("pencil")));
            }
            else if (!unwritten && offers.Contains(MeetingAct.ApproveMinutes))
            {
                lines.Add(new WaitingLine(texts["waiting.minutes.approve", title], $"{root}/notula/setujui", Waits("file-check")));
            }
        }

        return lines;
    }

    private Nearness Waits(string icon) => new("wait", icon, texts["waiting.minutes"]);
}
