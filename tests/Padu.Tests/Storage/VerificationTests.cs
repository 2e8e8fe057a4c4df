using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Storage;

namespace Padu.Tests.Storage;

public abstract class VerificationTests(DatabaseKind database) : IAsyncLifetime
{
    private readonly StorageHouse _house = StorageHouse.New(database);
    private Guid _id;

    private VerificationReport Verify() => _house.Services.GetRequiredService<Verification>().Run();

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            _id = await _house.OpenNote($"kata {i}");
            await _house.Act(_id, new NoteEvent.Told(true, "Siti Rahma"));
            await _house.Act(_id, new NoteEvent.Remarked(3, "catatan"), actor: StorageHouse.Assistant);
            await _house.Act(_id, new NoteEvent.Numbered(StorageHouse.Province.Code, 2026));
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _house.DisposeAsync();
    }

    [Fact]
    public void Verify_Untouched_IsSound()
    {
        var report = Verify();
        Assert.Empty(report.Faults);
        Assert.Equal((12, 0), (report.Events, report.Erased));
    }

    [Theory]
    [InlineData("position = 99")]
    [InlineData("stream = replace(stream, 'note/0', 'note/1')")]
    [InlineData("version = 9")]
    [InlineData("type = 'note.remarkes.v1'")]
    [InlineData("occurred_at = occurred_at + 1")]
    [InlineData("recorded_at = recorded_at - 1")]
    [InlineData("actor = 'jabatan/x' || substr(actor, 10)")]
    [InlineData("office = 'kpu-18'")]
    [InlineData("office = NULL")]
    [InlineData("public = CAST(replace(CAST(public AS TEXT), '3', '4') AS BLOB)")]
    [InlineData("private = substr(private, 1, 20) || x'00' || substr(private, 22)")]
    [InlineData("key_id = (SELECT key_id FROM events WHERE position = 1)")]
    [InlineData("commitment = x'00' || substr(commitment, 2)")]
    [InlineData("digest = x'00' || substr(digest, 2)")]
    public void Verify_OneColumnOfAnEventChanged_NamesIt(string change)
    {
        var said = _house.Dialect(
            change,
            change
                .Replace("x'00'", "'\\x00'::bytea", StringComparison.Ordinal)
                .Replace("CAST(public AS TEXT)", "convert_from(public, 'UTF8')", StringComparison.Ordinal)
                .Replace("CAST(replace", "convert_to(replace", StringComparison.Ordinal)
                .Replace(" AS BLOB)", ", 'UTF8')", StringComparison.Ordinal)
        );
        _house.Sql($"UPDATE events SET {said} WHERE position = 11");

        var report = Verify();
        Assert.Contains(
            report.Faults,
            fault =>
                fault.Where.StartsWith(
                    change.StartsWith("position", StringComparison.Ordinal) ? "event 99" : "event 11",
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Verify_AnEventWasDeleted_IsFound(int position)
    {
        _house.Sql($"DELETE FROM events WHERE position = {position}");

        var faults = Verify().Faults;
        Assert.Contains(faults, fault => fault.Where == (position == 12 ? "journal_head" : "event 7"));
    }

    [Fact]
    public void Verify_AnEventWasAdded_IsFound()
    {
        _house.Sql(
            "INSERT INTO events SELECT 13, stream, version + 1, type, occurred_at, recorded_at, actor, office, public, private, key_id, commitment, digest FROM events WHERE position = 12"
        );

        var faults = Verify().Faults;
        Assert.Contains(faults, fault => fault.Where == "journal_head");
        Assert.Contains(faults, fault => fault.Where.StartsWith("event 13", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE notes SET weight = weight + 1 WHERE id = (SELECT id FROM notes ORDER BY id LIMIT 1)")]
    [InlineData("DELETE FROM notes WHERE id = (SELECT id FROM notes ORDER BY id LIMIT 1)")]
    [InlineData(
        "INSERT INTO notes (id, office, unit, weight, version, at, is_closed_to_kpu) SELECT 'AAAAAAAA-0000-0000-0000-000000000000', office, unit, weight, version, at, is_closed_to_kpu FROM notes LIMIT 1"
    )]
    public void Verify_AReadTableWasChanged_NamesTheRowAndRebuildHeals(string change)
    {
        _house.Sql(change);
        Assert.Contains(Verify().Faults, fault => fault.Where.StartsWith("notes (", StringComparison.Ordinal));

        _house.Services.GetRequiredService<Rebuilding>().Run();
        Assert.Empty(Verify().Faults);
    }

    [Fact]
    public void Verify_ARegisterNumberWasChanged_IsNamedAndRebuildGivesTheSameNumbers()
    {
        var join = _house.Dialect("group_concat", "string_agg");
        var numbers = $"SELECT {join}(number || ' ' || stream, ',') FROM (SELECT number, stream FROM register_entries ORDER BY number) x";
        var before = _house.Sql<string>(numbers);
        Assert.Equal(
            "1,2,3",
            _house.Sql<string>($"SELECT {join}(number || '', ',') FROM (SELECT number FROM register_entries ORDER BY position) x")
        );
        _house.Sql("UPDATE register_entries SET number = 7 WHERE number = 2");
        Assert.Contains(Verify().Faults, fault => fault.Where.StartsWith("register_entries (", StringComparison.Ordinal));

        _house.Services.GetRequiredService<Rebuilding>().Run();
        Assert.Equal(before, _house.Sql<string>(numbers));
        Assert.Empty(Verify().Faults);
    }

    [Fact]
    public async Task Rebuild_WhileOthersWrite_LosesNothing()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await _house.Act(_id, new NoteEvent.Remarked(1, "x"));
                await _house.OpenNote();
            }
        });
        _house.Services.GetRequiredService<Rebuilding>().Run();
        _house.Services.GetRequiredService<Rebuilding>().Run();
        await writing;

        Assert.Empty(Verify().Faults);
        Assert.Equal(63, (await _house.Rows()).Length);
    }

    /// <summary>Whoever adds a side table adds its migration: <c>./dev migration</c>.</summary>
    [Fact]
    public void Migrations_AreThoseOfTheModel()
    {
        using var db = _house.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Start_TheReadTablesHaveAnotherShape_AreRebuilt()
    {
        _house.Sql("DROP TABLE notes");
        _house.Sql("UPDATE read_schema SET fingerprint = 'older'");
        _house.Services.GetRequiredService<StorageSetup>().CheckAtStart();
        Assert.Empty(Verify().Faults);
    }
}

public sealed class VerificationOnSqliteTests() : VerificationTests(DatabaseKind.Sqlite);

public sealed class VerificationOnPostgresTests() : VerificationTests(DatabaseKind.Postgres);
