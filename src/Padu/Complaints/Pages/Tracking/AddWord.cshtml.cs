using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>Adds something unasked, also to a closed case.</summary>
public sealed class AddWordModel(TrackingSession session, ComplaintDesk desk, TrackingIntake intake, Texts texts)
    : TrackingActPage(session, desk, intake, texts)
{
    /// <summary>Not to be brought together with whom the complaint is about.</summary>
    [BindProperty]
    public bool WishesApart { get; set; }

    protected override bool IsPossible => AfterAnswer.TakesWord(Case);

    protected override ComplaintCommand Command(string? text, IReadOnlyList<Evidence> files) =>
        new ComplaintCommand.AddWord(text ?? "", [.. files]) { WishesApart = WishesApart };
}
