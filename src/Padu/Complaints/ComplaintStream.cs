using System.Globalization;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The stream <c>complaint/{id}</c>: names on the wire, keys, read rows and register books.</summary>
public sealed class ComplaintStream : StreamKind<Complaint, ComplaintEvent>
{
    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["complaint.submitted.v1"] = typeof(ComplaintEvent.Submitted),
        ["complaint.identified.v1"] = typeof(ComplaintEvent.Identified),
        ["complaint.completion-requested.v1"] = typeof(ComplaintEvent.CompletionRequested),
        ["complaint.completed.v1"] = typeof(ComplaintEvent.Completed),
        ["complaint.verified.v1"] = typeof(ComplaintEvent.Verified),
        ["complaint.assigned.v1"] = typeof(ComplaintEvent.Assigned),
        ["complaint.taken-up.v1"] = typeof(ComplaintEvent.TakenUp),
        ["complaint.returned.v1"] = typeof(ComplaintEvent.Returned),
        ["complaint.directed.v1"] = typeof(ComplaintEvent.Directed),
        ["complaint.asked.v1"] = typeof(ComplaintEvent.Asked),
        ["complaint.question-answered.v1"] = typeof(ComplaintEvent.QuestionAnswered),
        ["complaint.question-lapsed.v1"] = typeof(ComplaintEvent.QuestionLapsed),
        ["complaint.answer-proposed.v1"] = typeof(ComplaintEvent.AnswerProposed),
        ["complaint.answer-returned.v1"] = typeof(ComplaintEvent.AnswerReturned),
        ["complaint.answer-approved.v1"] = typeof(ComplaintEvent.AnswerApproved),
        ["complaint.answered.v1"] = typeof(ComplaintEvent.Answered),
        ["complaint.replied.v1"] = typeof(ComplaintEvent.Replied),
        ["complaint.accepted.v1"] = typeof(ComplaintEvent.Accepted),
        ["complaint.rated.v1"] = typeof(ComplaintEvent.Rated),
        ["complaint.withdrawn.v1"] = typeof(ComplaintEvent.Withdrawn),
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
        ["complaint.identity-revealed.v1"] = typeof(ComplaintEvent.IdentityRevealed),
        ["complaint.complainant-unreached.v1"] = typeof(ComplaintEvent.ComplainantUnreached),
        ["complaint.complainant-contacted.v1"] = typeof(ComplaintEvent.ComplainantContacted),
        ["complaint.imported.v1"] = typeof(ComplaintEvent.Imported),
    };

    public override string Prefix => "complaint";

    public override Complaint Empty => Complaint.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Complaint Evolve(Complaint state, ComplaintEvent fact, Instant occurredAt) => Complaint.Evolve(state, fact, occurredAt);

    /// <summary>The complainant's words and identity under the person's two keys, everything an institution wrote under its record key.</summary>
    public override Custody CustodyOf(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Identified => new Custody(KeyPurpose.Identity),
            ComplaintEvent.Submitted
            or ComplaintEvent.Completed
            or ComplaintEvent.QuestionAnswered
            or ComplaintEvent.Replied
            or ComplaintEvent.Accepted
            or ComplaintEvent.Rated
            or ComplaintEvent.Withdrawn
            or ComplaintEvent.Objected
            or ComplaintEvent.WordAdded => new Custody(KeyPurpose.Words),
            _ => new Custody(KeyPurpose.Record),
        };

    /// <summary>The book of complaints of the receiving office, by the year in the public number.</summary>
    public override IEnumerable<RegisterBook> Registers(ComplaintEvent fact) =>
        fact is ComplaintEvent.Submitted filed
            ? [new RegisterBook(filed.Office, int.Parse(filed.Number.Value.AsSpan(3, 4), CultureInfo.InvariantCulture), "pengaduan")]
            : [];

    public override IEnumerable<object> Rows(Guid id, Complaint state) =>
        [ComplaintRow.From(state), .. state.Bars.Select(bar => new KeptAwayRow(id, bar.Account, bar.IsActive))];
}
