using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Agreements;

/// <summary>A year's evaluation as decisions see it.</summary>
/// <param name="Version">The version of the event that holds its words.</param>
/// <param name="AgreedBy">The other party; null while it is one side's only.</param>
public sealed record Evaluation(int Year, OfficeCode Writer, int Version, OfficeCode? AgreedBy)
{
    /// <summary>The figures both sides agreed on; null while it is one side's only.</summary>
    public ObligationFigures? Frozen { get; init; }

    public Instant? FrozenAt { get; init; }
}

/// <summary>A memorandum, cooperation agreement, plan or activity as decisions see it: folded from public parts only.</summary>
public sealed record Agreement
{
    public static readonly Agreement None = new();

    /// <summary>How many events were folded; 0 means there is no such agreement.</summary>
    public int Version { get; init; }

    public AgreementId Id { get; init; }

    public AgreementCode Code { get; init; }

    public AgreementKind Kind { get; init; }

    public AgreementStage Stage { get; init; }

    public AgreementId? Parent { get; init; }

    public AgreementId? Renews { get; init; }

    /// <summary>What came after it.</summary>
    public AgreementId? Successor { get; init; }

    public ImmutableArray<OfficeCode> Parties { get; init; } = [];

    public ImmutableArray<ElectionScope> Scopes { get; init; } = [];

    public Term Term { get; init; } = new(null, null);

    /// <summary>The number of the last draft.</summary>
    public int Draft { get; init; }

    public OfficeCode Writer { get; init; }

    /// <summary>The post that wrote the last draft.</summary>
    public PostId WriterPost { get; init; }

    /// <summary>How many clauses or items the last draft has.</summary>
    public int Clauses { get; init; }

    /// <summary>The version of the event with the words in force.</summary>
    public int TextVersion { get; init; }

    /// <summary>Who approved the last draft.</summary>
    public ImmutableArray<OfficeCode> ApprovedBy { get; init; } = [];

    public ImmutableArray<OfficeCode> SignedBy { get; init; } = [];

    /// <summary>The day of the last signature; of a plan or activity the day of the last approval.</summary>
    public LocalDate? SignedOn { get; init; }

    public LocalDate? WarnedOf { get; init; }

    /// <summary>The last day on which it held.</summary>
    public LocalDate? EndedOn { get; init; }

    public ImmutableArray<Evaluation> Evaluations { get; init; } = [];

    public Instant BegunAt { get; init; }

    public Instant LastActAt { get; init; }

    public bool Exists => Version > 0;

    public AgreementSubject Subject => new(Parties);

    /// <summary>A plan or activity is agreed by approval; what binds institutions is signed.</summary>
    public bool NeedsSignatures => Kind is AgreementKind.Memorandum or AgreementKind.Cooperation;

    /// <summary>What anybody may read: never a draft.</summary>
    public bool IsPublic => Exists && Stage is not (AgreementStage.Draft or AgreementStage.Approved);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Agreement Evolve(Agreement state, AgreementEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1, LastActAt = occurredAt };
        return fact switch
        {
            AgreementEvent.Begun e => next with
            {
                Id = e.Id,
                Code = e.Code,
                Kind = e.Kind,
                Parent = e.Parent,
                Renews = e.Renews,
                Parties = e.Parties,
                Stage = AgreementStage.Draft,
                BegunAt = occurredAt,
            },
            AgreementEvent.Drafted e => next with
            {
                Draft = e.Draft,
                Writer = e.Writer,
                WriterPost = e.Post,
                Scopes = e.Scopes,
                Term = e.Term,
                Clauses = e.Clauses,
                TextVersion = next.Version,
                ApprovedBy = [],
                Stage = AgreementStage.Draft,
            },
            AgreementEvent.Approved e => WithApproval(next, e.Party),
            AgreementEvent.SignatureGiven e => WithSignature(next, e),
            AgreementEvent.DocumentsAdded => next,
            AgreementEvent.ExpiryWarned e => next with { WarnedOf = e.EndsOn },
            AgreementEvent.Ended e => next with { Stage = AgreementStage.Ended, EndedOn = e.On },
            AgreementEvent.Renewed e => next with { Stage = AgreementStage.Renewed, Successor = e.Successor },
            AgreementEvent.Evaluated e => next with
            {
                Evaluations = [.. state.Evaluations.Where(one => one.Year != e.Year), new Evaluation(e.Year, e.Writer, next.Version, null)],
            },
            AgreementEvent.EvaluationAgreed e => WithEvaluation(next, e.Year, one => one with { AgreedBy = e.Party }),
            AgreementEvent.EvaluationFrozen e => WithEvaluation(
                next,
                e.Year,
                one => one with { Frozen = e.Figures, FrozenAt = occurredAt }
            ),
            AgreementEvent.Recorded e => next with
            {
                Id = e.Id,
                Code = e.Code,
                Kind = e.Kind,
                Parent = e.Parent,
                Parties = e.Parties,
                Scopes = e.Scopes,
                SignedOn = e.SignedOn,
                TextVersion = next.Version,
                Stage = AgreementStage.Archive,
                BegunAt = occurredAt,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }

    private static Agreement WithEvaluation(Agreement state, int year, Func<Evaluation, Evaluation> change) =>
        state with
        {
            Evaluations = [.. state.Evaluations.Select(one => one.Year == year ? change(one) : one)],
        };

    private static Agreement WithApproval(Agreement state, OfficeCode party)
    {
        var approved = state with { ApprovedBy = state.ApprovedBy.Add(party) };
        return approved.Parties.All(approved.ApprovedBy.Contains)
            ? approved with
            {
                Stage = approved.NeedsSignatures ? AgreementStage.Approved : AgreementStage.InForce,
            }
            : approved;
    }

    private static Agreement WithSignature(Agreement state, AgreementEvent.SignatureGiven signed)
    {
        var next = state with
        {
            SignedBy = state.SignedBy.Add(signed.Party),
            SignedOn = state.SignedOn is { } earlier && earlier > signed.On ? earlier : signed.On,
        };
        return next.Parties.All(next.SignedBy.Contains) ? next with { Stage = AgreementStage.InForce } : next;
    }
}
