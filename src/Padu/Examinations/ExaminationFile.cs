using System.Collections.Immutable;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>A file that the complainant sent to the Ombudsman, with its place.</summary>
public sealed record ReportEvidence(Recorded Event, int Index, Evidence File);

/// <summary>One report as the Ombudsman's staff may read it: its own file, and the complaint's with its history.</summary>
/// <param name="Case">The complaint as referred, with what the office released.</param>
/// <param name="History">Of the examination; deliberations are not opened here.</param>
/// <param name="Number">The number in the office's register, once the plenary accepted it.</param>
public sealed record ExaminationFile(
    Examination Examination,
    CaseFile Case,
    IReadOnlyList<Recorded<ExaminationEvent>> History,
    RegisterEntryRow? Number,
    Actor.Staff Reader
) : IOpened<ExaminationEvent>
{
    public ImmutableArray<ExaminationAct> Offers { get; } = ExaminationRules.Offers(Examination, Reader);

    /// <summary>What the complainant hopes from the Ombudsman.</summary>
    public string? Wish => History[0].Fact is ExaminationEvent.Opened opened ? opened.Wish : null;

    /// <summary>The fact by which the complaint came here.</summary>
    public ComplaintEvent.Escalated? Escalated =>
        Case
            .History.Select(recorded => recorded.Fact)
            .OfType<ComplaintEvent.Escalated>()
            .LastOrDefault(e => e.Examination == Examination.Id);

    /// <summary>What the assistant proposes to the plenary, last.</summary>
    public Proposal? Proposal => History.Select(recorded => recorded.Fact).OfType<ExaminationEvent.Verified>().LastOrDefault()?.Proposal;

    public IEnumerable<ReportEvidence> Files =>
        History.SelectMany(recorded => FilesOf(recorded).Select((file, index) => new ReportEvidence(recorded, index, file)));

    public static ImmutableArray<Evidence> FilesOf(Recorded<ExaminationEvent> recorded) =>
        recorded.Fact is ExaminationEvent.Completed { Evidence: { } files } ? files : [];
}
