using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Requests between cases. The other case comes along as it stands; each side is decided by its own rule, and both are written or none.</summary>
public abstract partial record ComplaintCommand
{
    public sealed record Link(Complaint Other, LinkKind Kind, string? Note) : ComplaintCommand;

    public sealed record Unlink(ComplaintId Other, string Reason) : ComplaintCommand;

    /// <param name="Title">What the leading case is called; given to one that nobody had named yet.</param>
    public sealed record Join(Complaint Lead, GroupKind Kind, string? Title) : ComplaintCommand;

    /// <summary>The leading case's side of <see cref="Join"/>.</summary>
    public sealed record TakeMember(ComplaintId Member, GroupKind Kind) : ComplaintCommand;

    public sealed record Part(string Reason) : ComplaintCommand;

    /// <summary>The leading case's side of <see cref="Part"/>.</summary>
    public sealed record DropMember(Complaint Member) : ComplaintCommand;

    /// <summary>Sent by the group's follower when the leading case was answered.</summary>
    public sealed record FollowLead(ComplaintId Lead, int LeadVersion, string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    /// <summary>Sent by the group's follower when the leading case ended without an answer for its members.</summary>
    public sealed record Release(ComplaintId Lead) : ComplaintCommand;

    /// <summary>The letter's side of a split.</summary>
    public sealed record Divide(ComplaintId Into) : ComplaintCommand;

    /// <param name="Target">The office that must answer this part; null when no such office exists.</param>
    public sealed record SplitOff(
        ComplaintId Id,
        PublicNumber Number,
        Complaint Origin,
        Office? Target,
        ComplaintClass Class,
        string Title,
        string Excerpt
    ) : ComplaintCommand
    {
        /// <summary>The kind of grievance of this part; null to leave it open.</summary>
        public GrievanceCode? Kind { get; init; }
    }
}
