using System.Collections.Immutable;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>One act over several streams; each decision sees its own stream's state.</summary>
public sealed class JointAct
{
    internal ImmutableArray<ActTarget> Targets { get; private set; } = [];

    internal List<Func<object, Judgement>> Decisions { get; } = [];

    internal Func<CancellationToken, Task<Refusal?>>? Barred { get; private set; }

    /// <summary>What must hold beside the streams that are written: read with the act, so that nothing changes it in between.</summary>
    public JointAct Unless(Func<CancellationToken, Task<Refusal?>> barred)
    {
        Barred = barred;
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
