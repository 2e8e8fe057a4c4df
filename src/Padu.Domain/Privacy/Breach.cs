using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Privacy;

/// <summary>Every fact of a failure of protection. What was written is the institution's record.</summary>
public abstract record BreachEvent
{
    private BreachEvent() { }

    /// <summary>Somebody found out; the three days to tell run in hours from <paramref name="KnownAt"/>.</summary>
    /// <param name="People">How many it touches, as far as known; 0 when none, null when not known yet.</param>
    public sealed record Recorded(
        BreachId Id,
        Institution Institution,
        OfficeCode Office,
        int Year,
        Instant KnownAt,
        Instant DueAt,
        ImmutableArray<BreachKind> Kinds,
        ImmutableArray<DataCategory> Categories,
        int? People,
        string? What,
        string? Measures
    ) : BreachEvent;

    /// <summary>More is known by now.</summary>
    public sealed record Supplemented(ImmutableArray<DataCategory> Categories, int? People, string? Text) : BreachEvent;

    /// <summary>Somebody was told in writing. <paramref name="At"/> is when, which may be before it was entered.</summary>
    public sealed record Told(BreachAudience Audience, Instant At, ImmutableArray<NoticeWay> Ways, int? People, string? Text) : BreachEvent;

    /// <summary>Closed, with what was learnt.</summary>
    public sealed record Closed(string? Lesson) : BreachEvent;
}

/// <summary>Every request to a breach.</summary>
public abstract record BreachCommand
{
    private BreachCommand() { }

    public sealed record Record(
        BreachId Id,
        Instant? KnownAt,
        ImmutableArray<BreachKind> Kinds,
        ImmutableArray<DataCategory> Categories,
        int? People,
        string What,
        string Measures
    ) : BreachCommand;

    public sealed record Supplement(ImmutableArray<DataCategory> Categories, int? People, string Text) : BreachCommand;

    public sealed record Tell(BreachAudience Audience, Instant? At, ImmutableArray<NoticeWay> Ways, int? People, string Text)
        : BreachCommand;

    public sealed record Close(string Lesson) : BreachCommand;
}

/// <summary>A failure of protection as decisions see it, folded from public parts only.</summary>
public sealed record Breach
{
    public static readonly Breach None = new();

    /// <summary>How many events were folded; 0 means there is no such breach.</summary>
    public int Version { get; init; }

    public BreachId Id { get; init; }

    public Institution Institution { get; init; }

    public OfficeCode Office { get; init; }

    public Instant KnownAt { get; init; }

    /// <summary>Until when the data subjects and the agency have to be told.</summary>
    public Instant DueAt { get; init; }

    public ImmutableArray<BreachKind> Kinds { get; init; } = [];

    public ImmutableArray<DataCategory> Categories { get; init; } = [];

    /// <summary>Null while not known.</summary>
    public int? People { get; init; }

    /// <summary>When each audience was first told.</summary>
    public ImmutableDictionary<BreachAudience, Instant> ToldAt { get; init; } = ImmutableDictionary<BreachAudience, Instant>.Empty;

    public Instant? ClosedAt { get; init; }

    public bool Exists => Version > 0;

    public bool IsOpen => Exists && ClosedAt is null;

    /// <summary>Whether this audience has to be told under the law and was not yet.</summary>
    public bool Owes(BreachAudience audience) =>
        IsOpen
        && !ToldAt.ContainsKey(audience)
        && audience switch
        {
            BreachAudience.Subjects => People != 0,
            BreachAudience.Agency => true,
            BreachAudience.Public => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Told after the three days; false while not told.</summary>
    public bool WasLate(BreachAudience audience) => ToldAt.TryGetValue(audience, out var at) && at > DueAt;

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Breach Evolve(Breach state, BreachEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1 };
        return fact switch
        {
            BreachEvent.Recorded e => next with
            {
                Id = e.Id,
                Institution = e.Institution,
                Office = e.Office,
                KnownAt = e.KnownAt,
                DueAt = e.DueAt,
                Kinds = e.Kinds,
                Categories = e.Categories,
                People = e.People,
            },
            BreachEvent.Supplemented e => next with
            {
                Categories = [.. state.Categories.Union(e.Categories)],
                People = e.People ?? state.People,
            },
            BreachEvent.Told e => next with
            {
                ToldAt =
                    state.ToldAt.TryGetValue(e.Audience, out var before) && before <= e.At
                        ? state.ToldAt
                        : state.ToldAt.SetItem(e.Audience, e.At),
            },
            BreachEvent.Closed => next with { ClosedAt = occurredAt },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }
}

/// <summary>The register of failures of protection, decided.</summary>
public static class BreachRules
{
    /// <summary>Three times twenty-four hours (UU 27/2022 art. 46(1)).</summary>
    public static readonly RuleCode Telling = new("pdp.kegagalan");

    private const int MostPeople = 300_000_000;
    private const int ShortestNotice = 40;

    /// <summary>Who records a breach and what was done: the institution's admins and its operator.</summary>
    public static bool MayKeep(Actor actor) => actor is Actor.Staff { Role: Role.AgencyAdmin or Role.Operator };

