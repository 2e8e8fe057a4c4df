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
        Consent(complaint, Act.Follow, answer.Agrees, ConsentBasis.Page, answer.Note, context);

    /// <summary>Who has no e-mail says it by telephone or at the counter; the officer writes down how.</summary>
    public static Decision<ComplaintEvent> Record(Complaint complaint, ComplaintCommand.RecordConsent record, ComplaintContext context) =>
        Consent(complaint, Act.RecordConsent, record.Agrees, ConsentBasis.Desk, record.Note, context);

    /// <summary>The onward letter went out; with the whole of it the case ends here.</summary>
    public static Decision<ComplaintEvent> Send(Complaint complaint, ComplaintCommand.SendTransfer send, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.SendTransfer, context) is { } no => no,
            { Transfer: not { IsAgreed: true } } => new Refusal("transfer.not-agreed"),
            _ when send.SentOn > context.Legal.DayOf(context.At) => new Refusal("transfer.sent-in-future", nameof(send.SentOn)),
            _ when Wording.Check(nameof(send.LetterNumber), send.LetterNumber, required: true, oneLine: true, longest: 100) is { } wrong =>
                wrong,
            { Transfer: { Extent: TransferExtent.Whole, Addressee: var addressee } } => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.Transferred(addressee, send.SentOn, send.LetterNumber),
                Closing.Close(complaint, ClosingReason.Referred, null, context)
            ),
            { Transfer.Addressee: var addressee } => new ComplaintEvent.Transferred(addressee, send.SentOn, send.LetterNumber),
        };

    /// <summary>The other body's own period for a report, from the day the complainant knew: shown, never ours to stop (rules 39, 40).</summary>
    public static Explanation? Period(OfficeCode addressee, LocalDate? knownOn, LegalContext legal) =>
        knownOn is { } day && addressee.Value.StartsWith("bawaslu", StringComparison.Ordinal)
            ? Counting.Explain(
                legal.Rules.On(ComplaintClocks.ReportToBawaslu, day),
                day.AtStartOfDayInZone(legal.Zone).ToInstant(),
                [],
                legal
            )
            : null;

    private static Decision<ComplaintEvent> Consent(
        Complaint complaint,
        Act act,
        bool agrees,
        ConsentBasis basis,
        string? note,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, act, context) is { } no => no,
            { Transfer: null } => new Refusal("transfer.nothing-proposed"),
            { Transfer.IsAgreed: true } => new Refusal("transfer.already-agreed"),
            _ when Wording.Check("Note", note, required: basis == ConsentBasis.Desk, longest: 1_000) is { } wrong => wrong,
            { Transfer.Addressee: var addressee } => agrees
                ? new ComplaintEvent.TransferAgreed(addressee, basis, note)
                {
                    Clocks = [.. complaint.Meet(context.At, ClockKind.Notification)],
                }
                : new ComplaintEvent.TransferDeclined(addressee, basis, note)
                {
                    Clocks = [.. complaint.Meet(context.At, ClockKind.Notification)],
                },
        };
}
