using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Handing a case on to the body that is competent (pelimpahan): proposed with a reason, agreed by the complainant, sent as a letter.</summary>
public static class Transferring
{
    /// <law>
    /// Domain rules 41, 46; UU 7/2017 art. 454(4): Bawaslu and DKPP take no report without name and address, so an anonymous case is never handed to
    /// them; UU 27/2022 art. 20–24: the data go on only with consent. Nothing here stops the other body's period (rule 39).
    /// </law>
    public static Decision<ComplaintEvent> Propose(
        Complaint complaint,
        ComplaintCommand.ProposeTransfer propose,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.ProposeTransfer, context) is { } no => no,
            { Transfer.IsAgreed: true } => new Refusal("transfer.already-agreed"),
            _ when propose.Addressee is not { Institution: Institution.Other } => new Refusal(
                "transfer.no-such-addressee",
                nameof(propose.Addressee)
            ),
            _ when complaint.Transfer?.Addressee == propose.Addressee.Code => new Refusal(
                "transfer.already-proposed",
                nameof(propose.Addressee)
            ),
            { Level: IdentityLevel.Anonymous } when propose.NeedsIdentity => new Refusal("transfer.needs-name", nameof(propose.Addressee)),
            _ when propose.KnownOn > context.Legal.DayOf(context.At) => new Refusal("transfer.known-in-future", nameof(propose.KnownOn)),
            _ when Wording.Check(nameof(propose.Reason), propose.Reason, required: true, longest: 4_000) is { } wrong => wrong,
            _ => new ComplaintEvent.TransferProposed(
                propose.Addressee.Code,
                propose.Extent,
                propose.NeedsIdentity,
                propose.KnownOn,
                propose.Reason
            )
            {
                Clocks = complaint.HasEmail ? [] : [context.Start(ClockKind.Notification, ComplaintClocks.Notification)],
            },
        };

    /// <law>UU 27/2022 art. 22, rule 52: consent is the person's own, separable, and as easily refused.</law>
    public static Decision<ComplaintEvent> Answer(Complaint complaint, ComplaintCommand.AnswerTransfer answer, ComplaintContext context) =>
        (
            Intake.Barred(complaint, Act.Follow, context)
            ?? Wording.Check(nameof(answer.Address), answer.Address, required: false, longest: 500)
        )
            is { } no
            ? no
            : Consent(complaint, Act.Follow, answer.Agrees, ConsentBasis.Page, answer.Note, answer.Told, answer.Completed, context);

    /// <summary>Who has no e-mail says it by telephone or at the counter; the officer writes down how.</summary>
    public static Decision<ComplaintEvent> Record(Complaint complaint, ComplaintCommand.RecordConsent record, ComplaintContext context) =>
        Consent(complaint, Act.RecordConsent, record.Agrees, ConsentBasis.Desk, record.Note, record.Told, null, context);

    /// <summary>The onward letter went out; with the whole of it the case ends here.</summary>
    /// <law>Rules 41, 46: what the body demands is asked once more, since whoever agreed may have taken their name back.</law>
    public static Decision<ComplaintEvent> Send(Complaint complaint, ComplaintCommand.SendTransfer send, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.SendTransfer, context) is { } no => no,
            { Transfer: not { IsAgreed: true } } => new Refusal("transfer.not-agreed"),
            _ when Lacking(complaint, send.Told) is { } no => no,
            // The other body has its part; the file stays open while the Ombudsman has it.
            { IsAtOmbudsman: true, Transfer.Extent: TransferExtent.Whole } => new Refusal("close.at-ombudsman"),
            _ when send.SentOn > context.Legal.DayOf(context.At) => new Refusal("transfer.sent-in-future", nameof(send.SentOn)),
            _ when Wording.Check(nameof(send.LetterNumber), send.LetterNumber, required: true, oneLine: true, longest: 100) is { } wrong =>
                wrong,
            { Transfer: { Extent: TransferExtent.Whole, Addressee: var addressee } } => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.Transferred(addressee, send.SentOn, send.LetterNumber),
                Closing.Close(complaint, ClosingReason.Referred, null, context)
            ),
            { Transfer.Addressee: var addressee } => new ComplaintEvent.Transferred(addressee, send.SentOn, send.LetterNumber),
        };

    /// <summary>The other body's own period for a report, from the day the complainant knew: shown, never ours to stop.</summary>
    /// <law>
    /// Rules 39, 40: seven working days in a general election (UU 7/2017 art. 454(6)), seven calendar days in a regional one (UU 10/2016 art. 134). Where
    /// nobody said which election it concerns, the one that ends first is told: rather a day too early than a right lost. No other body prolongs it to
    /// the next working day.
    /// </law>
    public static Explanation? Period(OfficeCode addressee, LocalDate? knownOn, StageRef? concern, LegalContext legal) =>
        knownOn is { } day && addressee.Value.StartsWith("bawaslu", StringComparison.Ordinal)
            ? ReportRules(concern, legal)
                .Select(code => legal.Rules.On(code, day) with { Side = ClockSide.Institution })
                .Select(rule => Counting.Explain(rule, day.AtStartOfDayInZone(legal.Zone).ToInstant(), [], legal))
                .MinBy(period => period.Due)
            : null;

    private static RuleCode[] ReportRules(StageRef? concern, LegalContext legal) =>
        (concern is null ? null : legal.Elections.Find(concern.Election)?.Kind) switch
        {
            ElectionKind.General => [ComplaintClocks.ReportToBawaslu],
            ElectionKind.Regional => [ComplaintClocks.ReportToBawasluRegional],
            _ => [ComplaintClocks.ReportToBawaslu, ComplaintClocks.ReportToBawasluRegional],
        };

    private static Decision<ComplaintEvent> Consent(
        Complaint complaint,
        Act act,
        bool agrees,
        ConsentBasis basis,
        string? note,
        Particulars told,
        Identity? completed,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, act, context) is { } no => no,
            { Transfer: null } => new Refusal("transfer.nothing-proposed"),
            { Transfer.IsAgreed: true } => new Refusal("transfer.already-agreed"),
            _ when Wording.Check("Note", note, required: basis == ConsentBasis.Desk, longest: 1_000) is { } wrong => wrong,
            { Transfer.Addressee: var addressee } when !agrees => new ComplaintEvent.TransferDeclined(addressee, basis, note)
            {
                Clocks = [.. complaint.Meet(context.At, ClockKind.Notification)],
            },
            _ when Lacking(complaint, told) is { } no => no,
            { Transfer.Addressee: var addressee } => ImmutableArray.Create<ComplaintEvent>([
                .. Told(complaint, completed),
                new ComplaintEvent.TransferAgreed(addressee, basis, note)
                {
                    Clocks = [.. complaint.Meet(context.At, ClockKind.Notification)],
                },
            ]),
        };

    /// <law>UU 7/2017 art. 454(4), rules 41 and 46: a report without the name, or without the address where that is demanded, is none there.</law>
    private static Refusal? Lacking(Complaint complaint, Particulars told) =>
        told switch
        {
            _ when complaint.Transfer is not { NeedsIdentity: true } => null,
            { HasName: false } => new Refusal("transfer.name-missing"),
            { AddressDemanded: true, HasAddress: false } => new Refusal(
                "transfer.address-missing",
                nameof(ComplaintCommand.AnswerTransfer.Address)
            ),
            _ => null,
        };

    /// <summary>An address that is told with the consent belongs to the identity, under its key.</summary>
    private static IEnumerable<ComplaintEvent> Told(Complaint complaint, Identity? completed) =>
        completed is { } identity
            ?
            [
                new ComplaintEvent.LevelChanged(complaint.Level, complaint.Level, complaint.HasEmail, null),
                new ComplaintEvent.Identified(identity),
            ]
            : [];
}
