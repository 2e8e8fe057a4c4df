using System.Collections.Immutable;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>One of the streams of an act.</summary>
/// <param name="IsOnlyRead">Nothing is appended; it must be as it was read when the others are.</param>
internal readonly record struct ActTarget(IStreamKind Kind, Guid Id, int? ExpectedVersion, bool IsOnlyRead = false)
{
    public string Stream => StreamKinds.StreamOf(Kind, Id);
}

/// <summary>What decisions said of the streams of an act: facts for each, or one refusal for all.</summary>
internal sealed record Judgement(Refusal? Refusal, ImmutableArray<ImmutableArray<object>> Facts)
{
    public static Judgement Of<TEvent>(Decision<TEvent> decision)
        where TEvent : class =>
        new(
            decision.Refusal,
            [
                [.. decision.Events],
            ]
        );

    public static Judgement OfAll(IReadOnlyList<Judgement> judgements) =>
        new(
            judgements.Select(judgement => judgement.Refusal).FirstOrDefault(refusal => refusal is not null),
            [.. judgements.SelectMany(judgement => judgement.Facts)]
        );

    public static Judgement Of<TFirst, TSecond>(Decision<TFirst> first, Decision<TSecond> second)
        where TFirst : class
        where TSecond : class =>
        new(
            first.Refusal ?? second.Refusal,
            [
                [.. first.Events],
                [.. second.Events],
            ]
        );
}

/// <summary>How a run ended: the streams as they stand now.</summary>
internal sealed record Ran(Refusal? Refusal, Guid Id, ImmutableArray<Snapshot> Snapshots, long Position = 0, bool IsReplay = false);

