using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>Objects to the closing within its window; afterwards the page offers a new case.</summary>
public sealed class ObjectionModel(
    TrackingSession session,
    ComplaintDesk desk,
    TrackingIntake intake,
    Texts texts,
    Law calendar,
    IClock clock
) : TrackingActPage(session, desk, intake, texts)
{
    public Explanation? Window => AfterAnswer.Window(Case, Legal);

    public bool IsWindowOpen => AfterAnswer.IsWindowOpen(Case, clock.GetCurrentInstant(), Legal);

    /// <summary>Also after the window: the page then says what to do instead.</summary>
    protected override bool IsPossible => Case.Stage == Stage.Closed;

    private LegalContext Legal => calendar.For(Case.Number.Value[..2]);

    protected override ComplaintCommand Command(string? text, IReadOnlyList<Evidence> files) =>
        new ComplaintCommand.Contest(text ?? "", [.. files]);
}
