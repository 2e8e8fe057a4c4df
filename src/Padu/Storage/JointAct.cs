using System.Collections.Immutable;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>One act over several streams; each decision sees its own stream's state.</summary>
public sealed class JointAct
{
    internal ImmutableArray<ActTarget> Targets { get; private set; } = [];

    internal List<Func<object, Judgement>> Decisions { get; } = [];

    /// <summary>A stream that is not written to but must not change before the act is: what is decided here may rest on it.</summary>
    /// <param name="barred">Why the act may not be, by that stream's state; null when it may.</param>
    public JointAct While<TState, TEvent>(StreamKind<TState, TEvent> kind, Guid id, Func<TState, Refusal?> barred)
        where TState : class
        where TEvent : class
    {
        // In front: the last stream of an act is one that is written to.
        Targets = Targets.Insert(0, new ActTarget(kind, id, ExpectedVersion: null, IsOnlyRead: true));
        Decisions.Insert(
            0,
            state => new Judgement(
                barred((TState)state),
                [
                    [],
                ]
            )
        );
        return this;
    }

    /// <param name="expectedVersion">The version a form was read at; another one now refuses everything with <c>stale</c>.</param>
    public JointAct Over<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Guid id,
        Func<TState, Decision<TEvent>> decide,
        int? expectedVersion = null
    )
        where TState : class
        where TEvent : class
    {
        Targets = Targets.Add(new ActTarget(kind, id, expectedVersion));
        Decisions.Add(state => Judgement.Of(decide((TState)state)));
        return this;
    }
}
