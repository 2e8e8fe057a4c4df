using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>A file of a case with its place: which event brought it, and where in that event's list it stands.</summary>
public sealed record CaseEvidence(Recorded<ComplaintEvent> Event, int Index, Evidence File)
{
    public bool FromOffice => Event.Fact is ComplaintEvent.Answered;
}

/// <summary>One case as a member of staff may read it: the folded state and the opened history, without the identity.</summary>
public sealed record CaseFile(Complaint Complaint, IReadOnlyList<Recorded<ComplaintEvent>> History, Actor.Staff Reader, Instant Now)
{
    public ImmutableArray<Act> Offers { get; } = ComplaintRules.Offers(Complaint, Reader, Now);

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
            ComplaintEvent.Answered { Evidence: { } files } => files,
            ComplaintEvent.Replied { Evidence: { } files } => files,
            _ => [],
        };
}
