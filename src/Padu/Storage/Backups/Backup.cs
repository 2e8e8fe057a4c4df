using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace Padu.Storage;

/// <summary>
/// One encrypted file: a mark, an ephemeral public key, and a tar of the marker and settings, a consistent copy of the database and every blob, in chunks
/// under a key agreed with the recipient's public key (ECDH on P-256, HKDF-SHA-256). Who makes backups needs no key that opens them.
/// </summary>
internal sealed class Backup(DataFolder folder, Database database, ModelAssemblies assemblies)
{
    private static readonly byte[] Mark = "PADUBAK1"u8.ToArray();
    private static readonly byte[] Purpose = "padu.backup.v1"u8.ToArray();

    /// <param name="recipient">A P-256 public key whose private half is kept elsewhere; null makes a pair for this backup.</param>
    /// <exception cref="StartRefusedException">One of the files exists.</exception>
    public async Task Write(string path, string passphrase, ECDiffieHellman? recipient, CancellationToken cancel)
    {
        var keysPath = path + ".keys";
        if (File.Exists(path) || File.Exists(keysPath))
        {
            throw new StartRefusedException($"{path} or {keysPath} exists; a backup never overwrites another.");
        }

        var copy = Path.Combine(folder.Path, $"backup-{Guid.CreateVersion7():N}.db");
        var part = path + ".part";
        using var own = recipient is null ? ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256) : null;
        try
        {
            // First the database, then the files: whatever the copy refers to lay on the disk before.
            PrivateFile.Create(copy).Dispose();
            database.CopyTo(copy, assemblies);
            await Encrypt(part, copy, (recipient ?? own)!.PublicKey, cancel);
            new KeysFile(ReadKeys(), own?.ExportPkcs8PrivateKey()).Write(keysPath, passphrase);
            Durable.Rename(part, Path.GetFullPath(path));
            folder.MarkBackup();
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }

    /// <summary>Puts a backup into a new folder. Its marker is written last: a restore that was cut off is no data folder.</summary>
    /// <param name="postgres">The connection string of an empty database for the records; null keeps them in the folder. Whichever the backup was of.</param>
    public static async Task<DataFolder> Restore(
        string path,
        string keysPath,
        string passphrase,
        ECDiffieHellman? recipient,
        string target,
        CancellationToken cancel,
        string? postgres = null,
        ModelAssemblies? assemblies = null
    )
    {
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new StartRefusedException($"The folder {target} is not empty; nothing was restored.");
        }

        var keys = KeysFile.Read(keysPath, passphrase);
        using var own = Private(keys, recipient);
        await using var file = File.OpenRead(path);
        var key = KeyFrom(file, recipient ?? own!, path);
        DataFolder.Private(target);
        byte[] marker;
        try
        {
            await using var plain = new ChunkedReader(file, file.Length - file.Position, key);
            marker = await Unpack(plain, target, cancel);
        }
        catch (Exception e) when (e is CryptographicException or InvalidDataException or EndOfStreamException)
        {
            throw new StartRefusedException($"{path} is damaged or was made for another key; what lies in {target} is not usable.");
        }

        DataFolder.Private(Path.Combine(target, "keys"));
        foreach (var (name, bytes) in keys.Files)
        {
            await using var written = PrivateFile.Create(Path.Combine(target, "keys", Path.GetFileName(name)));
            await written.WriteAsync(bytes, cancel);
            written.Flush(flushToDisk: true);
        }

        var folder = DataFolder.Parse(marker, target) with { Database = postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres };
        if (postgres is not null)
        {
            Move(folder, postgres, assemblies ?? ModelAssemblies.OfProgram);
        }

