using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>The one place that loads, refuses, appends and returns.</summary>
public sealed partial class Journal
{
    /// <summary>Loads a stream, asks the decision, and writes its facts; a lost race is decided again, unless a version was expected.</summary>
    public Task<Acted<TState>> Act<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Guid id,
        Actor actor,
        Instant occurredAt,
        Func<TState, Decision<TEvent>> decide,
        ActOptions? options = null,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class => throw new NotImplementedException();

    /// <summary>The same over two streams in one transaction; the first refusal refuses both. Options beside the versions belong to the first.</summary>
    public Task<Acted<TFirst, TSecond>> Act<TFirst, TFirstEvent, TSecond, TSecondEvent>(
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
        where TSecondEvent : class => throw new NotImplementedException();

    /// <summary>A stream as it stands; version 0 and the empty state when there is none.</summary>
    public Task<Loaded<TState>> Load<TState, TEvent>(StreamKind<TState, TEvent> kind, Guid id, CancellationToken cancel = default)
        where TState : class
        where TEvent : class => throw new NotImplementedException();

    /// <summary>Every event of a stream, opened where the reader's rule says so.</summary>
    public Task<IReadOnlyList<Recorded<TEvent>>> History<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Guid id,
        Func<SealedPart, bool> mayOpen,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class => throw new NotImplementedException();

    /// <summary>One event of each of many streams, for the titles of a list: two queries whatever the number.</summary>
    public Task<IReadOnlyDictionary<Guid, Recorded<TEvent>>> OpenMany<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        IReadOnlyCollection<(Guid Id, int Version)> events,
        Func<SealedPart, bool> mayOpen,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class => throw new NotImplementedException();

    /// <summary>Stores a row that is no projection, with one <c>register.changed.v1</c> that carries the whole row, in one transaction.</summary>
    /// <param name="alsoStore">Side rows stored with it, which no event carries.</param>
    public Task Change(Actor actor, Instant occurredAt, object row, CancellationToken cancel = default, params object[] alsoStore) =>
        throw new NotImplementedException();

    /// <summary>Stores side rows (drafts, cursors, sessions) through the same queue, all or none.</summary>
    public Task Store(params object[] rows) => throw new NotImplementedException();

    /// <summary>Removes side rows by their keys, all or none.</summary>
    public Task Remove(params object[] rows) => throw new NotImplementedException();

    /// <summary>Stores <paramref name="row"/> and the others only if the row of its key still equals <paramref name="seen"/> (null: is absent).</summary>
    public Task<bool> StoreIf(object? seen, object row, params object[] also) => throw new NotImplementedException();
}
