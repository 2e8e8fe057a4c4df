using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Meetings;

/// <summary>
/// The meetings of the past as <c>reference/history/meetings.json</c> keeps them: what sources state, each statement with its source, and what they do
/// not state. Recorded once; loading again changes nothing.
/// </summary>
public static class HistoricalMeetings
{
    private const string File = "history/meetings.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    private sealed record Entry(
        string Code,
        string Province,
        string Convener,
        string Institution,
        int BudgetYear,
        string Day,
        string TitleId,
        string TitleEn,
        StatementEntry[] Statements,
        string[] Photographs
    );

    private sealed record StatementEntry(string Field, string? Id, string? En, string Source);

    /// <exception cref="ReferenceDataException">The file is missing, no JSON, or a code is unknown.</exception>
    public static ImmutableArray<MeetingEvent.Recorded> Of(RegionCode province, string? folder = null)
    {
        try
        {
            var text = System.IO.File.ReadAllText(Path.Combine(folder ?? ReferenceFile.DefaultFolder, File));
            var all = JsonSerializer.Deserialize<Entry[]>(text, Json) ?? [];
            return [.. all.Where(one => one.Province == province.Value).Select(Read)];
        }
        catch (Exception problem)
            when (problem is IOException or JsonException or ArgumentException or UnparsableValueException or NullReferenceException)
        {
            throw new ReferenceDataException(File, null, "the file is missing or not in order.", problem);
        }
    }

    /// <returns>How many were recorded now.</returns>
    public static async Task<int> Load(MeetingDesk desk, RegionCode province, CancellationToken cancel = default)
    {
        var written = 0;
        foreach (var record in Of(province))
        {
            var acted = await desk.Act(record.Id, new Actor.System(), new MeetingCommand.Record(record), cancel);
            written += acted.Refusal switch
            {
                null => 1,
                { Code: "meeting.exists" } => 0,
                var refusal => throw new InvalidOperationException($"{record.Code} is refused: {refusal}."),
            };
        }

        return written;
    }

    private static MeetingEvent.Recorded Read(Entry entry)
    {
        var day = LocalDatePattern.Iso.Parse(entry.Day).GetValueOrThrow();
        return new(
            IdOf(entry.Code),
            new MeetingCode(entry.Code),
            new OfficeCode(entry.Convener),
            CodeOf.Parse<Institution>(entry.Institution),
            entry.BudgetYear,
            day,
            day.AtStartOfDayInZone(Zone).ToInstant(),
            entry.TitleId,
            entry.TitleEn,
            [.. entry.Statements.Select(one => new MeetingStatement(CodeOf.Parse<MeetingField>(one.Field), one.Id, one.En, one.Source))],
            [.. entry.Photographs]
        );
    }

    /// <summary>Made from the code, so that the same record has the same id everywhere and is never recorded twice.</summary>
    private static MeetingId IdOf(string code) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"history\n{code}")).AsSpan(0, 16), bigEndian: true));
}
