using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Padu.Domain;

/// <summary>What a rule answers: the facts that now hold, in order, or a refusal. Only bugs throw.</summary>
public sealed class Decision<TEvent>
    where TEvent : class
{
    private Decision(ImmutableArray<TEvent> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The facts, in order; empty when refused. A decision that changes nothing is a refusal, never an empty list.</summary>
    public ImmutableArray<TEvent> Events { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Decision<TEvent>(TEvent fact) => new([fact], null);

    public static implicit operator Decision<TEvent>(ImmutableArray<TEvent> facts) => new(facts, null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
