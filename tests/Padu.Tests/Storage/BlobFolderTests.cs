using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Tests.Storage;

public abstract class BlobFolderTests(DatabaseKind database) : IAsyncLifetime
{
    private readonly StorageHouse _house = StorageHouse.New(database);

    private IBlobStore Blobs => _house.Services.GetRequiredService<IBlobStore>();

    private string[] Files => Directory.GetFiles(Path.Combine(_house.Path, "blobs"), "*", SearchOption.AllDirectories);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _house.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(200_000)]
    public async Task Put_ThenOpen_GivesTheSameBytes(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var stored = await Blobs.Put(new MemoryStream(bytes), size);

        Assert.Equal((size, Convert.ToHexStringLower(SHA256.HashData(bytes))), ((int)stored!.Bytes, stored.Hash.Value));
        await using var opened = await Blobs.Open(stored.Hash, stored.Key);
        using var copy = new MemoryStream();
        await opened!.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task Put_TooLong_KeepsNothing()
    {
        Assert.Null(await Blobs.Put(new MemoryStream(new byte[100_001]), 100_000));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Put_CutOff_KeepsNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Blobs.Put(new Cut(), 1_000_000));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Names_TellNothingOfTheContent()
    {
        var bytes = "a file that somebody knows"u8.ToArray();
        var stored = await Blobs.Put(new MemoryStream(bytes), 1000);
        await Blobs.Put(new MemoryStream(bytes), 1000);

        Assert.Equal(2, Files.Length);
        Assert.DoesNotContain(Files, file => file.Contains(stored!.Hash.Value[2..10], StringComparison.Ordinal));
        Assert.All(Files, file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("somebody"u8)));
    }

    [Fact]
    public async Task Open_AnyByteChanged_GivesNothingAndVerifyNamesTheFile()
    {
        var stored = (await Blobs.Put(new MemoryStream(new byte[70_000]), 100_000))!;
        await _house.Journal.Store(Blobs.Reference(stored.Hash, stored.Key, stored.Bytes, "note/x", _house.Clock.Now));
        var verification = _house.Services.GetRequiredService<Verification>();
        Assert.Empty(verification.Run().Faults);
        var file = Assert.Single(Files);
        var sound = await File.ReadAllBytesAsync(file);
        foreach (var at in new[] { 8, 40_000, 65_560, sound.Length - 33 })
        {
            var changed = (byte[])sound.Clone();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            Assert.Null(await Blobs.Open(stored.Hash, stored.Key));
            Assert.Contains(
                verification.Run().Faults,
                fault => fault.Where.StartsWith("blobs/", StringComparison.Ordinal) && fault.What == "changed"
            );
        }

        await File.WriteAllBytesAsync(file, sound[..(8 + 65_552 + 32)]);
        Assert.Null(await Blobs.Open(stored.Hash, stored.Key));
        File.Delete(file);
        Assert.Null(await Blobs.Open(stored.Hash, stored.Key));
        Assert.Contains(verification.Run().Faults, fault => fault.What == "missing");
    }

    [Fact]
    public async Task Sweep_TakesOnlyOldFilesNobodyRefersTo()
    {
        var kept = (await Blobs.Put(new MemoryStream([1]), 10))!;
        var orphan = (await Blobs.Put(new MemoryStream([2]), 10))!;
        await _house.Journal.Store(Blobs.Reference(kept.Hash, kept.Key, 1, "note/x", _house.Clock.Now));
        var sweep = _house.Services.GetServices<ISweep>().Single(one => one.Name == "storage");

        var now = SystemClock.Instance.GetCurrentInstant();
        await sweep.Sweep(now + Duration.FromHours(47), default);
        Assert.Equal(2, Files.Length);
        await sweep.Sweep(now + Duration.FromHours(49), default);
        Assert.NotNull(await Blobs.Open(kept.Hash, kept.Key));
        Assert.Null(await Blobs.Open(orphan.Hash, orphan.Key));
    }

    [Fact]
    public async Task Sweep_PurgesIdempotencyKeysAfterAWeek()
    {
        await _house.Act(
            Guid.CreateVersion7(),
            new NoteEvent.Opened(new("kpu-17"), null, 1, null),
            new ActOptions { IdempotencyKey = "k", IdempotencyHash = [1] }
        );
        var sweep = _house.Services.GetServices<ISweep>().Single(one => one.Name == "storage");
        await sweep.Sweep(_house.Clock.Now + Duration.FromDays(6), default);
        Assert.Equal(1, _house.Sql<int>("SELECT count(*) FROM idempotency"));
        await sweep.Sweep(_house.Clock.Now + Duration.FromDays(8), default);
        Assert.Equal(0, _house.Sql<int>("SELECT count(*) FROM idempotency"));
    }

    private sealed class Cut : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The client is gone.");
    }
}

public sealed class BlobFolderOnSqliteTests() : BlobFolderTests(DatabaseKind.Sqlite);

public sealed class BlobFolderOnPostgresTests() : BlobFolderTests(DatabaseKind.Postgres);
