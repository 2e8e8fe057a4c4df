using System.Security.Cryptography;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>
/// The secrets that lie outside the database: a key-encryption key for each institution, the pepper of access codes and file names, the
/// receipt key of access codes. A lost one is never replaced silently: the program refuses to start.
/// </summary>
public sealed class KeyFiles
{
    private const int Size = 32;
    private static readonly Institution[] Custodians = [Institution.Kpu, Institution.Ombudsman];
    private readonly Dictionary<Institution, byte[]> _keks;

    private KeyFiles(Dictionary<Institution, byte[]> keks, byte[] pepper, byte[] receipt)
    {
        _keks = keks;
        Pepper = pepper;
        Receipt = receipt;
    }

    /// <summary>Keys the hashes of access codes and the names of files.</summary>
    public byte[] Pepper { get; }

    /// <summary>Access codes are derived with it from the draft's id.</summary>
    public byte[] Receipt { get; }

    /// <summary>Makes every file, mode 600. Called when a data folder is made, never at start.</summary>
    /// <exception cref="StartRefusedException">The folder has key files.</exception>
    public static void Create(string folder)
    {
        DataFolder.Private(folder);
        foreach (var name in Names)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                throw new StartRefusedException($"{path} exists; a key file is never overwritten.");
            }

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }
    }

    /// <exception cref="StartRefusedException">A file is missing, has the wrong size, or others may read it.</exception>
    public static KeyFiles Load(string folder) =>
        new(
            Custodians.ToDictionary(custodian => custodian, custodian => Read(folder, KekName(custodian))),
            Read(folder, "pepper.key"),
            Read(folder, "receipt.key")
        );

    private static IEnumerable<string> Names => [.. Custodians.Select(KekName), "pepper.key", "receipt.key"];

    internal byte[] Kek(Institution custodian) =>
        _keks.TryGetValue(custodian, out var kek) ? kek : throw new InvalidOperationException($"'{custodian.Code()}' keeps no keys here.");

    private static string KekName(Institution custodian) => $"kek-{custodian.Code()}.key";

    private static byte[] Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new StartRefusedException(
                $"The key file {path} is missing. Put it back from its safe place; a new one would open nothing."
            );
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new StartRefusedException($"Others may read the key file {path}; it must have mode 600.");
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Size
            ? key
            : throw new StartRefusedException($"The key file {path} has {key.Length} bytes, not {Size}; it is damaged.");
    }
}
