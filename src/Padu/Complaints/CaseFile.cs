using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
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
    Instant Now,
    bool NeedsApproval = false
) : IOpened<ComplaintEvent>
{
    public ImmutableArray<Act> Offers { get; } = ComplaintRules.Offers(Complaint, Reader, Now, NeedsApproval);

    /// <summary>The answer that waits for the head, where this reader may see it.</summary>
    public ComplaintEvent.AnswerProposed? Proposed =>
        Complaint.Proposal > 0
            ? History.FirstOrDefault(recorded => recorded.Version == Complaint.Proposal)?.Fact as ComplaintEvent.AnswerProposed
            : null;

    /// <summary>What the case is called; null when the words are gone.</summary>
    public string? Title =>
        History.FirstOrDefault(recorded => recorded.Version == Complaint.TitleVersion) is { } named ? CaseTitle.Of(named.Fact) : null;

    /// <summary>Words for a case without a title: not opened for this reader, or gone.</summary>
    public string Nameless => Reader.Role == Role.Auditor && !Beginning.Erased ? "desk.untitled" : "desk.erased";

    /// <summary>How it began: filed, or taken over from old casework.</summary>
    public Recorded<ComplaintEvent> Beginning => History[0];

    public ComplaintEvent.Submitted? Filed => Beginning.Fact as ComplaintEvent.Submitted;

    public ComplaintEvent.SplitOff? Part => Beginning.Fact as ComplaintEvent.SplitOff;

    public ComplaintEvent.Imported? Imported => Beginning.Fact as ComplaintEvent.Imported;

    /// <summary>The complainant's own words: the letter, or the part of one; null when they are gone, not opened, or there were none.</summary>
    public string? Story => Filed?.Story ?? Part?.Excerpt;

    public IEnumerable<CaseEvidence> Files => FilesOf(History);

    public string Pseudonym => Complaints.Pseudonym.Of(Complaint);

    public Evidence? FileAt(int version, int index) =>
        Files.FirstOrDefault(file => file.Event.Version == version && file.Index == index)?.File;

    /// <summary>Every file of a history, in the order they came.</summary>
    public static IEnumerable<CaseEvidence> FilesOf(IEnumerable<Recorded<ComplaintEvent>> history) =>
        history.SelectMany(recorded => EvidenceOf(recorded.Fact).Select((file, index) => new CaseEvidence(recorded, index, file)));

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
