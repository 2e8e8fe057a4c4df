using NodaTime;
using Padu.Agreements;
using Padu.Calendar;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>The last days of agreements in force: whoever plans with them sees when they end.</summary>
public sealed class AgreementDays(AgreementQueries queries, Texts texts, Law calendar, DataFolder folder) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaEntry>> Between(Instant from, Instant until, AgendaReader reader, CancellationToken cancel)
    {
        var zone = calendar.For(folder.Province.Value).Zone;
        var last = until.InZone(zone).Date;
        var ids = await queries.RunningOut(last, cancel);
        var lines = await queries.Among(ids, reader.Language, cancel);
        var words = Languages.Named(reader.Language) is { } language ? texts.In(language) : texts;
        return
        [
            .. lines
                .Values.Where(line => line is { Row: { IsPublic: true, RunsUntil: not null }, Title: not null })
                .Select(line => EntryOf(line, line.Row.RunsUntil!.Value, zone, words))
                .Where(entry => entry.Starts >= from && entry.Starts < until)
                .OrderBy(entry => entry.Starts)
                .ThenBy(entry => entry.Uid, StringComparer.Ordinal),
        ];
    }

    /// <summary>An end of an agreement keeps nobody busy.</summary>
    public Task<IReadOnlyList<BusyOffice>> Busy(
        IReadOnlyCollection<OfficeCode> offices,
        Instant starts,
        Instant ends,
        string language,
        CancellationToken cancel
    ) => Task.FromResult<IReadOnlyList<BusyOffice>>([]);

    private static AgendaEntry EntryOf(AgreementLine line, LocalDate last, DateTimeZone zone, Texts words) =>
        new(
            $"perjanjian-akhir-{line.Row.Id:N}",
            0,
            EntryStatus.Confirmed,
            last.AtStartOfDayInZone(zone).ToInstant(),
            last.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(),
            IsWholeDay: true,
            words["agenda.agreement-ends", line.Title!],
            Place: null,
            line.Row.LastActAt,
            $"/perjanjian/{line.Row.Code}",
            "agenda.chip.agreement"
        );
}
