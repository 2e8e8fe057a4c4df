using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Privacy;

/// <summary>
/// A data subject's request, decided. What it does to the case is the complaint's own rule (<see cref="PersonalData"/>), asked in the same act: both agree,
/// or nothing is written.
/// </summary>
public static class PrivacyRules
{
    /// <summary>Three times twenty-four hours (UU 27/2022 art. 30, 32, 40, 41).</summary>
    public static readonly RuleCode Answering = new("pdp.permintaan");

    private const int ShortestReason = 10;

    public static Decision<PrivacyEvent> Decide(PrivacyRequest request, PrivacyCommand command, PrivacyContext context) =>
        command switch
        {
            PrivacyCommand.Receive c => Receive(request, c, context),
            PrivacyCommand.Decide c => Judge(request, c, context),
            PrivacyCommand.Forget c => request.Exists && !request.IsForgotten
                ? new PrivacyEvent.Forgotten(c.By)
                : new Refusal("privacy.unknown"),
            PrivacyCommand.HandOut c => HandOut(request, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <law>
    /// UU 27/2022 art. 6–11 and art. 30, 32, 41 (rule 51): any time, without a fee and without a reason; the clock runs in hours, weekends included. At a desk
    /// somebody shows who they are, because the right is the data subject's own (art. 5). Who told no name has only the code to show.
    /// </law>
    private static Decision<PrivacyEvent> Receive(PrivacyRequest request, PrivacyCommand.Receive receive, PrivacyContext context)
    {
        var complaint = receive.Complaint;
        var wrong = receive switch
        {
            _ when request.Exists => new Refusal("privacy.already-received"),
            _ when !complaint.Exists || !MayAsk(complaint, receive.Channel, context.Actor) => new Refusal("complaint.unknown"),
            _ when complaint.IsErased => new Refusal("complaint.erased"),
            _ when complaint.Origin is not null => new Refusal("privacy.ask-of-letter"),
            _ when receive.HasPending => new Refusal("privacy.already-asked"),
            { Channel: RequestChannel.Desk } when complaint is { Level: IdentityLevel.Anonymous } or { IdentityVersion: 0 } => new Refusal(
                "privacy.anonymous-at-desk"
            ),
            { Channel: RequestChannel.Desk, Proofs.IsDefaultOrEmpty: true } => new Refusal("code.nothing-checked", nameof(receive.Proofs)),
            { Channel: RequestChannel.Retention, Kind: not RequestKind.Erasure } => new Refusal("privacy.erasure-only"),
            { Kind: RequestKind.Correction } when complaint.IdentityVersion == 0 => new Refusal("privacy.nothing-to-correct"),
            { Kind: RequestKind.Correction, Correction: null or { IsEmpty: true } } => new Refusal("text.required", nameof(Identity.Name)),
            { Kind: RequestKind.Correction, Correction: { } identity } when Intake.CheckIdentity(complaint.Level, identity) is { } unfit =>
                unfit,
            _ => Wording.Check(nameof(receive.Words), receive.Words, required: false, longest: 2_000),
        };
        if (wrong is not null)
        {
            return wrong;
        }

        var staff = context.Actor as Actor.Staff;
        var received = new PrivacyEvent.Received(
            receive.Id,
            complaint.Id,
            complaint.Number,
            receive.Kind,
            receive.Channel,
            complaint.Subject.Seat,
            context.Legal.DayOf(context.At).Year,
            complaint.Against,
            complaint.Level,
            complaint.IsClosedToKpu,
            complaint.IsClosedToKpu ? Institution.Ombudsman : Institution.Kpu,
            staff?.Post,
            staff?.Account,
            receive.Proofs.IsDefault ? [] : [.. receive.Proofs.Distinct()],
            DueAt(context),
            receive.Words,
            receive.Kind == RequestKind.Correction ? receive.Correction : null
        );
        // Who has the code reads the own file anyway: the copy is handed out on the spot, and stands in the register.
        return receive is { Kind: RequestKind.Access, Channel: RequestChannel.Tracking }
            ? ImmutableArray.Create<PrivacyEvent>(
                received,
                new PrivacyEvent.Decided(Outcome.Granted, null, null),
                new PrivacyEvent.CopyHandedOut(RequestChannel.Tracking)
            )
            : received;
    }

    /// <law>
    /// UU 27/2022 art. 30, 32, 41, 43: decided by a person, never by a lapse. Refused only on a ground of law with a reason (art. 15, 33, 44). Erasure, and
    /// whatever concerns a protected identity, is the custodian's alone; nobody decides what they entered themselves.
    /// </law>
    private static Decision<PrivacyEvent> Judge(PrivacyRequest request, PrivacyCommand.Decide judge, PrivacyContext context) =>
        request switch
        {
            { Exists: false } => new Refusal("privacy.unknown"),
            _ when !Access.May(context.Actor, Act.DecidePrivacy, judge.Complaint.Subject) => new Refusal("privacy.unknown"),
            { IsPending: false } => new Refusal("privacy.already-decided"),
            _ when !IsFor(request, context.Actor) => new Refusal("privacy.custodian-only"),
            _ when context.Actor is Actor.Staff staff && request.Account == staff.Account => new Refusal("custody.own-request"),
            _ when judge is { Outcome: Outcome.Refused, Ground: null } => new Refusal("privacy.ground-missing", nameof(judge.Ground)),
            _ when Wording.Check(nameof(judge.Reason), judge.Reason, required: judge.Outcome == Outcome.Refused, longest: 1_000)
                    is { } wrong => wrong,
            _ when judge.Outcome == Outcome.Refused && judge.Reason!.Trim().Length < ShortestReason => new Refusal(
                "identity.reason-too-short",
                nameof(judge.Reason)
            ),
            _ when judge.Outcome == Outcome.Refused && !Fits(judge.Ground!.Value, judge.Complaint) => new Refusal(
                "privacy.ground-untrue",
                nameof(judge.Ground)
            ),
            _ => new PrivacyEvent.Decided(
                judge.Outcome,
                judge.Outcome == Outcome.Refused ? judge.Ground : null,
                string.IsNullOrWhiteSpace(judge.Reason) ? null : judge.Reason
            ),
        };

    /// <law>UU 27/2022 art. 7 and 32: the copy is for the data subject; who hands it over was allowed to decide, and each time is written down.</law>
    private static Decision<PrivacyEvent> HandOut(PrivacyRequest request, PrivacyCommand.HandOut handOut, PrivacyContext context) =>
        request switch
        {
            { Exists: false } => new Refusal("privacy.unknown"),
            _ when !Access.May(context.Actor, Act.DecidePrivacy, handOut.Complaint.Subject) || !IsFor(request, context.Actor) =>
                new Refusal("privacy.unknown"),
            { Kind: RequestKind.Access, Outcome: Outcome.Granted } when handOut.Complaint.IsErased => new Refusal("complaint.erased"),
            { Kind: RequestKind.Access, Outcome: Outcome.Granted } => new PrivacyEvent.CopyHandedOut(RequestChannel.Desk),
            _ => new Refusal("privacy.no-copy"),
        };

    /// <summary>Whether a request is this person's kind to decide: an admin takes corrections and restrictions of open identities, the custodian everything.</summary>
    public static bool IsFor(PrivacyRequest request, Actor actor) =>
        actor switch
        {
            Actor.Staff { Role: Role.Custodian } staff => staff.Office.Institution == request.Keeper,
            Actor.Staff { Role: Role.AgencyAdmin } => request
                is { Level: IdentityLevel.Open, Kind: RequestKind.Correction or RequestKind.Restriction },
            _ => false,
        };

    /// <summary>Two grounds are facts of the file: who claims them is held to it.</summary>
    private static bool Fits(RefusalGround ground, Complaint complaint) =>
        ground switch
        {
            RefusalGround.OpenCase => complaint.IsOpen || complaint.IsAtOmbudsman,
            RefusalGround.Proceedings => complaint.IsHeld || complaint.IsInCourt,
            _ => true,
        };

    private static bool MayAsk(Complaint complaint, RequestChannel channel, Actor actor) =>
        channel switch
        {
            RequestChannel.Tracking => actor is Actor.Complainant complainant && complainant.Id == complaint.ReporterId,
            RequestChannel.Desk => Access.MayTakeIn(actor) && !complaint.IsClosedToKpu,
            RequestChannel.Retention => actor is Actor.Staff { Role: Role.Custodian or Role.AgencyAdmin }
                && Access.May(actor, Act.DecidePrivacy, complaint.Subject),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Instant DueAt(PrivacyContext context) =>
        Counting.Explain(context.Legal.Rules.On(Answering, context.Legal.DayOf(context.At)), context.At, [], context.Legal).Due!.Value;
}
