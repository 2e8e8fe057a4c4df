using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>An examination as decisions see it: folded from public parts only, so it is the same after an erasure.</summary>
public sealed record Examination
{
    public static readonly Examination None = new();

    /// <summary>How many events were folded; 0 means there is no such examination.</summary>
    public int Version { get; init; }

    public ExaminationId Id { get; init; }

    public ComplaintId Complaint { get; init; }

    public PublicNumber Number { get; init; }

    public ExaminationStage Stage { get; init; }

    public EscalationWay Way { get; init; }

    /// <summary>The Ombudsman's office that owns it.</summary>
    public OfficeCode Office { get; init; }

    /// <summary>The office complained about.</summary>
    public OfficeCode About { get; init; }

    public Guid ReporterId { get; init; }

    public IdentityLevel Level { get; init; }

    public bool SharesIdentity { get; init; }

    public bool HasEmail { get; init; }

    public bool IsClosedToKpu { get; init; }

    public bool IsRapid { get; init; }

    /// <summary>One of the sides asked for mediation.</summary>
    public bool AsksSettlement { get; init; }

    /// <summary>The complainant wishes not to be brought together with the other side.</summary>
    public bool HearsApart { get; init; }

    public Settlement? Settlement { get; init; }

    public Exhaustion? Exhaustion { get; init; }

    public Instant OpenedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? RegisteredAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>When the complainant's words were erased; null while they are kept.</summary>
    public Instant? ErasedAt { get; init; }

    public PostId? Examiner { get; init; }

    public DeclineReason? DeclineReason { get; init; }

    public Conclusion? Conclusion { get; init; }

    /// <summary>One of each kind, in the order they first started.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    public bool Exists => Version > 0;

    public bool IsOpen => Exists && Stage != ExaminationStage.Closed;

    public ExaminationSubject Subject => new(Office, ReporterId, Level == IdentityLevel.Open, SharesIdentity);

    public ExaminationMover Mover =>
        Stage switch
        {
            ExaminationStage.Received
            or ExaminationStage.Registered
            or ExaminationStage.UnderExamination
            or ExaminationStage.Declined
            or ExaminationStage.Concluded => ExaminationMover.Assistant,
            ExaminationStage.Verified => ExaminationMover.Head,
            ExaminationStage.AwaitingCompletion => ExaminationMover.Complainant,
            ExaminationStage.Closed => ExaminationMover.Nobody,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public Clock? ClockOf(ClockKind kind) => Clocks.FirstOrDefault(clock => clock.Kind == kind);

    /// <summary>The running clock that ends first: it drives the work.</summary>
    public Clock? NextClock => Clocks.Where(clock => clock.Status == ClockStatus.Running).MinBy(clock => clock.Due);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Examination Evolve(Examination state, ExaminationEvent fact, Instant occurredAt)
    {
        var next = state with
        {
            Version = state.Version + 1,
            LastActAt = IsAside(fact) ? state.LastActAt : occurredAt,
            Clocks = state.Clocks.Changed(fact.Clocks),
        };
        return fact switch
        {
            ExaminationEvent.Opened e => next with
            {
                Id = e.Id,
                Complaint = e.Complaint,
                Number = e.Number,
                Stage = ExaminationStage.Received,
                Way = e.Way,
                Office = e.Office,
                About = e.About,
                ReporterId = e.ReporterId,
                Level = e.Level,
                SharesIdentity = e.SharesIdentity,
                HasEmail = e.HasEmail,
                IsClosedToKpu = e.IsClosedToKpu,
                Exhaustion = e.Exhaustion,
                OpenedAt = occurredAt,
            },
            ExaminationEvent.CompletionRequested => next with { Stage = ExaminationStage.AwaitingCompletion },
            ExaminationEvent.Completed => next with { Stage = ExaminationStage.Received },
            ExaminationEvent.IdentityShared => next with { SharesIdentity = true },
            ExaminationEvent.Verified => next with { Stage = ExaminationStage.Verified },
            ExaminationEvent.Registered => next with { Stage = ExaminationStage.Registered, RegisteredAt = occurredAt },
            ExaminationEvent.Declined e => next with { Stage = ExaminationStage.Declined, DeclineReason = e.Reason },
            ExaminationEvent.Begun e => next with { Stage = ExaminationStage.UnderExamination, Examiner = e.Examiner },
            ExaminationEvent.Concluded e => next with { Stage = ExaminationStage.Concluded, Conclusion = e.Conclusion },
            ExaminationEvent.Closed => next with { Stage = ExaminationStage.Closed, ClosedAt = occurredAt },
            ExaminationEvent.PersonalDataErased => next with { ErasedAt = occurredAt, HasEmail = false, SharesIdentity = false },
            ExaminationEvent.FlaggedRapid => next with { IsRapid = true },
            ExaminationEvent.SettlementAsked => next with { AsksSettlement = true },
            ExaminationEvent.ApartWished => next with { HearsApart = true },
            ExaminationEvent.Settled e => next with { Settlement = e.Settlement },
            ExaminationEvent.Deliberated
            or ExaminationEvent.DeliberationsRead
            or ExaminationEvent.IdentityRevealed
            or ExaminationEvent.ClockLapsed
            or ExaminationEvent.ClocksRecounted => next,
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }

    /// <summary>What moves nothing: reading, and the passing of time.</summary>
    private static bool IsAside(ExaminationEvent fact) =>
        fact
            is ExaminationEvent.DeliberationsRead
                or ExaminationEvent.IdentityRevealed
                or ExaminationEvent.PersonalDataErased
                or ExaminationEvent.ClockLapsed
                or ExaminationEvent.ClocksRecounted;
}
