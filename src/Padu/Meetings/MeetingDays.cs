using NodaTime;
using Padu.Coordination;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;

namespace Padu.Meetings;

/// <summary>The days of meetings on the joint agenda and in its feeds: from the invitation on, which is when anybody may know of them.</summary>
public sealed class MeetingDays(MeetingQueries queries) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaEntry>> Between(Instant from, Instant until, AgendaReader reader, CancellationToken cancel)
    {
        var lines = await queries.Between(from, until, reader.Language, cancel);
        return [.. lines.Where(line => line.Title is not null).Select(EntryOf)];
    }

    public async Task<IReadOnlyList<BusyOffice>> Busy(
        IReadOnlyCollection<OfficeCode> offices,
        Instant starts,
        Instant ends,
        string language,
        CancellationToken cancel
    ) =>
        [
            .. (await queries.Busy(offices, starts, ends, language, cancel))
                .Where(one => one.Line.Title is not null)
                .Select(one => new BusyOffice(one.Office, EntryOf(one.Line))),
        ];

    private static AgendaEntry EntryOf(MeetingLine line) =>
        new(
            $"rakor-{line.Row.Id:N}",
            line.Row.Version,
            line.Row.Stage == MeetingStage.Cancelled ? EntryStatus.Cancelled : EntryStatus.Confirmed,
            line.Row.Starts,
            line.Row.Ends,
            IsWholeDay: false,
            line.Title!,
            Place: null,
            line.Row.LastActAt,
            $"/rakor/{line.Row.Code}",
            "agenda.chip.rakor"
        );
}
