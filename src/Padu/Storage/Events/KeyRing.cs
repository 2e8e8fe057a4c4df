using System.Security.Cryptography;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A data key in use.</summary>
internal sealed record DataKey(Guid Id, KeyPurpose Purpose, Institution Institution, byte[] Bytes)
{
    /// <summary>Each institution has its own; a complainant has one a stream.</summary>
    public bool IsAnInstitutions => Purpose is KeyPurpose.Record or KeyPurpose.Internal;
}

/// <summary>The keys of one stream: the living ones opened, the erased ones as tombstones.</summary>
internal sealed class StreamKeys(IEnumerable<KeyRow> rows, KeyRing ring)
{
    private readonly Dictionary<Guid, (KeyRow[] Rows, DataKey? Key)> _keys = rows.GroupBy(row => row.KeyId)
        .ToDictionary(
            group => group.Key,
            group =>
                (group.ToArray(), group.Where(row => row.Wrapped is not null).Select(ring.Unwrap).FirstOrDefault(key => key is not null))
        );

    public IEnumerable<KeyRow> Rows => _keys.Values.SelectMany(key => key.Rows);

    public IEnumerable<DataKey> AllLiving => _keys.Values.Select(key => key.Key).OfType<DataKey>();

    /// <summary>The key that seals now; null when none was made or the last was erased.</summary>
    public DataKey? Living(KeyPurpose purpose, Institution institution) =>
        AllLiving.FirstOrDefault(key => key.Purpose == purpose && (!key.IsAnInstitutions || key.Institution == institution));

    public DataKey? ById(Guid id) => _keys.TryGetValue(id, out var found) ? found.Key : null;

    public KeyRow? RowOf(Guid id) => _keys.TryGetValue(id, out var found) ? found.Rows[0] : null;

    public bool IsKeptBy(DataKey key, Institution custodian) => _keys[key.Id].Rows.Any(row => row.Custodian == custodian);

    /// <summary>For whom a key is wrapped beside the institution that made it.</summary>
    public Institution? OtherKeeperOf(DataKey key) =>
        _keys[key.Id].Rows.Where(row => row.Custodian != key.Institution).Select(row => (Institution?)row.Custodian).FirstOrDefault();
}

/// <summary>Makes, wraps and unwraps data keys under the institutions' key-encryption keys.</summary>
internal sealed class KeyRing(KeyFiles files)
{
    private const int KeySize = 32;

    /// <summary>A new key of a stream, and the row that keeps it.</summary>
    public (DataKey Key, KeyRow Row) Make(string stream, KeyPurpose purpose, Institution institution, Instant now)
    {
        var key = new DataKey(Guid.CreateVersion7(), purpose, institution, RandomNumberGenerator.GetBytes(KeySize));
        return (key, Wrap(key, stream, institution, now));
    }

    /// <summary>The row that keeps a key for a custodian.</summary>
    public KeyRow Wrap(DataKey key, string stream, Institution custodian, Instant now)
    {
        var row = new KeyRow
        {
            KeyId = key.Id,
            Purpose = key.Purpose,
            Stream = stream,
            Institution = key.Institution,
            Custodian = custodian,
            MadeAt = now,
        };
        return row with { Wrapped = Sealing.Encrypt(files.Kek(custodian), key.Bytes, Place(row)) };
    }

    /// <summary>The key of a row that was not erased.</summary>
    /// <exception cref="CryptographicException">The key-encryption key is another, or the row was changed.</exception>
    public DataKey Unwrap(KeyRow row) =>
        Sealing.Decrypt(files.Kek(row.Custodian), row.Wrapped, Place(row)) is { Length: KeySize } bytes
            ? new DataKey(row.KeyId, row.Purpose, row.Institution, bytes)
            : throw new CryptographicException(
                $"The key {row.KeyId} does not open with the key-encryption key of '{row.Custodian.Code()}': wrong key file, or the row was changed."
            );

    private static byte[] Place(KeyRow row) =>
        new LengthPrefixed("padu.key.v1")
            .Add(row.KeyId)
            .Add(row.Stream)
            .Add(row.Purpose.Code())
            .Add(row.Institution.Code())
            .Add(row.Custodian.Code())
            .ToArray();
}
