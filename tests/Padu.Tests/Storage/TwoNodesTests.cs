using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>Two hosts of one installation on one server. That a killed one loses nothing is the drill's (<c>TwoNodesDrillTests</c>).</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly StorageHouse _first = StorageHouse.New(DatabaseKind.Postgres);
    private readonly StorageHouse _second;

    public TwoNodesTests() => _second = StorageHouse.Open(_first.Path);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task Act_OnBothAtOnce_PositionsAndNumbersHaveNoGap()
    {
        var shared = await _first.OpenNote();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 8),
            async (writer, _) =>
            {
                var house = writer % 2 == 0 ? _first : _second;
                for (var i = 0; i < 25; i++)
                {
                    var own = await house.OpenNote();
                    Assert.Null((await house.Act(own, new NoteEvent.Numbered(StorageHouse.Province.Code, 2026))).Refusal);
                    // A hot stream may be lost to the other node again and again; then it says so and nothing is written.
                    var acted = await house.Act(shared, new NoteEvent.Remarked(1, "b"));
                    Assert.True(acted.Refusal is null or { Code: "stale" });
                }
            }
        );

        var events = _first.Sql<int>("SELECT count(*) FROM events");
        Assert.InRange(events, 1 + (8 * 25 * 2) + 1, 1 + (8 * 25 * 3));
        Assert.Equal(events, _first.Sql<int>("SELECT max(position) FROM events"));
        Assert.Equal(8 * 25, _first.Sql<int>("SELECT count(DISTINCT number) FROM register_entries"));
        Assert.Equal(8 * 25, _first.Sql<int>("SELECT max(number) FROM register_entries"));
        Assert.Empty(_second.Services.GetRequiredService<Verification>().Run().Faults);
        Assert.Equal((await _first.Journal.Load(_first.Notes, shared)).State, (await _second.Journal.Load(_second.Notes, shared)).State);
    }

    [Fact]
    public async Task Act_OneDraftSentToBoth_WritesOnce()
    {
        var options = new ActOptions { IdempotencyKey = "draft/9", IdempotencyHash = [9] };
        var acts = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() =>
                        (i % 2 == 0 ? _first : _second).Act(
                            Guid.CreateVersion7(),
                            new NoteEvent.Opened(StorageHouse.Province.Code, null, 1, "a"),
                            options
                        )
                    )
                )
        );

        Assert.Single(acts.Select(act => act.Id).Distinct());
        Assert.Equal(1, _first.Sql<int>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Lease_AskedForOnBothAtOnce_IsOnes()
    {
        for (var round = 0; round < 10; round++)
        {
            var name = $"loop-{round}";
            var leases = new[] { LeaseOf(_first, name), LeaseOf(_second, name) };
            var held = await Task.WhenAll(leases.Select(lease => Task.Run(() => lease.Hold(default))));
            Assert.Single(held, taken => taken);
        }

        static Lease LeaseOf(StorageHouse house, string name) =>
            new(name, house.Journal, house.Services.GetRequiredService<IDbContextFactory<PaduDb>>(), house.Clock);
    }

    [Fact]
    public void Cookie_MadeByOne_IsReadByTheOtherAndAfterARestart()
    {
        var made = Protector(_first).Protect("sesi");
        Assert.Equal("sesi", Protector(_second).Unprotect(made));
        Assert.Equal(1, _first.Sql<int>("SELECT count(*) FROM protection_keys"));

        static IDataProtector Protector(StorageHouse house) =>
            house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji");
    }

    [Fact]
    public async Task Start_OfBothAtOnceOverOldReadTables_RebuildsWithoutHarm()
    {
        var id = await _first.OpenNote();
        _first.Sql("UPDATE read_schema SET fingerprint = 'older'");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await _first.Act(id, new NoteEvent.Remarked(1, "x"));
            }
        });
        await Task.WhenAll(
            new[] { _first, _second }.Select(house => Task.Run(() => house.Services.GetRequiredService<StorageSetup>().CheckAtStart()))
        );
        await writing;

        Assert.Empty(_first.Services.GetRequiredService<Verification>().Run().Faults);
        Assert.Equal(31, (await _second.Rows()).Single().Weight);
    }
}

/// <summary>The server goes away and comes back.</summary>
public sealed class ServerAwayTests : IAsyncLifetime
{
    private readonly string _server = TestPostgres.Create();
    private readonly string _path = Directory.CreateTempSubdirectory("padu-storage-").FullName;
    private readonly ServerGate _gate;
    private readonly StorageHouse _house;

    public ServerAwayTests()
    {
        _gate = new ServerGate(_server);
        DataFolder.Create(_path, DataFolderKind.Installation, new("17"), Instant.FromUtc(2026, 1, 1, 0, 0), _gate.ConnectionString);
        _house = StorageHouse.Open(_path);
        _house.Services.GetRequiredService<StorageSetup>().Migrate();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _gate.Dispose();
        TestPostgres.Drop(_server);
        Directory.Delete(_path, recursive: true);
    }

    [Fact]
    public async Task Act_AnswerToTheCommitIsLost_IsFoundWrittenOnce()
    {
        _gate.LoseNextCommit();
        var id = Guid.CreateVersion7();
        var acted = await _house.Act(id, new NoteEvent.Opened(StorageHouse.Province.Code, null, 3, "a"));

        Assert.Null(acted.Refusal);
        Assert.Equal((1, 1L), (acted.Version, acted.Position));
        Assert.Equal(1, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Act_ServerWasAway_SaysUnavailableAndTheFirstAfterItsReturnIsWritten()
    {
        var id = await _house.OpenNote();
        _gate.Shut();
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => _house.Act(id, new NoteEvent.Remarked(1, "a")));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => _house.Journal.Load(_house.Notes, id));
        }

        _gate.Open();
        Assert.Equal(2, (await _house.Act(id, new NoteEvent.Remarked(1, "a"))).Version);
        Assert.Empty(_house.Services.GetRequiredService<Verification>().Run().Faults);
    }

    /// <summary>Started anew between two requests: nobody notices.</summary>
    [Fact]
    public async Task Act_ServerWasStartedAnew_IsWrittenAtOnce()
    {
        var id = await _house.OpenNote();
        _gate.Shut();
        _gate.Open();

        Assert.Equal(2, (await _house.Act(id, new NoteEvent.Remarked(1, "a"))).Version);
    }

    [Fact]
    public void Start_WithoutAServer_SaysSoWithoutThePassword()
    {
        _gate.Shut();
        var away = Assert.Throws<StorageUnavailableException>(() => _house.Services.GetRequiredService<StorageSetup>().CheckAtStart());

        Assert.DoesNotContain(new Npgsql.NpgsqlConnectionStringBuilder(_server).Password!, away.ToString(), StringComparison.Ordinal);
    }
}
