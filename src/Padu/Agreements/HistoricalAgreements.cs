using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Agreements;

/// <summary>
/// The agreements of the past as <c>reference/history/agreements.json</c> keeps them: what sources state, each statement with its source, and what
/// they do not state. Recorded once; loading again changes nothing.
/// </summary>
public static class HistoricalAgreements
{
    private const string File = "history/agreements.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Entry(
        string Code,
        string? Province,
        string Kind,
        string? Parent,
        string[] Parties,
        string[] Scopes,
        string? SignedOn,
        string TitleId,
        string TitleEn,
        StatementEntry[] Statements
    );

    private sealed record StatementEntry(string Field, string? Id, string? En, string Source);

    /// <summary>The records of a province and of the nation, a parent before what hangs under it.</summary>
    /// <exception cref="ReferenceDataException">The file is missing, no JSON, or a code is unknown.</exception>
    public static ImmutableArray<AgreementEvent.Recorded> Of(RegionCode province, string? folder = null)
    {
        try
        {
            var text = System.IO.File.ReadAllText(Path.Combine(folder ?? ReferenceFile.DefaultFolder, File));
            var all = JsonSerializer.Deserialize<Entry[]>(text, Json) ?? [];
            return [.. all.Where(one => one.Province is null || one.Province == province.Value).Select(Read)];
        }
        catch (Exception problem)
            when (problem is IOException or JsonException or ArgumentException or UnparsableValueException or NullReferenceException)
        {
            throw new ReferenceDataException(File, null, "the file is missing or not in order.", problem);
        }
    }

    /// <returns>How many were recorded now.</returns>
    public static async Task<int> Load(AgreementDesk desk, RegionCode province, CancellationToken cancel = default)
    {
        var written = 0;
        foreach (var record in Of(province))
        {
            var acted = await desk.Act(record.Id, new Actor.System(), new AgreementCommand.Record(record), cancel: cancel);
            written += acted.Refusal switch
            {
                null => 1,
                { Code: "agreement.exists" } => 0,
                var refusal => throw new InvalidOperationException($"{record.Code} is refused: {refusal}."),
            };
        }

        return written;
    }

    private static AgreementEvent.Recorded Read(Entry entry) =>
        new(
            IdOf(entry.Code),
            new AgreementCode(entry.Code),
            CodeOf.Parse<AgreementKind>(entry.Kind),
            entry.Parent is { } parent ? IdOf(parent) : null,
            [.. entry.Parties.Select(party => new OfficeCode(party))],
            [.. entry.Scopes.Select(CodeOf.Parse<ElectionScope>)],
            entry.SignedOn is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null,
            entry.TitleId,
            entry.TitleEn,
            [.. entry.Statements.Select(one => new Statement(CodeOf.Parse<StatementField>(one.Field), one.Id, one.En, one.Source))]
        );

    /// <summary>Made from the code, so that the same record has the same id everywhere and is never recorded twice.</summary>
    private static AgreementId IdOf(string code) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"history\n{code}")).AsSpan(0, 16), bigEndian: true));
}
