using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Tests.Storage;

public abstract class SecrecyTests(DatabaseKind database) : IAsyncLifetime
{
    private readonly StorageHouse _house = StorageHouse.New(database);

    protected StorageHouse House => _house;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _house.DisposeAsync();
    }

    protected async Task<Guid> Filled()
    {
        var id = await _house.OpenNote("Rahasia-Kata-Pelapor");
        await _house.Act(id, new NoteEvent.Told(true, "Nama-Sangat-Pribadi"));
        await _house.Act(id, new NoteEvent.Remarked(2, "Catatan-KPU"));
        await _house.Act(id, new NoteEvent.Remarked(2, "Catatan-Ombudsman"), actor: StorageHouse.Assistant);
        return id;
    }

    [Fact]
    public async Task Copy_OfTheDatabase_HoldsNoPrivateText()
    {
        await Filled();
        var copy = Path.Combine(_house.Path, "salinan.db");
        _house.Services.GetRequiredService<Database>().CopyTo(copy, _house.Services.GetRequiredService<ModelAssemblies>());
        foreach (var file in Directory.EnumerateFiles(_house.Path, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.DoesNotContain("Rahasia-Kata", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nama-Sangat", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Catatan-", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task History_OpensOnlyWhatTheReadersRuleAllows()
    {
        var id = await Filled();
        var asked = new List<SealedPart>();
        var history = await _house.Journal.History(
            _house.Notes,
            id,
            part =>
            {
                asked.Add(part);
                return part is { Purpose: KeyPurpose.Record, Institution: Institution.Kpu };
            }
        );

        Assert.Equal([false, false, true, false], history.Select(one => one.Opened));
        Assert.All(history, one => Assert.False(one.Erased));
        Assert.Null(Assert.IsType<NoteEvent.Told>(history[1].Fact).Name);
        Assert.Equal("Catatan-KPU", Assert.IsType<NoteEvent.Remarked>(history[2].Fact).Remark);
        Assert.Null(Assert.IsType<NoteEvent.Remarked>(history[3].Fact).Remark);
        Assert.Equal(
            [
                new SealedPart("note.opened.v1", KeyPurpose.Words, Institution.Kpu),
                new SealedPart("note.told.v1", KeyPurpose.Identity, Institution.Kpu),
                new SealedPart("note.remarked.v1", KeyPurpose.Record, Institution.Kpu),
                new SealedPart("note.remarked.v1", KeyPurpose.Record, Institution.Ombudsman),
            ],
            asked.Select(part => part with { Writer = null })
        );
        Assert.All(asked, part => Assert.Equal(part.Institution == Institution.Kpu ? "kpu-17" : "ombudsman-17", part.Writer?.Value));
    }

    /// <summary>Custody goes on at the moment a fact says so: for the keys there are, and for those made afterwards.</summary>
    [Fact]
    public async Task Shared_KeysAreWrappedForTheOtherInstitutionFromThenOn()
    {
        var id = await _house.OpenNote("Rahasia-Kata-Pelapor");
        await _house.Act(id, new NoteEvent.Told(true, "Nama-Sangat-Pribadi"));
        Assert.Equal([false, false], await KeptByOmbudsman(id));

        await _house.Act(id, new NoteEvent.Shared(Wholly: false));
        await _house.Restart();
        await _house.Act(id, new NoteEvent.Remarked(2, "Catatan-KPU"));
        Assert.Equal([true, false, true, true], await KeptByOmbudsman(id));

        await _house.Act(id, new NoteEvent.Shared(Wholly: true));
        await _house.Restart();
        Assert.Equal([true, true, true, true, true], await KeptByOmbudsman(id));
        Assert.Equal(3, _house.Sql<int>("SELECT count(*) FROM keys WHERE custodian = 'ombudsman' AND institution = 'kpu'"));
        Assert.Equal(6, _house.Sql<int>("SELECT count(*) FROM keys"));

        // One key, two custodians: erasing it erases both wrappings.
        await _house.Act(id, new NoteEvent.Remarked(0, null), new ActOptions { Erase = [KeyPurpose.Identity] });
        await _house.Restart();
        Assert.True((await _house.Journal.History(_house.Notes, id, _ => true))[1].Erased);
    }

    private async Task<IEnumerable<bool>> KeptByOmbudsman(Guid id) =>
        (await _house.Journal.History(_house.Notes, id, part => part.IsKeptBy(Institution.Ombudsman))).Select(one => one.Opened);

    [Fact]
    public async Task OpenMany_GivesTheNamedEventOfEachStream()
    {
        var first = await _house.OpenNote("satu");
        var second = await _house.OpenNote("dua");
        await _house.Act(second, new NoteEvent.Remarked(1, "tiga"));

        var opened = await _house.Journal.OpenMany(_house.Notes, [(first, 1), (second, 2), (Guid.CreateVersion7(), 1)], _ => true);
        Assert.Equal(2, opened.Count);
        Assert.Equal("satu", ((NoteEvent.Opened)opened[first].Fact).Words);
        Assert.Equal("tiga", ((NoteEvent.Remarked)opened[second].Fact).Remark);
    }

    [Fact]
    public async Task Erase_OneKey_LeavesTombstonesAndTheSameState()
    {
        var id = await Filled();
        var before = await _house.Journal.Load(_house.Notes, id);
        await _house.Act(id, new NoteEvent.Remarked(0, "dihapus"), new ActOptions { Erase = [KeyPurpose.Identity] });

        await _house.Restart();
        var history = await _house.Journal.History(_house.Notes, id, _ => true);
        Assert.Equal([false, true, false, false, false], history.Select(one => one.Erased));
        Assert.Null(((NoteEvent.Told)history[1].Fact).Name);
        Assert.True(((NoteEvent.Told)history[1].Fact).HasName);
        Assert.Equal("Rahasia-Kata-Pelapor", ((NoteEvent.Opened)history[0].Fact).Words);
        var after = await _house.Journal.Load(_house.Notes, id);
        Assert.Equal(before.State with { Version = 5, At = after.State.At }, after.State);
        var report = _house.Services.GetRequiredService<Verification>().Run();
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.Erased);
        Assert.Equal(0, _house.Sql<int>("SELECT count(*) FROM keys WHERE purpose = 'identitas' AND wrapped IS NOT NULL"));
    }

    [Fact]
    public async Task Erase_ThenToldAgain_SealsUnderANewKey()
    {
        var id = await Filled();
        await _house.Act(id, new NoteEvent.Remarked(0, null), new ActOptions { Erase = [KeyPurpose.Identity] });
        await _house.Act(id, new NoteEvent.Told(true, "Nama Baru"));

        var history = await _house.Journal.History(_house.Notes, id, _ => true);
        Assert.Equal("Nama Baru", ((NoteEvent.Told)history[^1].Fact).Name);
        Assert.True(history[1].Erased);
    }

    [Fact]
    public async Task Start_WithAnotherKeyFile_Refuses()
    {
        await Filled();
        await File.WriteAllBytesAsync(Path.Combine(_house.Path, "keys", "kek-kpu.key"), RandomNumberGenerator.GetBytes(32));
        await _house.Restart();

        var refused = Assert.Throws<StartRefusedException>(() => _house.Services.GetRequiredService<StorageSetup>().CheckAtStart());
        Assert.Contains("'kpu'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("short")]
    [InlineData("open")]
    public void Start_AKeyFileIsMissingShortOrOpenToOthers_Refuses(string fault)
    {
        var file = Path.Combine(_house.Path, "keys", "pepper.key");
        switch (fault)
        {
            case "missing":
                File.Delete(file);
                break;
            case "short":
                File.WriteAllBytes(file, new byte[31]);
                break;
            case not null when !OperatingSystem.IsWindows():
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
                break;
        }

        Assert.Throws<StartRefusedException>(() => KeyFiles.Load(Path.Combine(_house.Path, "keys")));
        Assert.Equal(fault != "missing", File.Exists(file));
    }

    [Fact]
    public void Folder_OfADemonstration_IsNoInstallation()
    {
        Assert.Throws<StartRefusedException>(() => DataFolder.Open(_house.Path, DataFolderKind.Demonstration));
        Assert.Throws<StartRefusedException>(() => DataFolder.Create(_house.Path, DataFolderKind.Demonstration, new("17"), default));
    }

    [Fact]
    public async Task Change_StoresTheRowAndAnEventWithTheWholeRow()
    {
        var row = new RegisterEntryRow
        {
            Office = new("kpu-17"),
            Year = 2026,
            Book = "Buku Bu Siti",
            Number = 3,
            Stream = "x",
            Position = 1,
        };
        await _house.Journal.Change(StorageHouse.Admin, _house.Clock.Now, row);
        await _house.Journal.Change(StorageHouse.Admin, _house.Clock.Now, row with { Position = 2 });

        Assert.Equal(2, _house.Sql<int>("SELECT position FROM register_entries WHERE number = 3"));
        Assert.Equal(2, _house.Sql<int>("SELECT max(version) FROM events"));
        var kind = _house.Services.GetRequiredService<RegisterKind>();
        var id = Guid.Parse(_house.Sql<string>("SELECT substr(stream, 10) FROM events LIMIT 1")!);
        var history = await _house.Journal.History(kind, id, _ => true);
        var changed = (RegisterChanged)history[1].Fact;
        Assert.Equal("""{"office":"kpu-17","year":2026,"number":3,"position":2}""", Sorted(changed.Row.Value));
        Assert.Equal("""{"book":"Buku Bu Siti","stream":"x"}""", changed.PrivateRow?.Value);
        Assert.DoesNotContain(
            "Siti",
            _house.Sql<string>(
                _house.Dialect(
                    "SELECT group_concat(CAST(public AS TEXT)) FROM events",
                    "SELECT string_agg(convert_from(public, 'UTF8'), ',') FROM events"
                )
            )!,
            StringComparison.Ordinal
        );

        static string Sorted(string json)
        {
            using var parsed = System.Text.Json.JsonDocument.Parse(json);
            var order = new[] { "office", "year", "number", "position" };
            return "{" + string.Join(',', order.Select(name => $"\"{name}\":{parsed.RootElement.GetProperty(name).GetRawText()}")) + "}";
        }
    }
}

public sealed class SecrecyOnSqliteTests() : SecrecyTests(DatabaseKind.Sqlite)
{
    /// <summary>The wrapped key must be gone from the files too, not only from the row.</summary>
    [Fact]
    public async Task Erase_LeavesNoWrappedKeyInTheFiles()
    {
        var id = await Filled();
        await using var db = await House.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync();
        var wrapped = (await db.Set<KeyRow>().SingleAsync(row => row.Purpose == KeyPurpose.Identity)).Wrapped!;
        await db.DisposeAsync();
        await House.Act(id, new NoteEvent.Remarked(0, null), new ActOptions { Erase = [KeyPurpose.Identity] });
        await House.Restart();

        foreach (var file in Directory.EnumerateFiles(House.Path, "padu.db*"))
        {
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(wrapped));
        }
    }
}

public sealed class SecrecyOnPostgresTests() : SecrecyTests(DatabaseKind.Postgres)
{
    /// <summary>The server keeps its log and its standbys; what this program can do is that no page of the table holds the key.</summary>
    [Fact]
    public async Task Erase_LeavesNoDeadRowInTheTable()
    {
        var id = await Filled();
        await House.Act(id, new NoteEvent.Remarked(0, null), new ActOptions { Erase = [KeyPurpose.Identity] });
        await House.Restart();

        House.Sql("CREATE EXTENSION pgstattuple");
        Assert.Equal(0, House.Sql<int>("SELECT dead_tuple_count FROM pgstattuple('keys')"));
    }
}
