using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Padu.Channels.Import;
using Padu.Complaints;
using Padu.Domain;

namespace Padu.Tests.Channels.Import;

/// <summary>How rows are sent and counted; the desk behind is a table of keys here and a journal in <see cref="ImportTests"/>.</summary>
public sealed class ImporterTests
{
    private readonly ConcurrentDictionary<string, string> taken = new();
    private readonly List<(int Line, string Code)> refusals = [];

    [Fact]
    public async Task Run_SameRowTwice_IsADuplicate()
    {
        var counts = await Run(Row("1"), Row("2"), Row("1"));

        Assert.Equal(new ImportCounts(3, 2, 0, 1, 0), counts);
    }

    [Fact]
    public async Task Run_SameKeyOtherContent_TheFirstRowWinsAndTheOtherIsReported()
    {
        var counts = await Run(Row("1", "satu"), Row("1", "dua"), Row("1", "satu"));

        Assert.Equal(new ImportCounts(3, 1, 0, 1, 1), counts);
        Assert.Equal([(3, "import.different-content")], refusals);
    }

    [Fact]
    public async Task Run_FirstRowOfAKeyRefused_TheNextRowOfThatKeyIsTaken()
    {
        var counts = await Run(Row("1", "tolak"), Row("1", "baik"));

        Assert.Equal(new ImportCounts(2, 1, 0, 0, 1), counts);
    }

    [Fact]
    public async Task Run_Again_ImportsNothing()
    {
        await Run(Row("1"), Row("2"), Row("2", "lain"));

        Assert.Equal(new ImportCounts(3, 0, 2, 0, 1), await Run(Row("1"), Row("2"), Row("2", "lain")));
    }

    [Fact]
    public async Task Run_StoppedAndRunAgain_ImportsTheRest()
    {
        var lines = Enumerable.Range(1, 3_000).Select(id => Row($"{id}")).ToArray();
        using var stop = new CancellationTokenSource();
        var first = Importer();

        var isComplete = await first.Run(
            Sample.Rows(lines),
            counts =>
            {
                if (counts.Read >= 700)
                {
                    stop.Cancel();
                }
            },
            stop.Token
        );
        var second = Importer();
        await second.Run(Sample.Rows(lines), _ => { }, CancellationToken.None);

        Assert.False(isComplete);
        Assert.InRange(first.Counts.Imported, 700, 2_000);
        Assert.Equal(new ImportCounts(3_000, 3_000 - first.Counts.Imported, first.Counts.Imported, 0, 0), second.Counts);
    }

    [Fact]
    public async Task Run_NumberThatExistsAlready_IsDrawnAgain()
    {
        var draws = 0;
        var importer = new Importer(
            Sample.Map(),
            _ => ++draws < 3 ? Task.FromException<Refusal?>(new SqliteException("unique", 19)) : Task.FromResult<Refusal?>(null),
            (_, _) => { }
        );

        await importer.Run(Sample.Rows(Row("1")), _ => { }, CancellationToken.None);

        Assert.Equal((3, 1), (draws, importer.Counts.Imported));
    }

    private async Task<ImportCounts> Run(params string[] lines)
    {
        var importer = Importer();
        Assert.True(await importer.Run(Sample.Rows(lines), _ => { }, CancellationToken.None));
        return importer.Counts;
    }

    private Importer Importer() => new(Sample.Map(), Take, (row, refusal) => refusals.Add((row.Line, refusal.Code)));

    /// <summary>Later rows may overtake earlier ones, as they may on their way to the journal.</summary>
    private async Task<Refusal?> Take(ImportedCase old)
    {
        await Task.Delay(old.SourceKey.Length % 3);
        await Task.Yield();
        return old.Title.Contains("tolak", StringComparison.Ordinal) ? new Refusal("text.too-long")
            : taken.TryAdd(old.SourceKey, old.RowHash.Value) ? null
            : taken[old.SourceKey] == old.RowHash.Value ? new Refusal("import.already-imported")
            : new Refusal("import.different-content");
    }

    private static string Row(string id, string detail = "rincian") => $"{id},A,01/02/2020,,Layanan,{detail},Manna";
}
