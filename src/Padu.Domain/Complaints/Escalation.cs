using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The three ways to the Ombudsman, and what the complainant and the office may add while a complaint is there.</summary>
public static class Escalation
{
    /// <law>
    /// UU 25/2009 art. 46(2), rule 12: at any time, also before the office's time is over and after it has closed; nobody here bars the way and the
    /// Ombudsman decides. UU 37/2008 art. 24(2): whether it may know a protected or anonymous reporter is asked apart.
    /// </law>
    public static Decision<ComplaintEvent> Escalate(Complaint complaint, ComplaintCommand.Escalate escalate, ComplaintContext context) =>
        complaint switch
        {
            _ when Strange(complaint, context) is { } no => no,
            { IsAtOmbudsman: true } => new Refusal("escalate.already-there"),
            _ when NoOmbudsman(escalate.Target) is { } wrong => wrong,
            { Level: not IdentityLevel.Open, IdentityVersion: > 0 } when escalate.SharesIdentity is null => new Refusal(
                "escalate.identity-unanswered",
                nameof(escalate.SharesIdentity)
            ),
            _ => Go(
                complaint,
                escalate.Examination,
                escalate.Target!,
                EscalationWay.Complainant,
                complaint.Level == IdentityLevel.Open || escalate.SharesIdentity == true,
                context
            ),
        };

    /// <summary>Whether the way is open to whoever filed it.</summary>
    public static bool IsOpenFor(Complaint complaint) => complaint is { IsAtOmbudsman: false, IsErased: false, Stage: not Stage.Archived };

    /// <law>UU 25/2009 art. 46(1)–(2): an office may hand a matter on, never against the complainant's will; how consent was given is recorded.</law>
    public static Decision<ComplaintEvent> Refer(Complaint complaint, ComplaintCommand.Refer refer, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Refer, context) is { } no => no,
            { IsAtOmbudsman: true } => new Refusal("escalate.already-there"),
            _ when NoOmbudsman(refer.Target) is { } wrong => wrong,
            _ when Wording.Check(nameof(refer.Reason), refer.Reason, required: true, longest: 4_000) is { } wrong => wrong,
            _ when Wording.Check(nameof(refer.Consent), refer.Consent, required: true, longest: 1_000) is { } wrong => wrong,
            _ => Go(
                complaint,
                refer.Examination,
                refer.Target!,
                EscalationWay.Referral,
                complaint.Level == IdentityLevel.Open || refer.SharesIdentity,
                context,
                refer.Reason,
                refer.Consent
            ),
        };

    /// <law>
    /// UU 25/2009 art. 46(2), rule 12: no gatekeeping by the provider. Where the complainant wishes so, the provider is not even told: then no office
    /// of it receives anything, its clocks do not run, and the matter stands in the Ombudsman's book.
    /// </law>
    public static Decision<ComplaintEvent> File(Complaint complaint, ComplaintCommand.FileDirectly file, ComplaintContext context)
    {
        if (NoOmbudsman(file.Target) is { } wrong)
        {
            return wrong;
        }

        var filing = file.IsClosedToKpu ? file.Filing with { Office = file.Target!.Code, IsAboutOffice = false } : file.Filing;
        var filed = Intake.Submit(complaint, filing, context);
        if (filed.IsRefused)
        {
            return filed.Refusal;
        }

        ImmutableArray<ComplaintEvent> facts = file.IsClosedToKpu
            ? [.. filed.Events.Select(fact => fact with { Clocks = [] })]
            : filed.Events;
        return facts.Add(
            new ComplaintEvent.Escalated(
                file.Examination,
                file.Target!.Code,
                EscalationWay.Direct,
                new Exhaustion(ExhaustionGround.NotAsked, context.Legal.DayOf(context.At)),
                SharesIdentity: true,
                file.IsClosedToKpu,
                null,
                null
            )
        );
    }

    /// <law>UU 37/2008 art. 24(1)–(2): the Ombudsman needs a name for its report; whether to give it stays the reporter's choice.</law>
    public static Decision<ComplaintEvent> ShareIdentity(Complaint complaint, ComplaintContext context) =>
        complaint switch
        {
            _ when Strange(complaint, context) is { } no => no,
            { IsAtOmbudsman: false } => new Refusal("escalate.not-there"),
            { IdentityVersion: 0 } or { Ombudsman.SharesIdentity: true } => new Refusal("identity.nothing-to-share"),
            _ => new ComplaintEvent.IdentityShared(complaint.Ombudsman!.Examination),
        };

    /// <law>access.md: what an office wrote for itself is read by the Ombudsman only where the office releases it.</law>
    public static Decision<ComplaintEvent> ReleaseNotes(
        Complaint complaint,
        ComplaintCommand.ReleaseNotes release,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.ReleaseNotes, context) is { } no => no,
            { IsAtOmbudsman: false } => new Refusal("escalate.not-there"),
            { Ombudsman.NotesReleased: true } => new Refusal("notes.already-released"),
            _ when Wording.Check(nameof(release.Reason), release.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => new ComplaintEvent.NotesReleased(complaint.Ombudsman!.Examination, release.Reason),
        };

    /// <law>Alaveteli #5946, expectations: a file is never shut while it lies with the Ombudsman; only the Ombudsman's own closing ends that.</law>
    public static Decision<ComplaintEvent> End(Complaint complaint, ComplaintCommand.EndEscalation end, ComplaintContext context) =>
        complaint switch
        {
            { IsAtOmbudsman: false } => new Refusal("complaint.unknown"),
            _ when context.Actor is not Actor.Staff { Role: Role.OmbudsmanAssistant or Role.OmbudsmanHead } staff
                    || staff.Office.Code != complaint.Ombudsman!.Office => new Refusal("complaint.unknown"),
            _ when end.Examination != complaint.Ombudsman!.Examination => new Refusal("escalate.not-there"),
            _ => new ComplaintEvent.EscalationEnded(end.Examination, end.Conclusion),
        };

    private static ComplaintEvent.Escalated Go(
        Complaint complaint,
        ExaminationId examination,
        Office target,
        EscalationWay way,
        bool sharesIdentity,
        ComplaintContext context,
        string? reason = null,
        string? consent = null
    ) =>
        new(
            examination,
            target.Code,
            way,
            Exhaustion.Of(complaint, context.At, context.Legal),
            sharesIdentity,
            IsClosedToKpu: complaint.IsClosedToKpu,
            reason,
            consent
        );

    /// <summary>Not the complainant of this case. A closed one may still go; one of the archive is nobody's.</summary>
    private static Refusal? Strange(Complaint complaint, ComplaintContext context) =>
        !complaint.Exists || !Access.May(context.Actor, Act.Follow, complaint.Subject) ? new Refusal("complaint.unknown")
        // Nothing is left that anybody could examine; what is new is a new complaint.
        : complaint.IsErased ? new Refusal("complaint.erased")
        : null;

    private static Refusal? NoOmbudsman(Office? target) =>
        target is { Institution: Institution.Ombudsman, Level: OfficeLevel.Province } ? null : new Refusal("escalate.no-such-office");
}
