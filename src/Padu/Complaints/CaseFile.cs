using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>A file of a case with its place: which event brought it, and where in that event's list it stands.</summary>
public sealed record CaseEvidence(Recorded<ComplaintEvent> Event, int Index, Evidence File)
{
    public bool FromOffice => Event.Fact is ComplaintEvent.Answered or ComplaintEvent.AnswerProposed;
}

/// <summary>
/// One case as a member of staff may read it: the folded state and the opened history, without the identity and without another office's own paper.
/// </summary>
/// <param name="NeedsApproval">The office that must answer wants its head to approve answers.</param>
public sealed record CaseFile(
    Complaint Complaint,
    IReadOnlyList<Recorded<ComplaintEvent>> History,
    Actor.Staff Reader,
    bool NeedsApproval
)
{
    public ImmutableArray<Act> Offers { get; } = ComplaintRules.Offers(Complaint, Reader, NeedsApproval);

    /// <summary>The answer that waits for the head, where this reader may see it.</summary>
    public ComplaintEvent.AnswerProposed? Proposed =>
        Complaint.Proposal > 0
            ? History.FirstOrDefault(recorded => recorded.Version == Complaint.Proposal)?.Fact as ComplaintEvent.AnswerProposed
            : null;

    /// <summary>What the case is called; null when the words are gone.</summary>
    public string? Title =>
        History.FirstOrDefault(recorded => recorded.Version == Complaint.TitleVersion) is { } named ? CaseTitle.Of(named.Fact) : null;

    /// <summary>How it began: filed, or taken over from old casework.</summary>
    public Recorded<ComplaintEvent> Beginning => History[0];

    public ComplaintEvent.Submitted? Filed => Beginning.Fact as ComplaintEvent.Submitted;

    public ComplaintEvent.Imported? Imported => Beginning.Fact as ComplaintEvent.Imported;

    public IEnumerable<CaseEvidence> Files =>
        History.SelectMany(recorded => EvidenceOf(recorded.Fact).Select((file, index) => new CaseEvidence(recorded, index, file)));

    /// <summary>
    /// A short name by which colleagues speak of a reporter whose own they do not know: <c>P-4471</c>. It stays the same within the case and tells
    /// nothing, being made from the case's random id.
    /// </summary>
    public string Pseudonym
    {
        get
        {
            var digest = SHA256.HashData(Complaint.ReporterId.ToByteArray(bigEndian: true));
            return string.Create(CultureInfo.InvariantCulture, $"P-{BinaryPrimitives.ReadUInt32BigEndian(digest) % 10_000:0000}");
        }
    }

    public Evidence? FileAt(int version, int index) =>
        Files.FirstOrDefault(file => file.Event.Version == version && file.Index == index)?.File;

    private static ImmutableArray<Evidence> EvidenceOf(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Submitted { Evidence: { } files } => files,
            ComplaintEvent.Completed { Evidence: { } files } => files,
            ComplaintEvent.QuestionAnswered { Evidence: { } files } => files,
            ComplaintEvent.AnswerProposed { Evidence: { } files } => files,
            ComplaintEvent.Answered { Evidence: { } files } => files,
            ComplaintEvent.Replied { Evidence: { } files } => files,
            ComplaintEvent.Objected { Evidence: { } files } => files,
            ComplaintEvent.WordAdded { Evidence: { } files } => files,
            _ => [],
        };
}
