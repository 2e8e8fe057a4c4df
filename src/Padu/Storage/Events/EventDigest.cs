using System.Security.Cryptography;

namespace Padu.Storage;

/// <summary>What the transparency log seals of an event; see docs/journal.md. The position is left to the tree.</summary>
internal static class EventDigest
{
    private const byte Version = 1;

    public static byte[] Of(EventRow row) =>
        SHA256.HashData(
            new LengthPrefixed()
                .Byte(Version)
                .Add(row.Stream)
                .Add(row.Version)
                .Add(row.Type)
                .Add(Moments.ToMicros(row.OccurredAt))
                .Add(Moments.ToMicros(row.RecordedAt))
                .Add(row.Actor)
                .Add(row.Office ?? "")
                .Add(row.Public)
                .Add(row.Commitment)
                .ToArray()
        );
}
