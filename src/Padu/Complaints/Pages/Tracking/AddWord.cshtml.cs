using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>Adds something unasked, also to a closed case.</summary>
public sealed class AddWordModel(TrackingSession session, ComplaintDesk desk, EvidenceIntake intake, Texts texts)
    : TrackingActPage(session, desk, intake, texts)
{
    protected override bool IsPossible => AfterAnswer.TakesWord(Case);

    protected override ComplaintCommand Command(string? text, IReadOnlyList<Evidence> files) =>
        new ComplaintCommand.AddWord(text ?? "", [.. files]);
}
