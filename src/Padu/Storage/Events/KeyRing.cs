using System.Security.Cryptography;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A data key in use.</summary>
internal sealed record DataKey(Guid Id, KeyPurpose Purpose, Institution Institution, byte[] Bytes);

/// <summary>The keys of one stream: the living ones opened, the erased ones as tombstones.</summary>
internal sealed class StreamKeys(IEnumerable<KeyRow> rows, KeyRing ring)
{
    private readonly Dictionary<Guid, (KeyRow Row, DataKey? Key)> _keys = rows.GroupBy(row => row.KeyId)
        .ToDictionary(
            group => group.Key,
            group => (group.First(), group.Where(row => row.Wrapped is not null).Select(ring.Unwrap).FirstOrDefault(key => key is not null))
        );

    public IEnumerable<KeyRow> Rows => _keys.Values.Select(key => key.Row);

    /// <summary>The key that seals now; null when none was made or the last was erased.</summary>
    public DataKey? Living(KeyPurpose purpose, Institution institution) =>
        _keys
            .Values.Select(key => key.Key)
            .FirstOrDefault(key => key?.Purpose == purpose && (purpose != KeyPurpose.Record || key.Institution == institution));

    public DataKey? ById(Guid id) => _keys.TryGetValue(id, out var found) ? found.Key : null;

    public KeyRow? RowOf(Guid id) => _keys.TryGetValue(id, out var found) ? found.Row : null;
}

/// <summary>Makes, wraps and unwraps data keys under the institutions' key-encryption keys.</summary>
internal sealed class KeyRing(KeyFiles files)
{
    private const int KeySize = 32;

    /// <summary>A new key of a stream, and the row that keeps it.</summary>
    public (DataKey Key, KeyRow Row) Make(string stream, KeyPurpose purpose, Institution institution, Instant now)
    {
        var key = new DataKey(Guid.CreateVersion7(), purpose, institution, RandomNumberGenerator.GetBytes(KeySize));
        var row = new KeyRow
        {
            KeyId = key.Id,
            Purpose = purpose,
            Stream = stream,
            Institution = institution,
            Custodian = institution,
            MadeAt = now,
        };
        return (key, row with { Wrapped = Sealing.Encrypt(files.Kek(row.Custodian), key.Bytes, Place(row)) });
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
