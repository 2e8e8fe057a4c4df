using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>The envelope as docs/journal.md describes it, put together by hand from that page.</summary>
public sealed class EnvelopeTests
{
    private static readonly EventRow Row = new()
    {
        Position = 5,
        Stream = "note/0190b6a2-7c00-7000-8000-000000000001",
        Version = 2,
        Type = "note.remarked.v1",
        OccurredAt = Instant.FromUnixTimeTicks(17_000_000_000_000_000),
        RecordedAt = Instant.FromUnixTimeTicks(17_000_000_000_000_010),
        Actor = "sistem",
        Public = """{"weight":1}"""u8.ToArray(),
        Private = [],
        KeyId = default,
        Commitment = [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        Digest = [],
    };

    [Fact]
    public void Digest_IsThePagesEncoding()
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(1);
        Field(bytes, Encoding.UTF8.GetBytes(Row.Stream));
        Field(bytes, Number(2));
        Field(bytes, Encoding.UTF8.GetBytes(Row.Type));
        Field(bytes, Number(1_700_000_000_000_000));
        Field(bytes, Number(1_700_000_000_000_001));
        Field(bytes, "sistem"u8);
        Field(bytes, []);
        Field(bytes, Row.Public);
        Field(bytes, Row.Commitment);

        Assert.Equal(SHA256.HashData(bytes.ToArray()), EventDigest.Of(Row));
        Assert.Equal(EventDigest.Of(Row), EventDigest.Of(Row with { Position = 6 }));
    }

    [Fact]
    public void Seal_OpensOnlyAtItsPlace()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var id = Guid.CreateVersion7();
        var json = """{"remark":"a"}"""u8.ToArray();
        var made = Sealing.Seal(key, id, Row.Stream, 2, Row.Type, json);

        Assert.Equal(json, Sealing.Open(key, id, Row.Stream, 2, Row.Type, made.Bytes, made.Commitment));
        Assert.Null(Sealing.Open(key, id, Row.Stream, 3, Row.Type, made.Bytes, made.Commitment));
        Assert.Null(Sealing.Open(key, id, Row.Stream + "0", 2, Row.Type, made.Bytes, made.Commitment));
        Assert.Null(Sealing.Open(key, id, Row.Stream, 2, "note.told.v1", made.Bytes, made.Commitment));
        Assert.Null(Sealing.Open(key, Guid.CreateVersion7(), Row.Stream, 2, Row.Type, made.Bytes, made.Commitment));
        Assert.Null(Sealing.Open(RandomNumberGenerator.GetBytes(32), id, Row.Stream, 2, Row.Type, made.Bytes, made.Commitment));
        Assert.Null(Sealing.Open(key, id, Row.Stream, 2, Row.Type, made.Bytes, new byte[32]));
        Assert.Equal(12 + 16 + json.Length + 16, made.Bytes.Length);
    }

    /// <summary>Without the salt an empty private part, or a telephone number, could be guessed from its commitment.</summary>
    [Fact]
    public void Commitment_OfTheSameText_IsAnotherEachTime()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var made = Enumerable
            .Range(0, 10)
            .Select(_ => Convert.ToHexString(Sealing.Seal(key, Guid.Empty, "a/b", 1, "c", "{}"u8).Commitment));
        Assert.Equal(10, made.Distinct().Count());
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static void Field(Stream target, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        target.Write(length);
        target.Write(field);
    }
}
