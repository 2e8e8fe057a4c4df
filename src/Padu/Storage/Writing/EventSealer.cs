using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>Facts made ready for the writer, and the stream as it stands once they are written.</summary>
internal sealed record SealedAct(StreamAppend Append, ImmutableArray<KeyRow> NewKeys, Snapshot After);

/// <summary>Serializes, seals and hashes facts on the caller's own thread, and folds them into rows.</summary>
internal sealed class EventSealer(EventSerializer serializer, StreamLoader loader, KeyRing ring)
{
    public SealedAct Seal(
        IStreamKind kind,
        Guid id,
        Snapshot before,
        Actor actor,
        Instant occurredAt,
        Instant recordedAt,
        ImmutableArray<object> facts
    )
    {
        var stream = StreamKinds.StreamOf(kind, id);
        var made = new List<(DataKey Key, KeyRow Row)>();
        var pending = ImmutableArray.CreateBuilder<PendingEvent>(facts.Length);
        foreach (var fact in facts)
        {
            var custody = kind.CustodyOfFact(fact);
            var key = KeyFor(custody.Purpose, custody.Institution ?? InstitutionOf(actor));
            var version = before.Version + pending.Count + 1;
            var bytes = serializer.Write(fact);
            var sealedPart = Sealing.Seal(key.Bytes, key.Id, stream, version, bytes.Type, bytes.Private);
            var row = new EventRow
            {
                Stream = stream,
                Version = version,
                Type = bytes.Type,
                OccurredAt = occurredAt,
                RecordedAt = recordedAt.ToMicroseconds(),
                Actor = actor.Name,
                Office = actor.OfficeOf?.Value,
                Public = bytes.Public,
                Private = sealedPart.Bytes,
                KeyId = key.Id,
                Commitment = sealedPart.Commitment,
                Digest = [],
            };
            // Registers are asked of the fact as a rebuild will read it.
            var stored = serializer.Read(kind, bytes.Type, bytes.Public);
            pending.Add(new PendingEvent(row with { Digest = EventDigest.Of(row) }, [.. kind.RegistersOf(stored)]));
        }

        var state = loader.Fold(kind, before.State, pending.Select(one => one.Row));
        var keys = made.Count == 0 ? before.Keys : new StreamKeys([.. before.Keys.Rows, .. made.Select(one => one.Row)], ring);
        return new SealedAct(
            new StreamAppend(stream, before.Version, pending.ToImmutable(), [.. kind.RowsOf(id, state)]),
            [.. made.Select(one => one.Row)],
            new Snapshot(state, before.Version + facts.Length, keys)
        );

        DataKey KeyFor(KeyPurpose purpose, Institution institution)
        {
            var known =
                before.Keys.Living(purpose, institution)
                ?? made.Select(one => one.Key)
                    .FirstOrDefault(key => key.Purpose == purpose && (purpose != KeyPurpose.Record || key.Institution == institution));
            if (known is not null)
            {
                return known;
            }

            made.Add(ring.Make(stream, purpose, institution, recordedAt.ToMicroseconds()));
            return made[^1].Key;
        }
    }

    /// <summary>Complainants, the public and the system write for KPU, which received the matter.</summary>
    private static Institution InstitutionOf(Actor actor) => actor is Actor.Staff staff ? staff.Office.Institution : Institution.Kpu;
}
