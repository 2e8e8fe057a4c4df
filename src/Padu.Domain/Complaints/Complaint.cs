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

    /// <summary>The post that took it on; null while it is the unit's as a whole.</summary>
    public PostId? Officer { get; init; }

    public RegionCode? Region { get; init; }

    /// <summary>Null until an office has classified it.</summary>
    public ComplaintClass? Class { get; init; }

    /// <summary>The legal moment of receipt.</summary>
    public Instant ReceivedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? AnsweredAt { get; init; }

    public Instant? ClosedAt { get; init; }

    public ClosingReason? ClosingReason { get; init; }

    /// <summary>How often the complainant was asked during handling; more than once is told to whoever reads the case.</summary>
    public int Questions { get; init; }

    /// <summary>The version of the proposed answer that waits for the head; 0 when none does.</summary>
    public int Proposal { get; init; }

    public Rating? Rating { get; init; }

    /// <summary>The complainant added something that no act of the office has met yet.</summary>
    public bool HasNewWord { get; init; }

    /// <summary>Who is or was kept from the case, each account once.</summary>
    public ImmutableArray<CaseBar> Bars { get; init; } = [];

    /// <summary>The version of the event whose text names the case: the filing, until an officer gave it a title.</summary>
    public int TitleVersion { get; init; }

    /// <summary>The version of the event that holds the identity; 0 when none was told.</summary>
    public int IdentityVersion { get; init; }

    /// <summary>True while a complainant without e-mail still has to be told of the last answer or question.</summary>
    public bool MustBeContacted { get; init; }

    /// <summary>The hash of the row it was taken over from; null for our own cases.</summary>
    public ContentHash? SourceRow { get; init; }

    /// <summary>One of each kind, in the order they first started.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    public bool Exists => Version > 0;

    public bool IsOpen => Exists && Stage is not (Stage.Closed or Stage.Archived);

    public CaseSubject Subject =>
        new(
            Owner,
            Handler,
            Unit,
            ReporterId,
            Level == IdentityLevel.Protected,
            Level == IdentityLevel.Anonymous,
            [.. Bars.Where(bar => bar.IsActive).Select(bar => bar.Account)]
        );

    /// <summary>Where the office goes on: in the unit it lies with, else with the admin who assigns or verifies.</summary>
    public Stage AtWork =>
        Unit is not null ? Stage.Assigned
        : Class is not null ? Stage.Verified
        : Stage.Received;

    public Mover Mover =>
        Stage switch
        {
            Stage.Received or Stage.Verified or Stage.Assigned => Mover.Office,
            Stage.AwaitingCompletion or Stage.Asked or Stage.Answered => Mover.Complainant,
            Stage.Closed or Stage.Archived => Mover.Nobody,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public Clock? ClockOf(ClockKind kind) => Clocks.FirstOrDefault(clock => clock.Kind == kind);

    /// <summary>The running clock that ends first: it drives the work (rule 20).</summary>
    public Clock? NextClock => Clocks.Where(clock => clock.Status == ClockStatus.Running).MinBy(clock => clock.Due);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Complaint Evolve(Complaint state, ComplaintEvent fact, Instant occurredAt)
    {
        var next = state with
        {
            Version = state.Version + 1,
            LastActAt = fact
                is ComplaintEvent.ClockLapsed
                    or ComplaintEvent.IdentityRevealed
                    or ComplaintEvent.ComplainantUnreached
                    or ComplaintEvent.NoteAdded
                    or ComplaintEvent.Barred
                    or ComplaintEvent.BarLifted
                ? state.LastActAt
                : occurredAt,
            Clocks = Merge(state.Clocks, fact.Clocks),
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
            ComplaintEvent.Assigned e => next with
            {
                Stage = Stage.Assigned,
                Handler = e.Office,
                Unit = e.Unit,
                Officer = null,
                Proposal = 0,
            },
            ComplaintEvent.TakenUp e => next with { Officer = e.Post },
            ComplaintEvent.Returned => next with { Stage = Stage.Verified, Unit = null, Officer = null, Proposal = 0 },
            ComplaintEvent.Directed => next,
            ComplaintEvent.Asked => next with
            {
                Stage = Stage.Asked,
                Questions = state.Questions + 1,
                MustBeContacted = !state.HasEmail,
                HasNewWord = false,
            },
            ComplaintEvent.QuestionAnswered => next with { Stage = state.AtWork, MustBeContacted = false },
            ComplaintEvent.QuestionLapsed => next with { Stage = state.AtWork },
            ComplaintEvent.AnswerProposed => next with { Stage = Stage.Assigned, Proposal = next.Version },
            ComplaintEvent.AnswerReturned => next with { Proposal = 0 },
            ComplaintEvent.AnswerApproved => next with { Proposal = 0 },
            ComplaintEvent.Answered => next with
            {
                Stage = Stage.Answered,
                AnsweredAt = occurredAt,
                MustBeContacted = !state.HasEmail,
                Proposal = 0,
                HasNewWord = false,
            },
            ComplaintEvent.Replied => next with { Stage = state.AtWork, MustBeContacted = false },
            ComplaintEvent.Accepted => next with { MustBeContacted = false },
            ComplaintEvent.Rated e => next with { Rating = e.Rating },
            ComplaintEvent.Withdrawn => next with { MustBeContacted = false },
            ComplaintEvent.Objected => next with { Stage = state.AtWork, ClosedAt = null, ClosingReason = null },
            ComplaintEvent.Reopened => next with { Stage = state.AtWork, ClosedAt = null, ClosingReason = null, HasNewWord = false },
            ComplaintEvent.WordAdded => next with { HasNewWord = true },
            ComplaintEvent.WordRead => next with { HasNewWord = false },
            ComplaintEvent.NoteAdded => next,
            ComplaintEvent.Barred e => next with { Bars = Barring(state.Bars, new CaseBar(e.Account, e.Ground, true)) },
            ComplaintEvent.BarLifted e => next with
            {
                Bars = [.. state.Bars.Select(bar => bar.Account == e.Account ? bar with { IsActive = false } : bar)],
            },
            ComplaintEvent.HandedUp e => HandUp(next, e.Office),
            ComplaintEvent.Closed e => next with
            {
                Stage = Stage.Closed,
                ClosedAt = occurredAt,
                ClosingReason = e.Reason,
                MustBeContacted = false,
                Proposal = 0,
            },
            ComplaintEvent.ClockLapsed => next,
            ComplaintEvent.IdentityRevealed => next,
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

    private static ImmutableArray<CaseBar> Barring(ImmutableArray<CaseBar> bars, CaseBar bar) =>
        [.. bars.Where(other => other.Account != bar.Account), bar];

    /// <summary>The upper office has the case as if it had received it; what was waiting for the complainant still does.</summary>
    private static Complaint HandUp(Complaint state, OfficeCode office)
    {
        var theirs = state with { Owner = office, Handler = null, Unit = null, Officer = null, Proposal = 0 };
        return theirs with { Stage = theirs.Stage is Stage.Assigned or Stage.Asked ? Stage.Verified : theirs.Stage };
    }

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
