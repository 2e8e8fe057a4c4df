using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>Takes the complaint back; why is told or not.</summary>
public sealed class WithdrawModel(TrackingSession session, ComplaintDesk desk, TrackingIntake intake, Texts texts)
    : TrackingActPage(session, desk, intake, texts)
{
    protected override bool IsPossible => Case.IsOpen;

    protected override ComplaintCommand Command(string? text, IReadOnlyList<Evidence> files) => new ComplaintCommand.Withdraw(text);
}
