using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>The one place that loads, refuses, appends and returns; and the only way to write anything.</summary>
public sealed partial class Journal
{
    private readonly EventReader _reader;
    private readonly StreamLoader _loader;
    private readonly EventSerializer _serializer;
    private readonly TableShapes _shapes;
    private readonly RegisterKind _registers;
    private readonly JournalWriter _writer;
    private readonly ActRunner _runner;

    internal Journal(
        EventReader reader,
        StreamLoader loader,
        EventSerializer serializer,
        TableShapes shapes,
        RegisterKind registers,
        JournalWriter writer,
        ActRunner runner
    )
    {
        _reader = reader;
        _loader = loader;
        _serializer = serializer;
        _shapes = shapes;
        _registers = registers;
        _writer = writer;
        _runner = runner;
    }

    /// <summary>Loads a stream, asks the decision, and writes its facts; a lost race is decided again, unless a version was expected.</summary>
    /// <param name="occurredAt">The legal moment; when it was recorded is the server's own.</param>
    public async Task<Acted<TState>> Act<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Guid id,
        Actor actor,
        Instant occurredAt,
        Func<TState, Decision<TEvent>> decide,
        ActOptions? options = null,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class
    {
        options ??= ActOptions.None;
        var ran = await _runner.Run(
            [new ActTarget(kind, id, options.ExpectedVersion)],
            actor,
            occurredAt.ToMicroseconds(),
            states => Judgement.Of(decide((TState)states[0])),
            options,
            cancel
        );
        var now = ran.Snapshots[0];
        return new Acted<TState>(ran.Refusal, ran.Id, (TState)now.State, now.Version, ran.Position, ran.IsReplay);
    }

    /// <summary>
    /// The same where the decision rests on more than its stream: <paramref name="see"/> reads that, and the act is written only while the journal still ends
    /// where it did before the reading. What somebody else wrote meanwhile is seen and decided again; on a journal that never rests, <c>stale</c>.
    /// It reads and never acts: the places of this act's streams are held meanwhile, and another act could wait for one of them for ever.
    /// </summary>
    public async Task<Acted<TState>> Act<TState, TEvent, TSeen>(
        StreamKind<TState, TEvent> kind,
        Guid id,
        Actor actor,
        Instant occurredAt,
        Func<CancellationToken, Task<TSeen>> see,
        Func<TState, TSeen, Decision<TEvent>> decide,
        ActOptions? options = null,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class
    {
        options ??= ActOptions.None;
        TSeen seen = default!;
        var ran = await _runner.Run(
            [new ActTarget(kind, id, options.ExpectedVersion)],
            actor,
            occurredAt.ToMicroseconds(),
            states => Judgement.Of(decide((TState)states[0], seen)),
            options,
            cancel,
            see: async token => seen = await see(token)
        );
        var now = ran.Snapshots[0];
        return new Acted<TState>(ran.Refusal, ran.Id, (TState)now.State, now.Version, ran.Position, ran.IsReplay);
    }

    /// <summary>The same over two streams in one transaction; the first refusal refuses both. Options beside the versions belong to the first.</summary>
    public async Task<Acted<TFirst, TSecond>> Act<TFirst, TFirstEvent, TSecond, TSecondEvent>(
        StreamKind<TFirst, TFirstEvent> kind,
        Guid id,
        StreamKind<TSecond, TSecondEvent> secondKind,
        Guid secondId,
        Actor actor,
        Instant occurredAt,
        Func<TFirst, TSecond, (Decision<TFirstEvent> First, Decision<TSecondEvent> Second)> decide,
        ActOptions? options = null,
        int? secondExpectedVersion = null,
        CancellationToken cancel = default
    )
        where TFirst : class
        where TFirstEvent : class
        where TSecond : class
        where TSecondEvent : class
    {
        options ??= ActOptions.None;
        var ran = await _runner.Run(
            [new ActTarget(kind, id, options.ExpectedVersion), new ActTarget(secondKind, secondId, secondExpectedVersion)],
            actor,
            occurredAt.ToMicroseconds(),
            states =>
            {
                var (first, second) = decide((TFirst)states[0], (TSecond)states[1]);
                return Judgement.Of(first, second);
            },
            options,
            cancel
        );
        return new Acted<TFirst, TSecond>(
            ran.Refusal,
            new Loaded<TFirst>((TFirst)ran.Snapshots[0].State, ran.Snapshots[0].Version),
            new Loaded<TSecond>((TSecond)ran.Snapshots[1].State, ran.Snapshots[1].Version),
            ran.IsReplay
        );
    }

    /// <summary>An act over any number of streams, each decided by its own rule: all are written in one transaction, or the first refusal refuses all.</summary>
    /// <returns>Why nothing was written; null when everything was.</returns>
    public async Task<Refusal?> Act(
        JointAct act,
        Actor actor,
        Instant occurredAt,
        ActOptions? options = null,
        CancellationToken cancel = default
    )
    {
        var ran = await _runner.Run(
            act.Targets,
            actor,
            occurredAt.ToMicroseconds(),
            states => Judgement.OfAll([.. act.Decisions.Select((decide, i) => decide(states[i]))]),
            options ?? ActOptions.None,
            cancel
        );
        return ran.Refusal;
    }

    /// <summary>A stream as it stands; version 0 and the empty state when there is none.</summary>
    public Task<Loaded<TState>> Load<TState, TEvent>(StreamKind<TState, TEvent> kind, Guid id, CancellationToken cancel = default)
        where TState : class
        where TEvent : class
    {
        cancel.ThrowIfCancellationRequested();
        var snapshot = _loader.Now(kind, id);
        return Task.FromResult(new Loaded<TState>((TState)snapshot.State, snapshot.Version));
    }

    /// <summary>Stores a row that is no projection, with one <c>register.changed.v1</c> that carries the whole row, in one transaction.</summary>
    /// <param name="alsoStore">Side rows stored with it, which no event carries.</param>
    public async Task Change(Actor actor, Instant occurredAt, object row, CancellationToken cancel = default, params object[] alsoStore)
    {
        var fact = RegisterFact.Of(_shapes.Of(row), row, _serializer);
        var acted = await Act(
            _registers,
            fact.Id,
            actor,
            occurredAt,
            _ => fact.Changed,
            new ActOptions { AlsoStore = [row, .. alsoStore] },
            cancel
        );
        if (acted.IsRefused)
        {
            throw new InvalidOperationException($"The change of a row was refused: {acted.Refusal}.");
        }
    }

    /// <summary>Stores side rows (drafts, cursors, sessions) through the same queue, all or none.</summary>
    public Task Store(params object[] rows) => _writer.Write(new WriteRequest { Store = rows });

    /// <summary>Removes side rows by their keys, all or none.</summary>
    public Task Remove(params object[] rows) => _writer.Write(new WriteRequest { Remove = rows });

    /// <summary>Stores <paramref name="row"/> and the others only if the row of its key still equals <paramref name="seen"/> (null: is absent).</summary>
    public async Task<bool> StoreIf(object? seen, object row, params object[] also) =>
        (await _writer.Write(new WriteRequest { Condition = (seen, row), Store = also })).Verdict == Verdict.Written;
}
