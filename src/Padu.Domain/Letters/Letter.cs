using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>A letter as decisions see it: folded from public parts only.</summary>
public sealed record Letter
{
    public static readonly Letter None = new();

    /// <summary>How many events were folded; 0 means there is no such letter.</summary>
    public int Version { get; init; }

    public LetterId Id { get; init; }

    public ComplaintId Complaint { get; init; }

    public LetterKind Kind { get; init; }

    /// <summary>On whose letterhead.</summary>
    public OfficeCode Office { get; init; }

    public Language Language { get; init; }

    public LetterState State { get; init; }

    /// <summary>The template it was begun from.</summary>
    public TextHash Template { get; init; }

    /// <summary>The body an onward letter goes to, or the office a disposition names.</summary>
    public OfficeCode? Addressee { get; init; }

    /// <summary>The unit a disposition names.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>The closing reason it tells.</summary>
    public ClosingReason? Reason { get; init; }

    /// <summary>Every account that wrote at it, each once.</summary>
    public ImmutableArray<Guid> Authors { get; init; } = [];

    /// <summary>The version of the event that holds the words as they stand.</summary>
    public int WordsVersion { get; init; }

    /// <summary>The version of the event that says why it came back; 0 when it did not, or was changed since.</summary>
    public int CommentVersion { get; init; }

    /// <summary>The post that signed, and the account that held it then.</summary>
    public PostId? Signatory { get; init; }

    public Guid? SignatoryAccount { get; init; }

    public Instant DraftedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? IssuedAt { get; init; }

    public LocalDate? IssuedOn { get; init; }

    public TextHash? Hash { get; init; }

    public LocalDate? RevokedOn { get; init; }

    public bool Exists => Version > 0;

    /// <summary>It has a number; revoked or not.</summary>
    public bool IsOut => State is LetterState.Issued or LetterState.Revoked && Exists;

    public LetterSubject SubjectIn(CaseSubject complaint) => new(Office, complaint, Kind.Documents(), Kind.IsInternal(), IsOut, Signatory);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Letter Evolve(Letter state, LetterEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1, LastActAt = occurredAt };
        return fact switch
        {
            LetterEvent.Drafted e => next with
            {
                Id = e.Id,
                Complaint = e.Complaint,
                Kind = e.Kind,
                Office = e.Office,
                Language = e.Language,
                Template = e.Template,
                Addressee = e.Addressee,
                Unit = e.Unit,
                Reason = e.Reason,
                Authors = [e.Account],
                WordsVersion = next.Version,
                DraftedAt = occurredAt,
                State = LetterState.Draft,
            },
            LetterEvent.Redrafted e => next with
            {
                Authors = state.Authors.Contains(e.Account) ? state.Authors : state.Authors.Add(e.Account),
                WordsVersion = next.Version,
                CommentVersion = 0,
            },
            LetterEvent.Proposed => next with { State = LetterState.Proposed, CommentVersion = 0 },
            LetterEvent.Returned => next with { State = LetterState.Draft, CommentVersion = next.Version },
            LetterEvent.Approved e => next with { State = LetterState.Approved, Signatory = e.Post, SignatoryAccount = e.Account },
            LetterEvent.Issued e => next with
            {
                State = LetterState.Issued,
                WordsVersion = next.Version,
                Signatory = e.Signatory,
                Hash = e.Hash,
                IssuedAt = occurredAt,
                IssuedOn = e.On,
            },
            LetterEvent.Revoked e => next with { State = LetterState.Revoked, RevokedOn = e.On },
            LetterEvent.Discarded => next with { State = LetterState.Discarded },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }
}