        folder.WriteMarker();
        return folder;
    }

    /// <summary>From the file of the backup to the server.</summary>
    private static void Move(DataFolder folder, string postgres, ModelAssemblies assemblies)
    {
        using (var file = new SqliteDatabase(folder.SqliteFile))
        {
            using var server = new PostgresDatabase(postgres);
            DatabaseCopy.Run(file, server, assemblies);
            ConnectionSecret.Write(folder.Path, postgres);
        }

        foreach (var left in Directory.EnumerateFiles(folder.Path, Path.GetFileName(folder.SqliteFile) + "*"))
        {
            File.Delete(left);
        }
    }

    private static ECDiffieHellman? Private(KeysFile keys, ECDiffieHellman? recipient)
    {
        if (recipient is not null)
        {
            return null;
        }

        if (keys.PrivateKey is not { } bytes)
        {
            throw new StartRefusedException("This backup was encrypted to a key kept elsewhere; give it with --recipient-key.");
        }

        var own = ECDiffieHellman.Create();
        own.ImportPkcs8PrivateKey(bytes, out _);
        return own;
    }

    private async Task Encrypt(string path, string copy, ECDiffieHellmanPublicKey recipient, CancellationToken cancel)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var sender = ephemeral.ExportSubjectPublicKeyInfo();
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ephemeral.DeriveRawSecretAgreement(recipient), 32, sender, Purpose);
        await using var file = PrivateFile.Create(path);
        await file.WriteAsync(Mark, cancel);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, sender.Length);
        await file.WriteAsync(length, cancel);
        await file.WriteAsync(sender, cancel);

        var pipe = new Pipe();
        var packing = Pack(pipe.Writer, copy, cancel);
        await using (var plain = pipe.Reader.AsStream())
        {
            await ChunkedCipher.Seal(plain, file, key, null, cancel);
        }

        await packing;
        file.Flush(flushToDisk: true);
    }

    private async Task Pack(PipeWriter writer, string copy, CancellationToken cancel)
    {
        try
        {
            await using (var tar = new TarWriter(writer.AsStream(leaveOpen: true), leaveOpen: false))
            {
                await tar.WriteEntryAsync(Path.Combine(folder.Path, DataFolder.Marker), DataFolder.Marker, cancel);
                await tar.WriteEntryAsync(copy, "padu.db", cancel);
                foreach (
                    var settings in Directory
                        .EnumerateFiles(folder.Path, "*.json")
                        .Where(name => Path.GetFileName(name) != DataFolder.Marker)
                )
                {
                    await tar.WriteEntryAsync(settings, Path.GetFileName(settings), cancel);
                }

                foreach (var parent in Directory.EnumerateDirectories(folder.Blobs).Where(name => Path.GetFileName(name).Length == 2))
                {
                    foreach (var blob in Directory.EnumerateFiles(parent))
                    {
                        await tar.WriteEntryAsync(blob, $"blobs/{Path.GetFileName(parent)}/{Path.GetFileName(blob)}", cancel);
                    }
                }
            }

            await writer.CompleteAsync();
        }
        catch (Exception e)
        {
            // The reader throws it on: half a backup must not look whole.
            await writer.CompleteAsync(e);
            throw;
        }
    }

    private static async Task<byte[]> Unpack(Stream plain, string target, CancellationToken cancel)
    {
        byte[]? marker = null;
        await using var tar = new TarReader(plain, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || entry.DataStream is not { } data)
            {
                continue;
            }

            if (entry.Name == DataFolder.Marker)
            {
                using var bytes = new MemoryStream();
                await data.CopyToAsync(bytes, cancel);
                marker = bytes.ToArray();
                continue;
            }

            var path = Path.GetFullPath(Path.Combine(target, entry.Name));
            if (!path.StartsWith(Path.GetFullPath(target) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new StartRefusedException($"The backup names a file outside its folder ({entry.Name}).");
            }

            DataFolder.Private(Path.GetDirectoryName(path)!);
            await using var file = PrivateFile.Create(path);
            await data.CopyToAsync(file, cancel);
            file.Flush(flushToDisk: true);
        }

        // The tar ends before the file does: only the last chunk proves that nothing was cut off or changed.
        await plain.CopyToAsync(Stream.Null, cancel);
        DataFolder.Private(Path.Combine(target, "blobs"));
        return marker ?? throw new StartRefusedException("The backup holds no marker; it is not whole.");
    }

    private static byte[] KeyFrom(Stream file, ECDiffieHellman recipient, string path)
    {
        var head = new byte[Mark.Length + 4];
        var length =
            file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
                ? BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(Mark.Length))
                : 0;
        if (!head.AsSpan(0, Mark.Length).SequenceEqual(Mark) || length is < 1 or > 512)
        {
            throw new StartRefusedException($"{path} is no backup of Padu.");
        }

        var sender = new byte[length];
        file.ReadExactly(sender);
        using var ephemeral = ECDiffieHellman.Create();
        ephemeral.ImportSubjectPublicKeyInfo(sender, out _);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, recipient.DeriveRawSecretAgreement(ephemeral.PublicKey), 32, sender, Purpose);
    }

    private Dictionary<string, byte[]> ReadKeys() =>
        Directory.EnumerateFiles(folder.Keys).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
}
