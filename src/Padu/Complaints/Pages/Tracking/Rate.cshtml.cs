using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>Two questions and a comment, once.</summary>
public sealed class RateModel(TrackingSession session, ComplaintDesk desk, TrackingIntake intake, Texts texts)
    : TrackingActPage(session, desk, intake, texts)
{
    [BindProperty]
    public int? Ease { get; set; }

    [BindProperty]
    public int? Result { get; set; }

    protected override bool IsPossible => AfterAnswer.TakesRating(Case);

    protected override ComplaintCommand Command(string? text, IReadOnlyList<Evidence> files) =>
        new ComplaintCommand.Rate(Ease ?? 0, Result ?? 0, text);
}