/// <summary>Load, decide, seal, hand to the writer; again when a race was lost.</summary>
internal sealed class ActRunner(
    EventReader reader,
    StreamLoader loader,
    Snapshots snapshots,
    EventSealer sealer,
    JournalWriter writer,
    StreamKinds kinds,
    IClock clock
)
{
    /// <summary>Races within a process are queued, so that only other processes can be lost to; a few times is enough.</summary>
    private const int Attempts = 8;

    /// <summary>What an act looks at beside its streams is everybody's: on a busy day a few others come between reading and writing.</summary>
    private const int SeeingAttempts = 100;

    private readonly StreamLocks _locks = new();

    public async Task<Ran> Run(
        ImmutableArray<ActTarget> targets,
        Actor actor,
        Instant occurredAt,
        Func<object[], Judgement> decide,
        ActOptions options,
        CancellationToken cancel,
        Func<CancellationToken, Task>? see = null
    )
    {
        if (options.IdempotencyKey is { } key && reader.Seen(key) is { } seen)
        {
            return Replay(targets, seen.Stream, isSame: seen.Hash.AsSpan().SequenceEqual(options.IdempotencyHash ?? []));
        }

        using var held = await _locks.Hold(cancel, [.. targets.Select(target => target.Stream)]);
        for (var attempt = 0; attempt < (see is null ? Attempts : SeeingAttempts); attempt++)
        {
            // The head first: whatever is read after it is at least as new.
            long? head = see is null ? null : reader.Head();
            await (see?.Invoke(cancel) ?? Task.CompletedTask);
            // The first time what is remembered will do: the writer finds out. Refusals are only given on what is certain.
            var isCertain = attempt > 0;
            var before = Load(targets, isCertain);
            var judgement = Judge(targets, before, decide);
            if (judgement.Refusal is { } refusal)
            {
                if (isCertain || IsCurrent(targets, before))
                {
                    return new Ran(refusal, targets[0].Id, before);
                }

                continue;
            }

            var sealedActs = targets
                .Select(
                    (target, i) =>
                        target.IsOnlyRead
                            ? new SealedAct(new StreamAppend(target.Stream, before[i].Version, [], []), [], before[i])
                            : sealer.Seal(
                                target.Kind,
                                target.Id,
                                before[i],
                                actor,
                                occurredAt,
                                clock.GetCurrentInstant(),
                                judgement.Facts[i]
                            )
                )
                .ToImmutableArray();
            var answer = await writer.Write(RequestOf(targets, sealedActs, options, head));
            switch (answer.Verdict)
            {
                case Verdict.Written:
                    return new Ran(null, targets[0].Id, Remember(targets, sealedActs, options), answer.Position);
                case Verdict.Seen or Verdict.Different:
                    return Replay(targets, answer.SeenStream!, answer.Verdict == Verdict.Seen);
                default:
                    break;
            }
        }

        return new Ran(new Refusal("stale"), targets[0].Id, Load(targets, isCertain: true));
    }

    private ImmutableArray<Snapshot> Load(ImmutableArray<ActTarget> targets, bool isCertain)
    {
        if (!isCertain)
        {
            return [.. targets.Select(target => loader.Likely(target.Kind, target.Id))];
        }

        // Also a key may have been made since without an event: forget, and fold again.
        foreach (var target in targets)
        {
            snapshots.Forget(target.Stream);
        }

        return [.. targets.Select(target => loader.Now(target.Kind, target.Id))];
    }

    private static Judgement Judge(ImmutableArray<ActTarget> targets, ImmutableArray<Snapshot> before, Func<object[], Judgement> decide)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i].ExpectedVersion is { } expected && expected != before[i].Version)
            {
                return new Judgement(new Refusal("stale"), []);
            }
        }

        var judgement = decide([.. before.Select(snapshot => snapshot.State)]);
        return judgement.Refusal is not null || targets.Zip(judgement.Facts).All(one => one.First.IsOnlyRead == one.Second.IsEmpty)
            ? judgement
            : throw new InvalidOperationException("A decision gave neither a fact nor a refusal.");
    }

    private bool IsCurrent(ImmutableArray<ActTarget> targets, ImmutableArray<Snapshot> before) =>
        targets.Select((target, i) => reader.VersionOf(target.Stream) == before[i].Version).All(same => same);

    private WriteRequest RequestOf(ImmutableArray<ActTarget> targets, ImmutableArray<SealedAct> acts, ActOptions options, long? head) =>
        new()
        {
            Head = head,
            Appends = [.. acts.Select(act => act.Append)],
            // What is erased in this act is not wrapped for somebody else in it.
            NewKeys =
            [
                .. acts.SelectMany(act => act.NewKeys)
                    .Where(key => key.Custodian == key.Institution || !options.Erase.Contains(key.Purpose)),
            ],
            Erase = [.. from target in targets from purpose in options.Erase select (target.Stream, purpose)],
            Store = options.AlsoStore,
            Remove = options.AlsoRemove,
            Idempotency = options.IdempotencyKey is { } key
                ? new IdempotencyRow
                {
                    Key = key,
                    Hash = options.IdempotencyHash ?? [],
                    Stream = targets[0].Stream,
                    RecordedAt = clock.GetCurrentInstant().ToMicroseconds(),
                }
                : null,
        };

    private ImmutableArray<Snapshot> Remember(ImmutableArray<ActTarget> targets, ImmutableArray<SealedAct> acts, ActOptions options)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            snapshots.Put(targets[i].Stream, acts[i].After);
        }

        if (options.Erase.Count > 0)
        {
            foreach (var target in targets)
            {
                snapshots.Forget(target.Stream);
            }
        }

        return [.. acts.Select(act => act.After)];
    }

    private Ran Replay(ImmutableArray<ActTarget> targets, string stream, bool isSame)
    {
        var (kind, id) = kinds.Of(stream);
        var now = targets.SetItem(0, new ActTarget(kind, id, null)).Select(target => loader.Now(target.Kind, target.Id));
        return isSame
            ? new Ran(null, id, [.. now], IsReplay: true)
            : new Ran(
                new Refusal("idempotency.different"),
                targets[0].Id,
                [.. targets.Select(target => loader.Now(target.Kind, target.Id))]
            );
    }
}
