using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>What a complaint's own rules say to the rights of whoever filed it (UU 27/2022). Who asked, and when an answer is owed, is the privacy request's.</summary>
public static class PersonalData
{
    /// <summary>
    /// What waits while processing is restricted: everything that works with the file or hands something of it on. Reading, notes, conflicts, and what the
    /// complainant does go on.
    /// </summary>
    internal static readonly ImmutableArray<Act> WaitWhileRestricted =
    [
        Act.RequestUnmasking,
        Act.RevealIdentity,
        Act.ReleaseOriginal,
        Act.Verify,
        Act.RequestCompletion,
        Act.Classify,
        Act.Concern,
        Act.Assign,
        Act.TakeUp,
        Act.Return,
        Act.Direct,
        Act.Ask,
        Act.Answer,
        Act.Propose,
        Act.Approve,
        Act.Close,
        Act.Reopen,
        Act.Refer,
        Act.ReleaseNotes,
        Act.ProposeTransfer,
        Act.RecordConsent,
        Act.SendTransfer,
        Act.Link,
        Act.Group,
        Act.Part,
        Act.Split,
    ];

    /// <law>
    /// UU 27/2022 art. 22–24 (rule 52): consent is given apart from the complaint, by words that are kept with it. Nothing a complaint needs rests on it
    /// (art. 20(2)).
    /// </law>
    public static Decision<ComplaintEvent> Give(Complaint complaint, ComplaintCommand.GiveConsent give, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context, alsoClosed: true) is { } no => no,
            _ when complaint.Consents.Contains(give.Kind) => new Refusal("consent.given-already"),
            _ when give.Kind == ConsentKind.Email && !complaint.HasEmail && !complaint.HasSilencedEmail => new Refusal("consent.no-email"),
            _ => new ComplaintEvent.ConsentGiven(give.Kind, give.Wording),
        };

    /// <law>UU 27/2022 art. 9 and 40 (rule 51): taken back at any time, at once, without a reason. An address left without a word may be silenced too.</law>
    public static Decision<ComplaintEvent> Withdraw(
        Complaint complaint,
        ComplaintCommand.WithdrawConsent withdraw,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context, alsoClosed: true) is { } no => no,
            _ when !complaint.Consents.Contains(withdraw.Kind) && !(withdraw.Kind == ConsentKind.Email && complaint.HasEmail) =>
                new Refusal("consent.not-given"),
            _ => new ComplaintEvent.ConsentWithdrawn(withdraw.Kind),
        };

    /// <law>UU 27/2022 art. 6 and 30 (rule 51): wrong or old data is put right. Secrecy stays as it was chosen.</law>
    public static Decision<ComplaintEvent> Correct(
        Complaint complaint,
        ComplaintCommand.CorrectIdentity correct,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.DecidePrivacy, context) is { } no => no,
            _ when CustodiansOnly(complaint, context.Actor) is { } no => no,
            { IdentityVersion: 0 } => new Refusal("privacy.nothing-to-correct"),
            _ when Intake.CheckIdentity(complaint.Level, correct.Identity) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.IdentityCorrected(correct.Request, correct.Identity.Email is not null),
                new ComplaintEvent.Identified(correct.Identity)
            ),
        };

    /// <law>
    /// UU 27/2022 art. 11 and 41 (rule 51): processing waits while it lasts. No law stops the periods of UU 25/2009 meanwhile, so they run on, and the page says
    /// so before the choice.
    /// </law>
    public static Decision<ComplaintEvent> Restrict(Complaint complaint, ComplaintCommand.Restrict restrict, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.DecidePrivacy, context) is { } no => no,
            _ when CustodiansOnly(complaint, context.Actor) is { } no => no,
            { IsRestricted: true } => new Refusal("privacy.already-restricted"),
            { IsAtOmbudsman: true } => new Refusal("complaint.at-ombudsman"),
            _ => new ComplaintEvent.ProcessingRestricted(restrict.Request),
        };

    /// <law>UU 27/2022 art. 41: it ends when whoever asked for it says so, or by who may decide it with a reason that they read.</law>
    public static Decision<ComplaintEvent> Lift(Complaint complaint, ComplaintCommand.LiftRestriction lift, ComplaintContext context) =>
        complaint switch
        {
            _ when context.Actor is Actor.Staff && Intake.Barred(complaint, Act.DecidePrivacy, context) is { } no => no,
            _ when CustodiansOnly(complaint, context.Actor) is { } no => no,
            _ when context.Actor is not Actor.Staff && Intake.Barred(complaint, Act.Follow, context, alsoClosed: true) is { } no => no,
            { IsRestricted: false } => new Refusal("privacy.not-restricted"),
            _ when context.Actor is Actor.Staff && CustodyRules.CheckReason(lift.Reason ?? "") is { } wrong => wrong,
            _ => new ComplaintEvent.RestrictionLifted(context.Actor is Actor.Staff ? lift.Reason : null),
        };

    /// <law>UU 27/2022 art. 44: what belongs to proceedings that are not over is not destroyed (rule 53).</law>
    public static Decision<ComplaintEvent> Hold(Complaint complaint, ComplaintCommand.PlaceHold hold, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.PlaceHold, context) is { } no => no,
            { IsHeld: true } => new Refusal("privacy.already-held"),
            _ when CustodyRules.CheckReason(hold.Reason) is { } wrong => wrong,
            _ => new ComplaintEvent.HoldPlaced(hold.Reason),
        };

    public static Decision<ComplaintEvent> Unhold(Complaint complaint, ComplaintCommand.LiftHold lift, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.PlaceHold, context) is { } no => no,
            { IsHeld: false } => new Refusal("privacy.not-held"),
            _ when CustodyRules.CheckReason(lift.Reason) is { } wrong => wrong,
            _ => new ComplaintEvent.HoldLifted(lift.Reason),
        };

    /// <law>
    /// UU 27/2022 art. 43: erased when the subject asks and the purpose is met, so never from a case that is open anywhere; art. 44: nor while it belongs to
    /// proceedings, and for its age alone not before the time of keeping is over (rule 53).
    /// </law>
    public static Decision<ComplaintEvent> Erase(Complaint complaint, ComplaintCommand.Erase erase, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.DecidePrivacy, context) is { } no => no,
            _ when context.Actor is not Actor.Staff { Role: Role.Custodian } => new Refusal("privacy.custodian-only"),
            _ when WhyKept(complaint) is { } kept => kept,
            _ when erase.Reason == ErasureReason.Retention && !(erase.KeptUntil <= context.Legal.DayOf(context.At)) => new Refusal(
                "privacy.still-kept"
            ),
            _ => new ComplaintEvent.PersonalDataErased(erase.Request, erase.Reason),
        };

    /// <summary>access.md: whose name the desk does not know is the custodian's, whatever they ask for.</summary>
    private static Refusal? CustodiansOnly(Complaint complaint, Actor actor) =>
        complaint.Level != IdentityLevel.Open && actor is Actor.Staff { Role: not Role.Custodian }
            ? new Refusal("privacy.custodian-only")
            : null;

    /// <summary>Why nothing of a case may be erased now, whoever asks; null when it may.</summary>
    public static Refusal? WhyKept(Complaint complaint) =>
        complaint switch
        {
            { IsErased: true } => new Refusal("complaint.erased"),
            { IsOpen: true } or { IsAtOmbudsman: true } => new Refusal("privacy.case-open"),
            { IsHeld: true } or { IsInCourt: true } => new Refusal("privacy.held"),
            _ => null,
        };
}
