using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Whose move it is.</summary>
public enum Mover
{
    [Code("kantor")]
    Office,

    [Code("pelapor")]
    Complainant,

    [Code("tidak_ada")]
    Nobody,
}

/// <summary>
/// A complaint as decisions see it: folded from public parts only, so it is the same after an erasure. Text is read from the journal where a
/// page needs it.
/// </summary>
public sealed record Complaint
{
    public static readonly Complaint None = new();

    /// <summary>How many events were folded; 0 means there is no such complaint.</summary>
    public int Version { get; init; }

    public ComplaintId Id { get; init; }

    public PublicNumber Number { get; init; }

    public Stage Stage { get; init; }

    public IntakeChannel Channel { get; init; }

    public IdentityLevel Level { get; init; }

    public Language Language { get; init; }

    public Guid ReporterId { get; init; }

    public CodeVerifier Verifier { get; init; }

    public bool HasEmail { get; init; }

    /// <summary>The office that received it and verifies it.</summary>
    public OfficeCode Owner { get; init; }

    public OfficeCode? Handler { get; init; }

    public UnitCode? Unit { get; init; }

    public RegionCode? Region { get; init; }

    /// <summary>Null until an office has classified it.</summary>
    public ComplaintClass? Class { get; init; }

    /// <summary>The legal moment of receipt.</summary>
    public Instant ReceivedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? AnsweredAt { get; init; }

    public Instant? FirstAnsweredAt { get; init; }

    /// <summary>How often a reply opened it again after an answer.</summary>
    public int Reopened { get; init; }

    public Instant? ClosedAt { get; init; }

    public ClosingReason? ClosingReason { get; init; }

    /// <summary>The version of the event whose text names the case: the filing, until an officer gave it a title.</summary>
    public int TitleVersion { get; init; }

    /// <summary>The version of the event that holds the identity; 0 when none was told.</summary>
    public int IdentityVersion { get; init; }

    /// <summary>True while a complainant without e-mail still has to be told of the last answer or question.</summary>
    public bool MustBeContacted { get; init; }

    /// <summary>The hash of the row it was taken over from; null for our own cases.</summary>
    public ContentHash? SourceRow { get; init; }

    /// <summary>What custodians and second officers were asked, in order.</summary>
    public ImmutableArray<CustodyRequest> Requests { get; init; } = [];

    /// <summary>One of each kind, in the order they first started.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>Clocks that stopped and were started anew by a later act: what was late once stays late.</summary>
    public ImmutableArray<Clock> PastClocks { get; init; } = [];

    public bool Exists => Version > 0;

    public bool IsOpen => Exists && Stage is not (Stage.Closed or Stage.Archived);

    public CaseSubject Subject => new(Owner, Handler, Unit, ReporterId, Level == IdentityLevel.Protected, Level == IdentityLevel.Anonymous);