    /// <summary>Who reads the register of the own institution: they, its auditor and its custodian.</summary>
    public static bool MayRead(Actor actor) => MayKeep(actor) || actor is Actor.Staff { Role: Role.Auditor or Role.Custodian };

    public static Decision<BreachEvent> Decide(Breach breach, BreachCommand command, PrivacyContext context) =>
        command switch
        {
            _ when !MayKeep(context.Actor) || (breach.Exists && !IsOwn(breach, context.Actor)) => new Refusal("breach.unknown"),
            BreachCommand.Record c => Record(breach, c, context),
            _ when !breach.Exists => new Refusal("breach.unknown"),
            _ when !breach.IsOpen => new Refusal("breach.closed"),
            BreachCommand.Supplement c => Supplement(c),
            BreachCommand.Tell c => Tell(breach, c, context),
            BreachCommand.Close c => Close(breach, c),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <law>
    /// UU 27/2022 art. 46(1)–(2) (rule 51): three times 24 hours from when it is known, to the data subjects and to the agency, in writing: which data, when and
    /// how, and what is done about it.
    /// </law>
    private static Decision<BreachEvent> Record(Breach breach, BreachCommand.Record record, PrivacyContext context) =>
        record switch
        {
            _ when breach.Exists => new Refusal("breach.recorded-already"),
            { KnownAt: null } => new Refusal("breach.known-when", nameof(record.KnownAt)),
            _ when record.KnownAt > context.At => new Refusal("breach.in-future", nameof(record.KnownAt)),
            { Kinds.IsDefaultOrEmpty: true } => new Refusal("breach.kind-missing", nameof(record.Kinds)),
            { Categories.IsDefaultOrEmpty: true } => new Refusal("breach.category-missing", nameof(record.Categories)),
            _ when CheckPeople(record.People) is { } wrong => wrong,
            _ when Wording.Check(nameof(record.What), record.What, required: true) is { } wrong => wrong,
            _ when Wording.Check(nameof(record.Measures), record.Measures, required: true) is { } wrong => wrong,
            _ when context.Actor is Actor.Staff staff => new BreachEvent.Recorded(
                record.Id,
                staff.Office.Institution,
                staff.Office.Code,
                context.Legal.DayOf(context.At).Year,
                record.KnownAt!.Value,
                DueAt(record.KnownAt.Value, context.Legal),
                [.. record.Kinds.Distinct()],
                [.. record.Categories.Distinct()],
                record.People,
                record.What,
                record.Measures
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Decision<BreachEvent> Supplement(BreachCommand.Supplement supplement) =>
        Wording.FirstOf(CheckPeople(supplement.People), Wording.Check(nameof(supplement.Text), supplement.Text, required: true))
            is { } wrong
            ? wrong
            : new BreachEvent.Supplemented(
                supplement.Categories.IsDefault ? [] : [.. supplement.Categories.Distinct()],
                supplement.People,
                supplement.Text
            );

    /// <law>UU 27/2022 art. 46(2): the notice itself is kept, because it must say which data, when and how, and what is done; art. 46(3): sometimes the public.</law>
    private static Decision<BreachEvent> Tell(Breach breach, BreachCommand.Tell tell, PrivacyContext context) =>
        tell switch
        {
            { At: null } => new Refusal("breach.told-when", nameof(tell.At)),
            _ when tell.At > context.At => new Refusal("breach.in-future", nameof(tell.At)),
            _ when tell.At < breach.KnownAt => new Refusal("breach.told-before-known", nameof(tell.At)),
            { Ways.IsDefaultOrEmpty: true } => new Refusal("breach.way-missing", nameof(tell.Ways)),
            _ when CheckPeople(tell.People) is { } wrong => wrong,
            _ when Wording.Check(nameof(tell.Text), tell.Text, required: true) is { } wrong => wrong,
            _ when tell.Text.Trim().Length < ShortestNotice => new Refusal("breach.notice-too-short", nameof(tell.Text)),
            _ => new BreachEvent.Told(tell.Audience, tell.At!.Value, [.. tell.Ways.Distinct()], tell.People, tell.Text),
        };

    /// <law>UU 27/2022 art. 46: closed once everybody the law names was told, with what was learnt.</law>
    private static Decision<BreachEvent> Close(Breach breach, BreachCommand.Close close) =>
        breach.Owes(BreachAudience.Agency) ? new Refusal("breach.agency-not-told")
        : breach.Owes(BreachAudience.Subjects) ? new Refusal("breach.subjects-not-told")
        : Wording.Check(nameof(close.Lesson), close.Lesson, required: true) is { } wrong ? wrong
        : new BreachEvent.Closed(close.Lesson);

    private static bool IsOwn(Breach breach, Actor actor) => actor is Actor.Staff staff && staff.Office.Institution == breach.Institution;

    private static Refusal? CheckPeople(int? people) =>
        people is < 0 or > MostPeople ? new Refusal("breach.people-unreadable", "People") : null;

    private static Instant DueAt(Instant knownAt, LegalContext legal) =>
        Counting.Explain(legal.Rules.On(Telling, legal.DayOf(knownAt)), knownAt, [], legal).Due!.Value;
}
