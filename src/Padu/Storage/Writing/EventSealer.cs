using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>Facts made ready for the writer, and the stream as it stands once they are written.</summary>
internal sealed record SealedAct(StreamAppend Append, ImmutableArray<KeyRow> NewKeys, Snapshot After);

/// <summary>Serializes, seals and hashes facts on the caller's own thread, and folds them into rows.</summary>
internal sealed class EventSealer(EventSerializer serializer, KeyRing ring)
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
        // Folded as a rebuild will read it. Who keeps the keys follows from the stream as it stands after the whole act.
        var written = facts.Select(serializer.Write).ToImmutableArray();
        var stored = written.Select(bytes => serializer.Read(kind, bytes.Type, bytes.Public)).ToImmutableArray();
        var state = stored.Aggregate(before.State, (folded, fact) => kind.Fold(folded, fact, occurredAt));
        var keys = new ActKeys(kind, stream, state, before.Keys, ring, recordedAt.ToMicroseconds());
        var pending = ImmutableArray.CreateBuilder<PendingEvent>(facts.Length);
        foreach (var (fact, i) in facts.Select((fact, i) => (fact, i)))
        {
            var key = keys.For(kind.CustodyOfFact(fact), actor);
            var bytes = written[i];
            var version = before.Version + i + 1;
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
            pending.Add(new PendingEvent(row with { Digest = EventDigest.Of(row) }, [.. kind.RegistersOf(stored[i])]));
        }

        var (after, made) = keys.Finish();
        return new SealedAct(
            new StreamAppend(stream, before.Version, pending.ToImmutable(), [.. kind.RowsOf(id, state)]),
            made,
            new Snapshot(state, before.Version + facts.Length, after)
        );
    }
}

/// <summary>The keys of one act: those the stream has, those made for it, and each wrapped for everybody who keeps it from now on.</summary>
internal sealed class ActKeys(IStreamKind kind, string stream, object state, StreamKeys before, KeyRing ring, Instant now)
{
    private readonly List<(DataKey Key, KeyRow Row)> _made = [];

    public DataKey For(Custody custody, Actor actor)
    {
        // Complainants, the public and the system write for whoever received the matter.
        var institution = custody.Institution ?? (actor is Actor.Staff staff ? staff.Office.Institution : kind.KeeperIn(state));
        var known =
            before.Living(custody.Purpose, institution)
            ?? _made
                .Select(one => one.Key)
                .FirstOrDefault(key => key.Purpose == custody.Purpose && (!key.IsAnInstitutions || key.Institution == institution));
        if (known is not null)
        {
            return known;
        }

        _made.Add(ring.Make(stream, custody.Purpose, institution, now));
        return _made[^1].Key;
    }

    /// <summary>The keys after the act, and the rows that are new.</summary>
    public (StreamKeys After, ImmutableArray<KeyRow> Made) Finish()
    {
        var wrapped =
            from key in before.AllLiving.Concat(_made.Select(one => one.Key))
            from custodian in kind.AlsoKeptBy(state, key.Purpose, key.Institution)
            where custodian != key.Institution && (_made.Any(one => one.Key.Id == key.Id) || !before.IsKeptBy(key, custodian))
            select ring.Wrap(key, stream, custodian, now);
        ImmutableArray<KeyRow> made = [.. _made.Select(one => one.Row), .. wrapped];
        return (made.IsEmpty ? before : new StreamKeys([.. before.Rows, .. made], ring), made);
    }
}
