using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>
/// Cases that belong together. A link says so and changes nothing. A member follows its leading case until that is answered: then it is answered with the
/// same words, and from there each goes its own way. Whatever joins can part again.
/// </summary>
public static class Grouping
{
    public static Decision<ComplaintEvent> Link(Complaint complaint, ComplaintCommand.Link link, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Link, context) is { } no => no,
            _ when Unseen(link.Other, Act.Link, context.Actor) => new Refusal("link.no-such-case", "Other"),
            _ when link.Other.Id == complaint.Id => new Refusal("link.itself", "Other"),
            _ when complaint.Links.Any(one => one.Other == link.Other.Id) => new Refusal("link.already", "Other"),
            _ when Wording.Check(nameof(link.Note), link.Note, required: false, longest: 1_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Linked(link.Other.Id, link.Kind, link.Note),
        };

    public static Decision<ComplaintEvent> Unlink(Complaint complaint, ComplaintCommand.Unlink unlink, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Link, context) is { } no => no,
            _ when complaint.Links.All(one => one.Other != unlink.Other) => new Refusal("link.none", "Other"),
            _ when Wording.Check(nameof(unlink.Reason), unlink.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Unlinked(unlink.Other, unlink.Reason),
        };

    /// <law>
    /// Domain rules, edge case (b): one event, forty senders. Each keeps number, code, clocks and the right to reply. Who joins unverified is verified
    /// with the leading case's class, for it is the same matter (rule 15).
    /// </law>
    public static Decision<ComplaintEvent> Join(Complaint complaint, ComplaintCommand.Join join, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Group, context) is { } no => no,
            _ when join.Lead.Id == complaint.Id => new Refusal("group.itself"),
            { MemberCount: > 0 } => new Refusal("group.leads-itself"),
            { Stage: not (Stage.Received or Stage.Verified or Stage.Assigned) } => new Refusal("group.not-waiting-for-us"),
            { Transfer: not null } => new Refusal("group.being-transferred"),
            // Rule 10: what is paid, and by when, is each complainant's own; the lead's answer cannot say it.
            { AsksCompensation: true } => new Refusal("group.asks-compensation"),
            { Stage: Stage.Received, Representation: RepresentationKind.Attorney, HasPower: false } => new Refusal(
                "verify.no-power-of-attorney"
            ),
            { Stage: Stage.Received } when CheckTitle(join.Title) is { } wrong => wrong,
            { Stage: Stage.Received } => ImmutableArray.Create<ComplaintEvent>(
                Intake.Verified(complaint, join.Lead.Class ?? ComplaintClass.Complaint, join.Title, context, join.Lead.Kind),
                new ComplaintEvent.Joined(join.Lead.Id, join.Kind)
            ),
            _ => new ComplaintEvent.Joined(join.Lead.Id, join.Kind),
        };

    /// <summary>The leading case is verified, unanswered, and follows none itself.</summary>
    public static Decision<ComplaintEvent> TakeMember(Complaint complaint, ComplaintCommand.TakeMember take, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Group, context) is { } no => no,
            Stage.Received or Stage.AwaitingCompletion => new Refusal("group.lead-not-verified"),
            Stage.Answered => new Refusal("group.lead-answered"),
            Stage.AtOmbudsman => new Refusal("complaint.at-ombudsman"),
            _ => new ComplaintEvent.MemberJoined(take.Member, take.Kind),
        };

    public static Decision<ComplaintEvent> Part(Complaint complaint, ComplaintCommand.Part part, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Part, context) is { } no => no,
            { IsFollowing: false } => new Refusal("group.follows-none"),
            _ when Wording.Check(nameof(part.Reason), part.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            { Lead: { } lead } => new ComplaintEvent.Parted(lead, part.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The member's own rule decided already; the leading case only takes note, also when its office is another.</summary>
    public static Decision<ComplaintEvent> DropMember(Complaint complaint, ComplaintCommand.DropMember drop, ComplaintContext context) =>
        complaint switch
        {
            _ when Unseen(drop.Member, Act.Part, context.Actor) => new Refusal("complaint.unknown"),
            { MemberCount: 0 } => new Refusal("group.has-none"),
            _ when !drop.Member.IsFollowing || drop.Member.Lead != complaint.Id => new Refusal("group.has-none"),
            _ => new ComplaintEvent.MemberParted(drop.Member.Id),
        };

    /// <law>UU 25/2009 art. 50(1)–(2): the decision is each complainant's own, told to each and open to each one's reply (rule 17).</law>
    public static Decision<ComplaintEvent> FollowLead(Complaint complaint, ComplaintCommand.FollowLead follow, ComplaintContext context) =>
        complaint switch
        {
            _ when context.Actor is not Actor.System => new Refusal("complaint.unknown"),
            { IsOpen: false } => new Refusal("complaint.closed"),
            { IsFollowing: true } when complaint.Lead == follow.Lead => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.LeadFollowed(follow.Lead, follow.LeadVersion),
                Drafting.Answered(complaint, follow.Text, follow.Evidence, context)
            ),
            _ => new Refusal("group.follows-none"),
        };

    /// <summary>The leading case ended without an answer for others: its members stand for themselves again.</summary>
    public static Decision<ComplaintEvent> Release(Complaint complaint, ComplaintCommand.Release release, ComplaintContext context) =>
        complaint switch
        {
            _ when context.Actor is not Actor.System => new Refusal("complaint.unknown"),
            { IsFollowing: true } when complaint.Lead == release.Lead => new ComplaintEvent.Parted(release.Lead, null),
            _ => new Refusal("group.follows-none"),
        };

    /// <summary>It becomes the title of a case that nobody had named, so it holds what a title holds; none where the lead's is gone.</summary>
    private static Refusal? CheckTitle(string? title) =>
        Wording.Check(nameof(ComplaintCommand.Join.Title), title, required: title is not null, oneLine: true, longest: 120);

    /// <summary>Another case that this actor may not treat so is as good as none.</summary>
    private static bool Unseen(Complaint other, Act act, Actor actor) => !other.Exists || !Access.May(actor, act, other.Subject);
}
