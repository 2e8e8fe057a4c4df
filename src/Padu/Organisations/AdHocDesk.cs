using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;
using NodaTime.Text;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>One wrong row of a list of bodies.</summary>
/// <param name="Line">Counted from 1; 0 for the list as a whole.</param>
public sealed record AdHocProblem(int Line, Refusal Refusal);

/// <summary>Forms ad hoc bodies from a list and dissolves them; each is a change of the register.</summary>
public sealed class AdHocDesk(Journal journal, OfficeRegister offices, Regions regions, AdHocBodies bodies, Law law, IClock clock)
    : IDisposable
{
    /// <summary>A district's worth of polling stations, several times over; longer lists come in parts.</summary>
    public const int MostRows = 1_000;

    private static readonly string[] Columns = ["kind", "region", "polling_station", "from", "until"];

    private static readonly CsvConfiguration Settings = new(CultureInfo.InvariantCulture)
    {
        DetectColumnCountChanges = false,
        HasHeaderRecord = false,
        BadDataFound = null,
    };

    /// <summary>Two lists that name the same body must not be brought at the same moment.</summary>
    private readonly SemaphoreSlim importing = new(1);

    /// <summary>All or none: what is wrong, line by line; nothing when the bodies stand in the register.</summary>
    public async Task<ImmutableArray<AdHocProblem>> Import(
        Actor actor,
        OfficeCode office,
        string? election,
        string? basis,
        string? rows,
        CancellationToken cancel
    )
    {
        if (Wording.Check("Basis", basis, required: true, oneLine: true, longest: 200) is { } wrong)
        {
            return [new AdHocProblem(0, wrong)];
        }

        var (read, problems) = Read(actor, office, law.Elections.Find(new ElectionCode(election ?? "")), rows);
        if (problems is { IsEmpty: false })
        {
            return problems;
        }

        await importing.WaitAsync(cancel);
        try
        {
            var existing = await bodies.Existing([.. read.Select(one => one.Body.Code)], cancel);
            ImmutableArray<AdHocProblem> twice =
            [
                .. read.Where(one => existing.Contains(one.Body.Code))
                    .Select(one => new AdHocProblem(one.Line, new Refusal("adhoc.exists", null, bodies.NameOf(one.Body)))),
            ];
            if (!twice.IsEmpty)
            {
                return twice;
            }

            var now = clock.GetCurrentInstant();
            await Task.WhenAll(read.Select(one => journal.Change(actor, now, AdHocRow.Of(one.Body, basis!.Trim()), cancel)));
            return [];
        }
        finally
        {
            importing.Release();
        }
    }

    /// <summary>Ends a body earlier than the list said, by a decree.</summary>
    public async Task<Refusal?> Dissolve(Actor actor, AdHocCode code, LocalDate last, string? basis, CancellationToken cancel)
    {
        if (await bodies.Find(code, cancel) is not { } row)
        {
            return new Refusal("adhoc.unknown");
        }

        var (now, parent) = (clock.GetCurrentInstant(), offices.Find(row.Parent));
        if (Wording.Check("Basis", basis, required: true, oneLine: true, longest: 200) is { } wrong)
        {
            return wrong;
        }

        if (AdHocRules.Dissolve(row.Body, actor, parent, last, parent is null ? default : offices.DayIn(parent, now)) is { } refusal)
        {
            return refusal;
        }

        await journal.Change(actor, now, row with { Until = last, Basis = basis!.Trim() }, cancel);
        return null;
    }

    public void Dispose() => importing.Dispose();

    private (ImmutableArray<(int Line, AdHocBody Body)> Rows, ImmutableArray<AdHocProblem> Problems) Read(
        Actor actor,
        OfficeCode office,
        Election? election,
        string? text
    )
    {
        var parent = offices.Find(office);
        var rows = ImmutableArray.CreateBuilder<(int, AdHocBody)>();
        var problems = ImmutableArray.CreateBuilder<AdHocProblem>();
        var seen = new HashSet<AdHocCode>();
        using var csv = new CsvParser(new StringReader(text ?? ""), Settings);
        while (csv.Read() && rows.Count + problems.Count <= MostRows)
        {
            var row = csv.Record!.Select(value => value.Trim()).ToArray();
            if (csv.Row == 1 && row.SequenceEqual(Columns))
            {
                continue;
            }

            var (body, wrong) = Body(row, office, election);
            wrong ??=
                AdHocRules.Form(body!, actor, parent, Depth(body!.Region), election)
                ?? (seen.Add(body.Code) ? null : new Refusal("adhoc.twice", null, bodies.NameOf(body)));
            if (wrong is not null)
            {
                problems.Add(new AdHocProblem(csv.RawRow, wrong));
            }
            else
            {
                rows.Add((csv.RawRow, body!));
            }
        }

        return rows.Count + problems.Count > MostRows ? ([], [new AdHocProblem(0, new Refusal("adhoc.too-many", "Rows", MostRows))])
            : rows.Count + problems.Count == 0 ? ([], [new AdHocProblem(0, new Refusal("adhoc.none", "Rows"))])
            : (rows.ToImmutable(), problems.ToImmutable());
    }

    private static (AdHocBody? Body, Refusal? Wrong) Body(string[] row, OfficeCode office, Election? election)
    {
        if (row.Length != Columns.Length)
        {
            return (null, new Refusal("adhoc.columns", null, Columns.Length, row.Length));
        }

        if (!CodeOf.TryParse<AdHocKind>(row[0], out var kind))
        {
            return (null, new Refusal("adhoc.kind-unknown", null, row[0].Length > 20 ? row[0][..20] : row[0]));
        }

        int? station = null;
        if (row[2].Length > 0)
        {
            if (!int.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return (null, new Refusal("adhoc.station-missing"));
            }

            station = number;
        }

        if (
            LocalDatePattern.Iso.Parse(row[3]) is not { Success: true } from
            || LocalDatePattern.Iso.Parse(row[4]) is not { Success: true } until
        )
        {
            return (null, new Refusal("stages.date-unreadable"));
        }

        var region = new RegionCode(row[1]);
        var code = election?.Code ?? default;
        return (
            new AdHocBody(AdHocBody.CodeFor(kind, region, station, code), kind, office, region, station, code, from.Value, until.Value),
            null
        );
    }

    /// <summary>How deep a region lies, 1 a province to 4 a village; 0 where the table does not know it.</summary>
    private int Depth(RegionCode region) => regions.Find(region) is null ? 0 : region.Value.Count(c => c == '.') + 1;
}
