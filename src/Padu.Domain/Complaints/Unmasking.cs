using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Who may read a protected identity: asked with a reason, allowed by the custodian, for a limited time, every reading an event.</summary>
public static class Unmasking
{
    /// <law>UU 25/2009 art. 42(4), UU 37/2008 art. 24(2); rule 5; docs/adr/0010: an admin asks, a unit officer never does.</law>
    public static Decision<ComplaintEvent> Request(
        Complaint complaint,
        ComplaintCommand.RequestUnmasking request,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.RequestUnmasking, context) is { } no => no,
            { HidesIdentity: false } => new Refusal("identity.nothing-protected"),
            _ when !CanAsk(complaint, context.Actor, context.At) => new Refusal("unmask.already-asked"),
            _ when CustodyRules.CheckReason(request.Reason) is { } wrong => wrong,
            _ when context.Actor is Actor.Staff staff => new ComplaintEvent.UnmaskingRequested(
                request.Id,
                staff.Post,
                staff.Account,
                staff.Office.Code,
                CustodyRules.EndOf(CustodyRules.Judging, context),
                request.Reason
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <law>
    /// The same: every reading has a reason and is an event of the case. The custodian reads one at a time, to judge and to help; everybody else needs an
    /// allowance that has not run out.
    /// </law>
    public static Decision<ComplaintEvent> Reveal(Complaint complaint, ComplaintCommand.RevealIdentity reveal, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.RevealIdentity, context) is { } no => no,
            { HidesIdentity: false } => new Refusal("identity.nothing-protected"),
            _ when !CanRead(complaint, context.Actor, context.At) => new Refusal("unmask.not-allowed"),
            _ when CustodyRules.CheckReason(reveal.Reason) is { } wrong => wrong,
            _ => new ComplaintEvent.IdentityRevealed(reveal.Reason),
        };

    /// <summary>How long after a reading its papers can be opened: they belong to that reading and its reason.</summary>
    public static readonly Duration PapersWithin = Duration.FromMinutes(15);

    /// <law>UU 25/2009 art. 42(4): the paper that shows who represents names both; it opens with the identity, in the reading whose reason was recorded.</law>
    /// <param name="readAt">When this person last read the identity of this case; null for never.</param>
    public static bool OpensPapers(Complaint complaint, Actor actor, Instant? readAt, Instant at) =>
        complaint.HidesIdentity && CanRead(complaint, actor, at) && readAt is { } read && at - read <= PapersWithin;

    /// <summary>Whether an identity that is kept may be opened now by this person.</summary>
    internal static bool CanRead(Complaint complaint, Actor actor, Instant at) =>
        actor is Actor.Staff { Role: Role.Custodian }
        || (actor is Actor.Staff staff && complaint.Requests.Any(request => IsFor(request, staff) && request.Allows(staff.Account, at)));

    /// <summary>One request of a person at a time, and none while an allowance lasts.</summary>
    internal static bool CanAsk(Complaint complaint, Actor actor, Instant at) =>
        actor is Actor.Staff staff
        && !complaint.Requests.Any(request => IsFor(request, staff) && (request.IsPending || request.Allows(staff.Account, at)));

    private static bool IsFor(CustodyRequest request, Actor.Staff staff) =>
        request.Kind == CustodyKind.Unmasking && request.Account == staff.Account && request.Post == staff.Post;
}
