using System.Globalization;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The stream <c>complaint/{id}</c>: names on the wire, keys, read rows and register books.</summary>
public sealed class ComplaintStream : StreamKind<Complaint, ComplaintEvent>
{
    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["complaint.submitted.v1"] = typeof(ComplaintEvent.Submitted),
        ["complaint.identified.v1"] = typeof(ComplaintEvent.Identified),
        ["complaint.taken-in.v1"] = typeof(ComplaintEvent.TakenIn),
        ["complaint.against-office.v1"] = typeof(ComplaintEvent.AgainstOffice),
        ["complaint.represented.v1"] = typeof(ComplaintEvent.Represented),
        ["complaint.power-shown.v1"] = typeof(ComplaintEvent.PowerShown),
        ["complaint.completion-requested.v1"] = typeof(ComplaintEvent.CompletionRequested),
        ["complaint.completed.v1"] = typeof(ComplaintEvent.Completed),
        ["complaint.accepted-late.v1"] = typeof(ComplaintEvent.AcceptedLate),
        ["complaint.verified.v1"] = typeof(ComplaintEvent.Verified),
        ["complaint.verified.v2"] = typeof(ComplaintEvent.Verified),
        ["complaint.classified.v1"] = typeof(ComplaintEvent.Classified),
        ["complaint.classified.v2"] = typeof(ComplaintEvent.Classified),
        ["complaint.concerned.v1"] = typeof(ComplaintEvent.Concerned),
        ["complaint.transfer-proposed.v1"] = typeof(ComplaintEvent.TransferProposed),
        ["complaint.transfer-agreed.v1"] = typeof(ComplaintEvent.TransferAgreed),
        ["complaint.transfer-declined.v1"] = typeof(ComplaintEvent.TransferDeclined),
        ["complaint.transferred.v1"] = typeof(ComplaintEvent.Transferred),
        ["complaint.linked.v1"] = typeof(ComplaintEvent.Linked),
        ["complaint.unlinked.v1"] = typeof(ComplaintEvent.Unlinked),
        ["complaint.joined.v1"] = typeof(ComplaintEvent.Joined),
        ["complaint.parted.v1"] = typeof(ComplaintEvent.Parted),
        ["complaint.member-joined.v1"] = typeof(ComplaintEvent.MemberJoined),
        ["complaint.member-parted.v1"] = typeof(ComplaintEvent.MemberParted),
        ["complaint.lead-followed.v1"] = typeof(ComplaintEvent.LeadFollowed),
        ["complaint.divided.v1"] = typeof(ComplaintEvent.Divided),
        ["complaint.split-off.v1"] = typeof(ComplaintEvent.SplitOff),
        ["complaint.assigned.v1"] = typeof(ComplaintEvent.Assigned),
        ["complaint.assignment-taken-back.v1"] = typeof(ComplaintEvent.AssignmentTakenBack),
        ["complaint.taken-up.v1"] = typeof(ComplaintEvent.TakenUp),
        ["complaint.returned.v1"] = typeof(ComplaintEvent.Returned),
        ["complaint.directed.v1"] = typeof(ComplaintEvent.Directed),
        ["complaint.asked.v1"] = typeof(ComplaintEvent.Asked),
        ["complaint.question-answered.v1"] = typeof(ComplaintEvent.QuestionAnswered),
        ["complaint.question-lapsed.v1"] = typeof(ComplaintEvent.QuestionLapsed),
        ["complaint.compensation-asked.v1"] = typeof(ComplaintEvent.CompensationAsked),
        ["complaint.compensation-decided.v1"] = typeof(ComplaintEvent.CompensationDecided),
        ["complaint.apart-wished.v1"] = typeof(ComplaintEvent.ApartWished),
        ["complaint.answer-proposed.v1"] = typeof(ComplaintEvent.AnswerProposed),
        ["complaint.answer-returned.v1"] = typeof(ComplaintEvent.AnswerReturned),
        ["complaint.answer-approved.v1"] = typeof(ComplaintEvent.AnswerApproved),
        ["complaint.answered.v1"] = typeof(ComplaintEvent.Answered),
        ["complaint.replied.v1"] = typeof(ComplaintEvent.Replied),
        ["complaint.accepted.v1"] = typeof(ComplaintEvent.Accepted),
        ["complaint.rated.v1"] = typeof(ComplaintEvent.Rated),
        ["complaint.withdrawn.v1"] = typeof(ComplaintEvent.Withdrawn),
        ["complaint.entry-removed.v1"] = typeof(ComplaintEvent.EntryRemoved),
        ["complaint.closed.v1"] = typeof(ComplaintEvent.Closed),
        ["complaint.objected.v1"] = typeof(ComplaintEvent.Objected),
        ["complaint.reopened.v1"] = typeof(ComplaintEvent.Reopened),
        ["complaint.word-added.v1"] = typeof(ComplaintEvent.WordAdded),
        ["complaint.word-read.v1"] = typeof(ComplaintEvent.WordRead),
        ["complaint.note-added.v1"] = typeof(ComplaintEvent.NoteAdded),
        ["complaint.barred.v1"] = typeof(ComplaintEvent.Barred),
        ["complaint.bar-lifted.v1"] = typeof(ComplaintEvent.BarLifted),
        ["complaint.handed-up.v1"] = typeof(ComplaintEvent.HandedUp),
        ["complaint.clock-lapsed.v1"] = typeof(ComplaintEvent.ClockLapsed),
        ["complaint.clocks-recounted.v1"] = typeof(ComplaintEvent.ClocksRecounted),
        ["complaint.identity-revealed.v1"] = typeof(ComplaintEvent.IdentityRevealed),
        ["complaint.original-released.v1"] = typeof(ComplaintEvent.OriginalReleased),
        ["complaint.file-quarantined.v1"] = typeof(ComplaintEvent.FileQuarantined),
        ["complaint.unmasking-requested.v1"] = typeof(ComplaintEvent.UnmaskingRequested),
        ["complaint.request-judged.v1"] = typeof(ComplaintEvent.RequestJudged),
        ["complaint.level-changed.v1"] = typeof(ComplaintEvent.LevelChanged),
        ["complaint.code-loss-reported.v1"] = typeof(ComplaintEvent.CodeLossReported),
        ["complaint.code-reissued.v1"] = typeof(ComplaintEvent.CodeReissued),
        ["complaint.complainant-unreached.v1"] = typeof(ComplaintEvent.ComplainantUnreached),
        ["complaint.complainant-contacted.v1"] = typeof(ComplaintEvent.ComplainantContacted),
        ["complaint.imported.v1"] = typeof(ComplaintEvent.Imported),
        ["complaint.escalated.v1"] = typeof(ComplaintEvent.Escalated),
        ["complaint.identity-shared.v1"] = typeof(ComplaintEvent.IdentityShared),
        ["complaint.notes-released.v1"] = typeof(ComplaintEvent.NotesReleased),
        ["complaint.notice-shown.v1"] = typeof(ComplaintEvent.NoticeShown),
        ["complaint.consent-given.v1"] = typeof(ComplaintEvent.ConsentGiven),
        ["complaint.consent-withdrawn.v1"] = typeof(ComplaintEvent.ConsentWithdrawn),
        ["complaint.identity-corrected.v1"] = typeof(ComplaintEvent.IdentityCorrected),
        ["complaint.processing-restricted.v1"] = typeof(ComplaintEvent.ProcessingRestricted),
        ["complaint.restriction-lifted.v1"] = typeof(ComplaintEvent.RestrictionLifted),
        ["complaint.hold-placed.v1"] = typeof(ComplaintEvent.HoldPlaced),
        ["complaint.hold-lifted.v1"] = typeof(ComplaintEvent.HoldLifted),
        ["complaint.personal-data-erased.v1"] = typeof(ComplaintEvent.PersonalDataErased),
        ["complaint.escalation-ended.v1"] = typeof(ComplaintEvent.EscalationEnded),
    };

    public override string Prefix => "complaint";

    public override Complaint Empty => Complaint.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Complaint Evolve(Complaint state, ComplaintEvent fact, Instant occurredAt) => Complaint.Evolve(state, fact, occurredAt);

    /// <summary>
    /// The complainant's words and identity under the person's two keys; what an institution wrote for itself under its internal key, everything else of
    /// it under its record key.
    /// </summary>
    public override Custody CustodyOf(ComplaintEvent fact) =>
        fact switch
        {
            // A representative's name and paper lead to the person as surely as the own name.
            ComplaintEvent.Identified or ComplaintEvent.Represented or ComplaintEvent.PowerShown => new Custody(KeyPurpose.Identity),
            ComplaintEvent.Submitted
            or ComplaintEvent.Completed
            or ComplaintEvent.QuestionAnswered
            or ComplaintEvent.Replied
            or ComplaintEvent.Accepted
            or ComplaintEvent.Rated
            or ComplaintEvent.Withdrawn
            or ComplaintEvent.Objected
            or ComplaintEvent.WordAdded => new Custody(KeyPurpose.Words),
            ComplaintEvent.Assigned
            or ComplaintEvent.IdentityRevealed
            or ComplaintEvent.ComplainantContacted
            or ComplaintEvent.NotesReleased
            or ComplaintEvent.Returned
            or ComplaintEvent.Directed
            or ComplaintEvent.AnswerProposed
            or ComplaintEvent.AnswerReturned
            or ComplaintEvent.NoteAdded
            or ComplaintEvent.Barred
            or ComplaintEvent.BarLifted
            or ComplaintEvent.TakenIn
            or ComplaintEvent.AcceptedLate
            or ComplaintEvent.Classified
            or ComplaintEvent.Linked
            or ComplaintEvent.Unlinked
            or ComplaintEvent.Parted
            or ComplaintEvent.UnmaskingRequested
            or ComplaintEvent.RequestJudged
            or ComplaintEvent.CodeLossReported
            or ComplaintEvent.LevelChanged
            or ComplaintEvent.OriginalReleased
            or ComplaintEvent.HoldPlaced
            or ComplaintEvent.HoldLifted
            or ComplaintEvent.TransferAgreed { Basis: ConsentBasis.Desk }
            or ComplaintEvent.TransferDeclined { Basis: ConsentBasis.Desk } => new Custody(KeyPurpose.Internal),
            ComplaintEvent.TransferAgreed { Basis: ConsentBasis.Page }
            or ComplaintEvent.TransferDeclined { Basis: ConsentBasis.Page }
            or ComplaintEvent.SplitOff => new Custody(KeyPurpose.Words),
            _ => new Custody(KeyPurpose.Record),
        };

    /// <summary>What the complainant kept from the election commission is sealed for the Ombudsman alone.</summary>
    public override Institution Keeper(Complaint state) => state.IsClosedToKpu ? Institution.Ombudsman : Institution.Kpu;

    /// <summary>From the escalation on the Ombudsman keeps the file's keys; the identity's where that was shared, the office's own paper's where released.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Complaint state, KeyPurpose purpose, Institution institution) =>
        state.Ombudsman is { } there
        && purpose switch
        {
            KeyPurpose.Words or KeyPurpose.Record => true,
            KeyPurpose.Identity => there.SharesIdentity,
            KeyPurpose.Internal => there.NotesReleased,
            _ => throw new System.Diagnostics.UnreachableException(),
        }
            ? [Institution.Ombudsman]
            : [];

    /// <summary>The book of complaints of the receiving office, by the year in the public number.</summary>
    public override IEnumerable<RegisterBook> Registers(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Submitted filed => [Book(filed.Office, filed.Number)],
            ComplaintEvent.SplitOff part => [Book(part.Office, part.Number)],
            _ => [],
        };

    /// <summary>Raised with <see cref="ComplaintRow"/>.</summary>
    public override int RowsVersion => 5;

    private static RegisterBook Book(OfficeCode office, PublicNumber number) =>
        new(office, int.Parse(number.Value.AsSpan(3, 4), CultureInfo.InvariantCulture), "pengaduan");

    public override IEnumerable<object> Rows(Guid id, Complaint state) =>
        [
            ComplaintRow.From(state),
            .. CaseFigures.Of(state),
            .. state.Requests.Select(request => CustodyRow.From(state, request)),
            .. state.Bars.Select(bar => new KeptAwayRow(id, bar.Account, bar.IsActive)),
        ];
}
