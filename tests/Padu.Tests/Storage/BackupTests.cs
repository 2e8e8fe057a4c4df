using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Padu.Storage;

namespace Padu.Tests.Storage;

public abstract class BackupTests(DatabaseKind database) : IAsyncLifetime
{
    private const string Passphrase = "kuda lari di pantai";
    private readonly StorageHouse _house = StorageHouse.New(database);
    private readonly string _folder = Directory.CreateTempSubdirectory("padu-backup-").FullName;

    private string File1 => Path.Combine(_folder, "a.padu");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _house.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A backup has one form: it goes back into either database, whichever it was of.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Backup_RestoredElsewhere_VerifiesAndOpensEverything(DatabaseKind into)
    {
        var id = await _house.OpenNote("kata rahasia");
        var blobs = _house.Services.GetRequiredService<IBlobStore>();
        var blob = (await blobs.Put(new MemoryStream(RandomNumberGenerator.GetBytes(150_000)), 1_000_000))!;
        await _house.Journal.Store(blobs.Reference(blob.Hash, blob.Key, blob.Bytes, "note/x", _house.Clock.Now));
        await File.WriteAllTextAsync(Path.Combine(_house.Path, "settings.json"), "{}");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await _house.Act(id, new NoteEvent.Remarked(1, "x"));
            }
        });
        await Write(null);
        await writing;

        var restored = Path.Combine(_folder, "restored");
        var server = into == DatabaseKind.Postgres ? TestPostgres.Create() : null;
        await using var dropped = new Dropped(server);
        await Backup.Restore(
            File1,
            File1 + ".keys",
            Passphrase,
            null,
            restored,
            default,
            server,
            _house.Services.GetRequiredService<ModelAssemblies>()
        );
        await using var house = StorageHouse.Open(restored);
        house.Services.GetRequiredService<StorageSetup>().CheckAtStart();
        var report = house.Services.GetRequiredService<Verification>().Run();
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.Files);
        Assert.True(File.Exists(Path.Combine(restored, "settings.json")));
        Assert.Equal("kata rahasia", ((NoteEvent.Opened)(await house.Journal.History(house.Notes, id, _ => true))[0].Fact).Words);
        Assert.NotNull(await house.Services.GetRequiredService<IBlobStore>().Open(blob.Hash, blob.Key));
        Assert.Equal(into == DatabaseKind.Sqlite, File.Exists(house.DatabaseFile));
        Assert.Null((await house.Act(id, new NoteEvent.Remarked(1, "lanjut"))).Refusal);
    }

    [Fact]
    public async Task Restore_IntoADatabaseThatHoldsSomething_Refuses()
    {
        await _house.OpenNote();
        await Write(null);
        await using var other = StorageHouse.New(DatabaseKind.Postgres);
        var target = Path.Combine(_folder, "to");

        await Assert.ThrowsAsync<StartRefusedException>(() =>
            Backup.Restore(File1, File1 + ".keys", Passphrase, null, target, default, ConnectionSecret.Read(other.Path))
        );

        Assert.False(DataFolder.Exists(target));
        Assert.Equal(0, other.Sql<int>("SELECT count(*) FROM events"));
    }

    private sealed class Dropped(string? server) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            if (server is not null)
            {
                TestPostgres.Drop(server);
            }

            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Backup_HoldsNeitherTextNorKeysInTheClear()
    {
        await _house.OpenNote();
        await Write(null);
        var kek = await File.ReadAllBytesAsync(Path.Combine(_house.Path, "keys", "kek-kpu.key"));
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("SQLite format 3"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(kek));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(kek))));
        }

        Assert.Empty(Directory.EnumerateFiles(_house.Path, "backup-*"));
    }

    [Fact]
    public async Task Restore_WrongPassphraseOrAChangedByte_LeavesNoDataFolder()
    {
        await _house.OpenNote();
        await Write(null);
        var target = Path.Combine(_folder, "to");
        await Assert.ThrowsAsync<StartRefusedException>(() =>
            Backup.Restore(File1, File1 + ".keys", "another passphrase", null, target, default)
        );

        var sound = await File.ReadAllBytesAsync(File1);
        foreach (var at in new[] { 120, sound.Length / 2, sound.Length - 50 })
        {
            var changed = (byte[])sound.Clone();
            changed[at] ^= 1;
            await Refuses(changed, at);
        }

        await Refuses(sound[..^70_000], 0);

        async Task Refuses(byte[] bytes, int at)
        {
            await File.WriteAllBytesAsync(File1, bytes);
            var into = $"{target}{at}";
            await Assert.ThrowsAsync<StartRefusedException>(() => Backup.Restore(File1, File1 + ".keys", Passphrase, null, into, default));
            Assert.False(DataFolder.Exists(into));
        }

        Assert.False(DataFolder.Exists(target));
    }

    [Fact]
    public async Task Backup_ToAKeyKeptElsewhere_OpensOnlyWithThatKey()
    {
        await _house.OpenNote();
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var half = ECDiffieHellman.Create();
        half.ImportSubjectPublicKeyInfo(pair.ExportSubjectPublicKeyInfo(), out _);
        await Write(half);

        var target = Path.Combine(_folder, "to");
        await Assert.ThrowsAsync<StartRefusedException>(() => Backup.Restore(File1, File1 + ".keys", Passphrase, null, target, default));
        await Backup.Restore(File1, File1 + ".keys", Passphrase, pair, target, default);
        Assert.True(DataFolder.Exists(target));
    }

    private Task Write(ECDiffieHellman? recipient) =>
        _house.Services.GetRequiredService<Backup>().Write(File1, Passphrase, recipient, default);
}

public sealed class BackupOnSqliteTests() : BackupTests(DatabaseKind.Sqlite);

public sealed class BackupOnPostgresTests() : BackupTests(DatabaseKind.Postgres);
