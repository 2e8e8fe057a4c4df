using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;

namespace Padu.Domain.Organisations;

/// <summary>The name of a post as resources know it: <c>kasubbag_teknis</c>.</summary>
public readonly record struct TitleCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>In which capacity somebody holds a post (UU 30/2014 art. 14(1)–(2)).</summary>
public enum Capacity
{
    [Code("definitif")]
    Definitive,

    /// <summary>Pelaksana harian: stands in while the definitive holder is temporarily absent.</summary>
    [Code("plh")]
    Daily,

    /// <summary>Pelaksana tugas: acts while there is no definitive holder.</summary>
    [Code("plt")]
    Acting,
}

/// <summary>One account holding a post from a day (inclusive) until a day (exclusive; null while open).</summary>
public sealed record Holding(Guid Account, Capacity Capacity, LocalDate From, LocalDate? Until)
{
    public bool IsOn(LocalDate day) => From <= day && !IsOverOn(day);

    /// <summary>Over on that day, or never begun because it ended before its first day.</summary>
    public bool IsOverOn(LocalDate day) => Until is { } until && until <= day;

    /// <summary>Whether some day from <paramref name="from"/> on belongs to this holding.</summary>
    public bool ReachesBeyond(LocalDate from) => Until is not { } until || (until > from && until > From);
}

/// <summary>A post as decisions see it, folded from its events.</summary>
public sealed record Post
{
    public static readonly Post None = new();

    /// <summary>How many events were folded; 0 means there is no such post.</summary>
    public int Version { get; init; }

    public PostId Id { get; init; }

    public OfficeCode Office { get; init; }

    public Role Role { get; init; }

    public UnitCode? Unit { get; init; }

    public TitleCode Title { get; init; }

    public LocalDate? AbolishedOn { get; init; }

    /// <summary>In the order of appointment.</summary>
    public ImmutableArray<Holding> Holdings { get; init; } = [];

    public bool Exists => Version > 0;

    public IEnumerable<Holding> HoldersOn(LocalDate day) => Holdings.Where(holding => holding.IsOn(day));

    /// <summary>The holding that ending an account's right on that day would end or shorten: the first that is not over by then.</summary>
    public Holding? HoldingToEnd(Guid account, LocalDate until) => ToEnd(Holdings, account, until);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Post Evolve(Post state, PostEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1 };
        return fact switch
        {
            PostEvent.Created e => next with { Id = e.Id, Office = e.Office, Role = e.Role, Unit = e.Unit, Title = e.Title },
            PostEvent.Appointed e => next with { Holdings = state.Holdings.Add(new Holding(e.Account, e.Capacity, e.From, null)) },
            PostEvent.Ended e => next with { Holdings = End(state.Holdings, e) },
            PostEvent.Abolished e => next with { AbolishedOn = e.On },
            _ => throw new UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }

    /// <summary>The decision and the fold choose by the same rule: who stands in today may be appointed for good from a later day.</summary>
    private static Holding? ToEnd(ImmutableArray<Holding> holdings, Guid account, LocalDate until) =>
        holdings.Where(holding => holding.Account == account && holding.ReachesBeyond(until)).MinBy(holding => holding.From);

    private static ImmutableArray<Holding> End(ImmutableArray<Holding> holdings, PostEvent.Ended ended)
    {
        var holding = ToEnd(holdings, ended.Account, ended.Until)!;
        return holdings.Replace(holding, holding with { Until = ended.Until });
    }
}
