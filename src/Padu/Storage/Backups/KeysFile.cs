using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Padu.Storage;

/// <summary>
/// The second file of a backup: the key files of the installation and, unless it was encrypted to a key kept elsewhere, the private key of the
/// first file. Under a passphrase: PBKDF2-HMAC-SHA-512, then AES-256-GCM.
/// </summary>
internal sealed record KeysFile(Dictionary<string, byte[]> Files, byte[]? PrivateKey)
{
    private const int Iterations = 600_000;
    private const int SaltSize = 16;
    private const int MostIterations = 10_000_000;
    private static readonly byte[] Mark = "PADUKEY1"u8.ToArray();

    public void Write(string path, string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var head = new byte[Mark.Length + 4 + SaltSize];
        Mark.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(Mark.Length), Iterations);
        salt.CopyTo(head, Mark.Length + 4);
        var body = Sealing.Encrypt(KeyOf(passphrase, salt, Iterations), JsonSerializer.SerializeToUtf8Bytes(this), head);
        using var file = PrivateFile.Create(path);
        file.Write(head);
        file.Write(body);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="StartRefusedException">It is no such file, or the passphrase is another.</exception>
    public static KeysFile Read(string path, string passphrase)
    {
        var bytes = File.ReadAllBytes(path);
        var headSize = Mark.Length + 4 + SaltSize;
        if (bytes.Length < headSize || !bytes.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw new StartRefusedException($"{path} is no keys file of a backup.");
        }

        var iterations = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(Mark.Length));
        if (iterations is < 1 or > MostIterations)
        {
            throw new StartRefusedException($"{path} is damaged.");
        }

        var key = KeyOf(passphrase, bytes.AsSpan(Mark.Length + 4, SaltSize), iterations);
        var plain =
            Sealing.Decrypt(key, bytes.AsSpan(headSize), bytes.AsSpan(0, headSize))
            ?? throw new StartRefusedException($"{path} does not open: another passphrase, or the file is damaged.");
        return JsonSerializer.Deserialize<KeysFile>(plain)!;
    }

    private static byte[] KeyOf(string passphrase, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, iterations, HashAlgorithmName.SHA512, 32);
}

/// <summary>New files that only their owner reads.</summary>
internal static class PrivateFile
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
