using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Commands;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Channels.Import;

/// <summary>The command against a real installation: two thousand rows with the faults that exports have.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const int Good = 1_990;
    private static readonly RegionCode Province = new("17");
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("padu-import-");

    private DirectoryInfo Data => new(Path.Combine(home.FullName, "data"));
    private FileInfo Source => new(Path.Combine(home.FullName, "lama.csv"));
    private FileInfo Map => new(Path.Combine(home.FullName, "lama.yaml"));
    private FileInfo Report => new(Path.Combine(home.FullName, "ditolak.csv"));

    public async ValueTask InitializeAsync()
    {
        DataFolder.Create(Data.FullName, DataFolderKind.Installation, Province, SystemClock.Instance.GetCurrentInstant());
        await using var app = Host();
        app.Services.GetRequiredService<StorageSetup>().Migrate();
        await app.Services.GetRequiredService<OrganisationDesk>().CreateOffices(Province, SystemClock.Instance.GetCurrentInstant());
        await File.WriteAllTextAsync(Map.FullName, Sample.MapText(), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Source.FullName, Sample.Bytes(Lines()), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        home.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Import_FaultyFile_TakesTheGoodRowsReportsTheOthersAndTakesNothingTwice()
    {
        Assert.Equal(0, await Import());
        var refused = await File.ReadAllLinesAsync(Report.FullName, TestContext.Current.CancellationToken);
        Assert.Equal(Good, await Archived());
        Assert.Equal(
            [
                "1992,K1990,import.date-unreadable,dibuka",
                "1993,K1991,import.title-empty,",
                "1994,K1992,import.closed-before-opened,ClosedOn",
                "1995,K1993,text.forbidden-character,rincian",
                "1996,,import.wrong-column-count,",
                "1998,K5,import.different-content,SourceKey",
                "1999,,import.key-empty,id",
                "2000,,import.row-unreadable,",
                "2001,K1998,import.opened-in-future,OpenedOn",
            ],
            refused.Skip(1).Select(line => string.Join(',', line.Split(',').Take(4)))
        );
        Assert.All(refused.Skip(1), line => Assert.Matches(",[^,]+ [^,]+", line));

        Assert.Equal(0, await Import());
        Assert.Equal(Good, await Archived());
        Assert.Equal(refused, await File.ReadAllLinesAsync(Report.FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Import_Interrupted_SaysSoAndGoesOnWhenRunAgain()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.Equal(ImportCommand.Interrupted, await ImportCommand.Run(Source, Map, Data, Report, stop.Token));
        Assert.Equal(0, await Archived());
        Assert.Equal(0, await Import());
        Assert.Equal(Good, await Archived());
    }

    [Fact]
    public async Task Import_UnusableMapFileOrFolder_HasAnExitCodeOfItsOwn()
    {
        await File.WriteAllTextAsync(Map.FullName, Sample.MapText("office:\n  fixed: kpu-99"), TestContext.Current.CancellationToken);
        Assert.Equal(ImportCommand.MapUnusable, await Import());

        await File.WriteAllTextAsync(Map.FullName, Sample.MapText(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Source.FullName, "a,b\n1,2\n", TestContext.Current.CancellationToken);
        Assert.Equal(ImportCommand.FileUnusable, await Import());
        Assert.Equal(ImportCommand.FolderUnusable, await ImportCommand.Run(Source, Map, home, Report, CancellationToken.None));
        Assert.Equal(0, await Archived());
    }

    private Task<int> Import() => ImportCommand.Run(Source, Map, Data, Report, CancellationToken.None);

    private async Task<int> Archived()
    {
        await using var app = Host();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync();
        return await db.Set<ComplaintRow>().CountAsync(row => row.Stage == Stage.Archived);
    }

    private Microsoft.AspNetCore.Builder.WebApplication Host() => PaduHost.Build(new HostSettings(Data.FullName, "http://127.0.0.1:0"));

    /// <summary>Good rows, then one of each fault, with a duplicate among them.</summary>
    private static IEnumerable<string> Lines() =>
        Enumerable
            .Range(0, Good)
            .Select(GoodLine)
            .Concat([
                "K1990,A,2020-01-02,,Layanan,Antre,Manna",
                "K1991,A,01/02/2020,,,Antre,Manna",
                "K1992,A,03/02/2020,01/02/2020,Layanan,Antre,Manna",
                "K1993,A,01/02/2020,,Layanan,An\u0000tre,Manna",
                "K1994,A,01/02/2020,,Layanan,Antre",
                GoodLine(3),
                GoodLine(5) + " Kota",
                ",A,01/02/2020,,Layanan,Antre,Manna",
                "K1997,A,01/02/2020,,Layanan,An\"tre,Manna",
                "K1998,A,01/02/2090,,Layanan,Antre,Manna",
            ]);

    private static string GoodLine(int id) => $"K{id},A,{id % 28 + 1:00}/02/2020,,Layanan,Antre {id},Manna";
}
