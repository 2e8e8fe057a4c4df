using System.Collections.Concurrent;
using Padu.Channels.Import;
using Padu.Domain;
using Padu.Domain.Complaints;

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
        Assert.Equal([(3, "import.same-key-different-content")], refusals);
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
    public async Task Run_NumberTaken_IsDrawnAgain()
    {
        var draws = 0;
        var importer = new Importer(
            Sample.Map(),
            day => new PublicNumber($"17-{day?.Year}-A"),
            import =>
            {
                Assert.Equal("17-2020-A", import.Number.Value);
                return Task.FromResult(new Taken(false, ++draws < 3 ? new Refusal("number.taken") : null));
            },
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

    private Importer Importer() =>
        new(Sample.Map(), _ => new PublicNumber("17-2020-A"), Take, (row, refusal) => refusals.Add((row.Line, refusal.Code)));

    /// <summary>Later rows may overtake earlier ones, as they may on their way to the journal.</summary>
    private async Task<Taken> Take(ComplaintCommand.Import import)
    {
        await Task.Delay(import.SourceKey.Length % 3);
        await Task.Yield();
        return import.Title.Contains("tolak", StringComparison.Ordinal) ? new Taken(false, new Refusal("text.too-long"))
            : taken.TryAdd(import.SourceKey, import.RowHash.Value) ? new Taken(false, null)
            : taken[import.SourceKey] == import.RowHash.Value ? new Taken(true, null)
            : new Taken(false, new Refusal("import.same-key-different-content"));
    }

    private static string Row(string id, string detail = "rincian") => $"{id},A,01/02/2020,,Layanan,{detail},Manna";
}
