using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The facts between cases. Each side keeps its own; the other is named by its id, never by its number or words.</summary>
public abstract partial record ComplaintEvent
{
    public sealed record Linked(ComplaintId Other, LinkKind Kind, string? Note) : ComplaintEvent;

    public sealed record Unlinked(ComplaintId Other, string? Reason) : ComplaintEvent;

    /// <summary>From now on the case follows a leading one: one answer answers both.</summary>
    public sealed record Joined(ComplaintId Lead, GroupKind Kind) : ComplaintEvent;

    /// <summary>The case stands for itself again, as it stood.</summary>
    public sealed record Parted(ComplaintId Lead, string? Reason) : ComplaintEvent;

    /// <summary>The other side of <see cref="Joined"/>.</summary>
    public sealed record MemberJoined(ComplaintId Member, GroupKind Kind) : ComplaintEvent;

    /// <summary>The other side of <see cref="Parted"/>.</summary>
    public sealed record MemberParted(ComplaintId Member) : ComplaintEvent;

    /// <summary>The leading case was answered and its answer, which follows, is this one's too.</summary>
    /// <param name="LeadVersion">The version of the answer in the leading case.</param>
    public sealed record LeadFollowed(ComplaintId Lead, int LeadVersion) : ComplaintEvent;

    /// <summary>A part of the letter became a case of its own.</summary>
    public sealed record Divided(ComplaintId Part) : ComplaintEvent;

    /// <summary>A case that began as part of another's letter: the same person, the same moment of receipt, its own class, office and answer.</summary>
    /// <param name="Excerpt">Which part of the letter it is, in the complainant's words.</param>
    public sealed record SplitOff(
        ComplaintId Id,
        PublicNumber Number,
        ComplaintId Origin,
        OfficeCode Office,
        IntakeChannel Channel,
        Guid ReporterId,
        IdentityLevel Level,
        Language Language,
        RegionCode? Region,
        LocalDate? HappenedOn,
        Instant ReceivedAt,
        OfficeCode? Against,
        bool HasEmail,
        string? Excerpt
    ) : ComplaintEvent;
}