    public Mover Mover =>
        Stage switch
        {
            Stage.Received or Stage.Verified or Stage.Assigned => Mover.Office,
            Stage.AwaitingCompletion or Stage.Answered => Mover.Complainant,
            Stage.Closed or Stage.Archived => Mover.Nobody,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>There is an identity that must not be seen without the unmasking act.</summary>
    public bool HidesIdentity => Level == IdentityLevel.Protected && IdentityVersion > 0;

    public CustodyRequest? RequestOf(CustodyRequestId id) => Requests.FirstOrDefault(request => request.Id == id);

    public Clock? ClockOf(ClockKind kind) => Clocks.FirstOrDefault(clock => clock.Kind == kind);

    /// <summary>The running clock that ends first: it drives the work (rule 20).</summary>
    public Clock? NextClock => Clocks.Where(clock => clock.Status == ClockStatus.Running).MinBy(clock => clock.Due);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Complaint Evolve(Complaint state, ComplaintEvent fact, Instant occurredAt)
    {
        var next = state with
        {
            Version = state.Version + 1,
            LastActAt = MovesNothing(fact) ? state.LastActAt : occurredAt,
            Clocks = Merge(state.Clocks, fact.Clocks),
            PastClocks = [.. state.PastClocks, .. Superseded(state.Clocks, fact.Clocks)],
        };
        return fact switch
        {
            ComplaintEvent.Submitted e => next with
            {
                Id = e.Id,
                Number = e.Number,
                Stage = Stage.Received,
                Channel = e.Channel,
                Level = e.Level,
                Language = e.Language,
                ReporterId = e.ReporterId,
                Verifier = e.Verifier,
                HasEmail = e.HasEmail,
                Owner = e.Office,
                Region = e.Region,
                ReceivedAt = occurredAt,
                TitleVersion = next.Version,
            },
            ComplaintEvent.Identified => next with { IdentityVersion = next.Version },
            ComplaintEvent.CompletionRequested => next with { Stage = Stage.AwaitingCompletion, MustBeContacted = !state.HasEmail },
            ComplaintEvent.Completed => next with { Stage = Stage.Received, MustBeContacted = false },
            ComplaintEvent.Verified e => next with { Stage = Stage.Verified, Class = e.Class, TitleVersion = next.Version },
            ComplaintEvent.Assigned e => next with { Stage = Stage.Assigned, Handler = e.Office, Unit = e.Unit },
            ComplaintEvent.Answered => next with
            {
                Stage = Stage.Answered,
                AnsweredAt = occurredAt,
                FirstAnsweredAt = state.FirstAnsweredAt ?? occurredAt,
                MustBeContacted = !state.HasEmail,
            },
            ComplaintEvent.Replied => next with { Stage = Stage.Assigned, MustBeContacted = false, Reopened = state.Reopened + 1 },
            ComplaintEvent.Accepted => next with { MustBeContacted = false },
            ComplaintEvent.Closed e => next with
            {
                Stage = Stage.Closed,
                ClosedAt = occurredAt,
                ClosingReason = e.Reason,
                MustBeContacted = false,
            },
            ComplaintEvent.ClockLapsed => next,
            ComplaintEvent.IdentityRevealed => next,
            ComplaintEvent.UnmaskingRequested or ComplaintEvent.CodeLossReported or ComplaintEvent.RequestJudged => next with
            {
                Requests = CustodyRules.Fold(next, fact, occurredAt),
            },
            ComplaintEvent.CodeReissued e => next with
            {
                Verifier = e.Verifier,
                Requests = CustodyRules.Fold(next, fact, occurredAt),
            },
            ComplaintEvent.LevelChanged e => next with
            {
                Level = e.To,
                HasEmail = e.HasEmail,
                IdentityVersion = e.To == IdentityLevel.Anonymous && e.From != e.To ? 0 : state.IdentityVersion,
                Requests = CustodyRules.Fold(next, fact, occurredAt),
            },
            ComplaintEvent.ComplainantUnreached => next with { MustBeContacted = true },
            ComplaintEvent.ComplainantContacted => next with { MustBeContacted = false },
            ComplaintEvent.Imported e => next with
            {
                Id = e.Id,
                Number = e.Number,
                Stage = Stage.Archived,
                Channel = IntakeChannel.Archive,
                Owner = e.Office,
                ReceivedAt = occurredAt,
                SourceRow = e.RowHash,
                TitleVersion = next.Version,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }

    /// <summary>Facts beside the case's own course: nobody's move ends or begins with them.</summary>
    private static bool MovesNothing(ComplaintEvent fact) =>
        fact
            is ComplaintEvent.ClockLapsed
                or ComplaintEvent.ComplainantUnreached
                or ComplaintEvent.IdentityRevealed
                or ComplaintEvent.UnmaskingRequested
                or ComplaintEvent.CodeLossReported
                or ComplaintEvent.RequestJudged
                or ComplaintEvent.CodeReissued
                or ComplaintEvent.LevelChanged;

    private static IEnumerable<Clock> Superseded(ImmutableArray<Clock> clocks, ImmutableArray<Clock> changed) =>
        clocks.Where(clock => !clock.IsOpen && changed.Any(next => next.Kind == clock.Kind && next.TriggeredAt != clock.TriggeredAt));

    private static ImmutableArray<Clock> Merge(ImmutableArray<Clock> clocks, ImmutableArray<Clock> changed)
    {
        foreach (var clock in changed)
        {
            var at = clocks.IndexOf(clocks.FirstOrDefault(existing => existing.Kind == clock.Kind)!);
            clocks = at < 0 ? clocks.Add(clock) : clocks.SetItem(at, clock);
        }

        return clocks;
    }
}
