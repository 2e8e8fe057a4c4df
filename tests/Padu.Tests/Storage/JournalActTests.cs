using Padu.Domain;
using Padu.Storage;

namespace Padu.Tests.Storage;

public abstract class JournalActTests(DatabaseKind database) : IAsyncLifetime
{
    private readonly StorageHouse _house = StorageHouse.New(database);

    protected StorageHouse House => _house;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _house.DisposeAsync();
    }

    [Fact]
    public async Task Act_ThenLoad_GivesTheFoldedState()
    {
        var id = await _house.OpenNote();
        var acted = await _house.Act(id, new NoteEvent.Remarked(4, "catatan"));

        Assert.Equal((5, 2, 2L), (acted.State.Weight, acted.Version, acted.Position));
        await _house.Restart();
        var loaded = await _house.Journal.Load(_house.Notes, id);
        Assert.Equal(acted.State, loaded.State);
        Assert.Equal(2, loaded.Version);
        Assert.False(loaded.State.SawPrivate);
    }

    [Fact]
    public async Task Act_Refused_WritesNothingAndTellsTheState()
    {
        var id = await _house.OpenNote();
        var acted = await _house.Act(id, _ => new Refusal("note.closed"));

        Assert.Equal("note.closed", acted.Refusal?.Code);
        Assert.Equal(1, acted.Version);
        Assert.Equal(1, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Act_EightCallersAtOnce_PositionsHaveNoGapAndNothingIsLost()
    {
        var shared = await _house.OpenNote();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 8),
            async (_, _) =>
            {
                for (var i = 0; i < 40; i++)
                {
                    var own = await _house.OpenNote();
                    await _house.Act(own, new NoteEvent.Remarked(1, "a"));
                    Assert.Null((await _house.Act(shared, new NoteEvent.Remarked(1, "b"))).Refusal);
                }
            }
        );

        const int events = 1 + (8 * 40 * 3);
        Assert.Equal(events, _house.Sql<int>("SELECT count(*) FROM events"));
        Assert.Equal(events, _house.Sql<int>("SELECT max(position) FROM events"));
        Assert.Equal(1, _house.Sql<int>("SELECT min(position) FROM events"));
        Assert.Equal(1 + (8 * 40), (await _house.Journal.Load(_house.Notes, shared)).State.Weight);
        Assert.Equal(1 + (8 * 40), (await _house.Rows()).Single(row => row.Id == shared).Weight);
    }

    [Fact]
    public async Task Act_ExpectedVersionIsOld_RefusesAsStaleWithTheStateNow()
    {
        var id = await _house.OpenNote();
        await _house.Act(id, new NoteEvent.Remarked(2, null));
        var late = await _house.Act(id, new NoteEvent.Remarked(9, null), new ActOptions { ExpectedVersion = 1 });

        Assert.Equal("stale", late.Refusal?.Code);
        Assert.Equal((2, 3), (late.Version, late.State.Weight));
    }

    [Fact]
    public async Task Act_FiftyOfficersOnOneVersion_ExactlyOneWins()
    {
        var id = await _house.OpenNote();
        var acts = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => Task.Run(() => _house.Act(id, new NoteEvent.Remarked(1, null), new ActOptions { ExpectedVersion = 1 })))
        );

        Assert.Single(acts, act => act.Refusal is null);
        Assert.All(acts.Where(act => act.Refusal is not null), act => Assert.Equal("stale", act.Refusal!.Code));
        Assert.Equal(2, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    /// <summary>A decision that rests on more than its stream: what another process wrote between the reading and the writing is read again.</summary>
    [Fact]
    public async Task Act_SeesWhatElseIsWritten_NothingComesBetweenReadingAndWriting()
    {
        var id = await _house.OpenNote();
        await using var other = StorageHouse.Open(_house.Path);
        var readings = 0;
        var acted = await _house.Journal.Act<Note, NoteEvent, int>(
            _house.Notes,
            id,
            StorageHouse.Admin,
            _house.Clock.Now,
            async _ =>
            {
                var seen = (await _house.Rows()).Length;
                if (++readings <= 2)
                {
                    await other.OpenNote();
                }

                return seen;
            },
            (_, seen) => new NoteEvent.Remarked(seen, null)
        );

        Assert.Null(acted.Refusal);
        Assert.Equal(3, readings);
        // The one note, and both that came in between.
        Assert.Equal((1 + 3, 2), (acted.State.Weight, acted.Version));
        Assert.Equal(acted.Position, _house.Sql<long>("SELECT max(position) FROM events"));
    }

    [Fact]
    public async Task Act_SeesWhatElseIsWritten_OnAJournalThatNeverRestsIsRefusedAsStale()
    {
        var id = await _house.OpenNote();
        await using var other = StorageHouse.Open(_house.Path);
        var acted = await _house.Journal.Act<Note, NoteEvent, Guid>(
            _house.Notes,
            id,
            StorageHouse.Admin,
            _house.Clock.Now,
            async _ => await other.OpenNote(),
            (_, _) => new NoteEvent.Remarked(1, null)
        );

        Assert.Equal("stale", acted.Refusal?.Code);
        Assert.Equal(1, acted.Version);
    }

    [Fact]
    public async Task Act_WhileAnotherStreamStands_IsWrittenOnlyOnWhatThatStreamIsNow()
    {
        var read = await _house.OpenNote();
        await using var other = StorageHouse.Open(_house.Path);
        JointAct Opening(int weight) =>
            new JointAct()
                .Over(_house.Notes, Guid.CreateVersion7(), _ => new NoteEvent.Opened(StorageHouse.Province.Code, null, 1, null))
                .While(_house.Notes, read, note => note.Weight <= weight ? null : new Refusal("note.closed"));

        Assert.Null(await _house.Journal.Act(Opening(1), StorageHouse.Admin, _house.Clock.Now));
        Assert.Equal(2, _house.Sql<int>("SELECT count(*) FROM events"));

        // Another process makes it heavier than may be; this one remembers it as it was.
        await other.Journal.Act(_house.Notes, read, StorageHouse.Admin, _house.Clock.Now, _ => new NoteEvent.Remarked(1, null));
        Assert.Equal("note.closed", (await _house.Journal.Act(Opening(1), StorageHouse.Admin, _house.Clock.Now))?.Code);
        Assert.Equal(3, _house.Sql<int>("SELECT count(*) FROM events"));
        Assert.Null(await _house.Journal.Act(Opening(2), StorageHouse.Admin, _house.Clock.Now));
        Assert.Equal(4, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    /// <summary>Another process wrote meanwhile: the remembered fold is old, and both a write and a refusal must notice.</summary>
    [Fact]
    public async Task Act_AnotherProcessWrote_IsDecidedOnTheStateNow()
    {
        var id = await _house.OpenNote();
        await using var other = StorageHouse.Open(_house.Path);
        await other.Act(id, new NoteEvent.Remarked(10, null));

        var seen = new List<int>();
        var acted = await _house.Act(
            id,
            note =>
            {
                seen.Add(note.Weight);
                return note.Weight > 5 ? new NoteEvent.Remarked(1, null) : new Refusal("note.too-light");
            }
        );

        Assert.Null(acted.Refusal);
        Assert.Equal([1, 11], seen);
        Assert.Equal(12, acted.State.Weight);
        var late = await other.Act(id, new NoteEvent.Remarked(1, null), new ActOptions { ExpectedVersion = 2 });
        Assert.Equal("stale", late.Refusal?.Code);
    }

    [Fact]
    public async Task Act_SameKeyAgain_WritesOnceAndNamesTheFirstStream()
    {
        var first = Guid.CreateVersion7();
        var options = new ActOptions { IdempotencyKey = "draft/1", IdempotencyHash = [1, 2, 3] };
        await _house.Act(first, new NoteEvent.Opened(StorageHouse.Province.Code, null, 7, "a"), options);
        var again = await _house.Act(Guid.CreateVersion7(), new NoteEvent.Opened(StorageHouse.Province.Code, null, 7, "a"), options);

        Assert.True(again.Replayed);
        Assert.Null(again.Refusal);
        Assert.Equal((first, 7), (again.Id, again.State.Weight));
        Assert.Equal(1, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Act_TwentyPostsOfOneKeyAtOnce_WriteOne()
    {
        var options = new ActOptions { IdempotencyKey = "draft/2", IdempotencyHash = [9] };
        var acts = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    Task.Run(() =>
                        _house.Act(Guid.CreateVersion7(), new NoteEvent.Opened(StorageHouse.Province.Code, null, 1, "a"), options)
                    )
                )
        );

        Assert.Single(acts.Select(act => act.Id).Distinct());
        Assert.Equal(19, acts.Count(act => act.Replayed));
        Assert.Equal(1, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Act_SameKeyOtherBody_IsRefused()
    {
        await _house.Act(
            Guid.CreateVersion7(),
            new NoteEvent.Opened(StorageHouse.Province.Code, null, 1, "a"),
            new ActOptions { IdempotencyKey = "draft/3", IdempotencyHash = [1] }
        );
        var other = await _house.Act(
            Guid.CreateVersion7(),
            new NoteEvent.Remarked(1, "b"),
            new ActOptions { IdempotencyKey = "draft/3", IdempotencyHash = [2] }
        );

        Assert.Equal("idempotency.different", other.Refusal?.Code);
        Assert.Equal(1, _house.Sql<int>("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task Act_OnePoisonedAmongMany_OnlyItsCallerIsTold()
    {
        // A row the table refuses: its office is missing.
        var poisoned = new ActOptions { AlsoStore = [new NoteRow(Guid.CreateVersion7(), default, null, 0, 0, _house.Clock.Now)] };
        var acts = Enumerable
            .Range(0, 60)
            .Select(i =>
                Task.Run(() =>
                    _house.Act(
                        Guid.CreateVersion7(),
                        new NoteEvent.Opened(StorageHouse.Province.Code, null, i, "a"),
                        i == 31 ? poisoned : null
                    )
                )
            )
            .ToArray();
        await Task.WhenAll(acts.Select(act => act.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, acts.Count(act => act.IsFaulted));
        Assert.True(acts[31].IsFaulted);
        Assert.Equal(59, _house.Sql<int>("SELECT count(*) FROM events"));
        Assert.Equal(59, _house.Sql<int>("SELECT max(position) FROM events"));
        Assert.Equal(59, _house.Sql<int>("SELECT position FROM journal_head"));
    }

    [Fact]
    public async Task Act_OverTwoStreams_WritesBothOrNeither()
    {
        var (first, second) = (await _house.OpenNote(), await _house.OpenNote());
        var both = await Both(1, 1);
        Assert.Null(both.Refusal);
        Assert.Equal((2, 2), (both.First.Version, both.Second.Version));

        var staleSecond = await Both(2, 1);
        Assert.Equal("stale", staleSecond.Refusal?.Code);
        Assert.Equal(4, _house.Sql<int>("SELECT count(*) FROM events"));

        Task<Acted<Note, Note>> Both(int firstVersion, int secondVersion) =>
            _house.Journal.Act(
                _house.Notes,
                first,
                _house.Notes,
                second,
                StorageHouse.Admin,
                _house.Clock.Now,
                (_, _) => (new NoteEvent.Remarked(1, "a"), new NoteEvent.Remarked(2, "b")),
                new ActOptions { ExpectedVersion = firstVersion },
                secondVersion
            );
    }

    [Fact]
    public async Task Act_InOppositeOrders_DoesNotDeadlock()
    {
        var (first, second) = (await _house.OpenNote(), await _house.OpenNote());
        var acts = Enumerable
            .Range(0, 40)
            .Select(i =>
                Task.Run(() =>
                    _house.Journal.Act(
                        _house.Notes,
                        i % 2 == 0 ? first : second,
                        _house.Notes,
                        i % 2 == 0 ? second : first,
                        StorageHouse.Admin,
                        _house.Clock.Now,
                        (_, _) => (new NoteEvent.Remarked(1, "a"), new NoteEvent.Remarked(1, "b"))
                    )
                )
            );
        var done = await Task.WhenAll(acts).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.All(done, acted => Assert.Null(acted.Refusal));
        Assert.Equal(41, (await _house.Journal.Load(_house.Notes, first)).State.Weight);
    }

    [Fact]
    public async Task StoreIf_RowWasChangedMeanwhile_WritesNothing()
    {
        var free = new LeaseRow("loop", Guid.CreateVersion7(), _house.Clock.Now);
        Assert.True(await _house.Journal.StoreIf(null, free));
        Assert.False(await _house.Journal.StoreIf(null, free with { Holder = Guid.CreateVersion7() }));
        var mine = free with { Holder = Guid.CreateVersion7() };
        Assert.True(await _house.Journal.StoreIf(free, mine));
        Assert.False(await _house.Journal.StoreIf(free, free with { Name = "loop" }, new CursorRow("x", 1, _house.Clock.Now)));

        Assert.Equal(0, _house.Sql<int>("SELECT count(*) FROM cursors"));
        await _house.Journal.Remove(mine);
        Assert.Equal(0, _house.Sql<int>("SELECT count(*) FROM leases"));
    }
}

public sealed class JournalActOnSqliteTests() : JournalActTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Act_AnotherProcessHoldsTheFile_SaysUnavailableKeepsNothingAndRecovers()
    {
        var id = await House.OpenNote();
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={House.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            await Assert.ThrowsAsync<StorageUnavailableException>(() => House.Act(id, new NoteEvent.Remarked(1, "a")));
            Assert.Equal(1, (await House.Journal.Load(House.Notes, id)).Version);
        }

        Assert.Equal(2, (await House.Act(id, new NoteEvent.Remarked(1, "a"))).Version);
    }
}

public sealed class JournalActOnPostgresTests() : JournalActTests(DatabaseKind.Postgres);
