using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The way of a complaint to the Ombudsman: the last one, where there were several.</summary>
/// <param name="EndedAt">When the Ombudsman had finished; null while the complaint is there.</param>
/// <param name="SharesIdentity">Told once, it stays told.</param>
public sealed record AtOmbudsman(
    ExaminationId Examination,
    OfficeCode Office,
    EscalationWay Way,
    Instant Since,
    Instant? EndedAt,
    bool SharesIdentity,
    bool NotesReleased
);

public sealed partial record Complaint
{
    /// <summary>Null when it never went there.</summary>
    public AtOmbudsman? Ombudsman { get; init; }

    /// <summary>Filed straight to the Ombudsman so that the election commission does not see it.</summary>
    public bool IsClosedToKpu { get; init; }

    public bool IsAtOmbudsman => Ombudsman is { EndedAt: null };

    private static Complaint Escalate(Complaint next, ComplaintEvent fact, Instant occurredAt) =>
        fact switch
        {
            ComplaintEvent.Escalated e => next with
            {
                Stage = next.Stage == Stage.Closed || e.IsClosedToKpu ? Stage.AtOmbudsman : next.Stage,
                ClosedAt = null,
                IsClosedToKpu = e.IsClosedToKpu,
                Ombudsman = new AtOmbudsman(
                    e.Examination,
                    e.Office,
                    e.Way,
                    occurredAt,
                    null,
                    e.SharesIdentity || next.Ombudsman is { SharesIdentity: true },
                    next.Ombudsman is { NotesReleased: true }
                ),
            },
            ComplaintEvent.IdentityShared => next with { Ombudsman = next.Ombudsman! with { SharesIdentity = true } },
            ComplaintEvent.NotesReleased => next with { Ombudsman = next.Ombudsman! with { NotesReleased = true } },
            ComplaintEvent.EscalationEnded => next with
            {
                Ombudsman = next.Ombudsman! with { EndedAt = occurredAt },
                Stage = next.Stage == Stage.AtOmbudsman ? Stage.Closed : next.Stage,
                ClosedAt = next.Stage == Stage.AtOmbudsman ? occurredAt : next.ClosedAt,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
}
