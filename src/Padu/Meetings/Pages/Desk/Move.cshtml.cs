using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Moves a meeting to another time or place, with a reason that everybody reads.</summary>
public sealed class MoveModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts, MeetingWords words)
    : MeetingActPageModel(desk, queries, current, texts),
        IHoursForm
{
    [BindProperty]
    public LocalDate? Starts { get; set; }

    [BindProperty]
    public string? StartsAt { get; set; }

    [BindProperty]
    public LocalDate? Ends { get; set; }

    [BindProperty]
    public string? EndsAt { get; set; }

    [BindProperty]
    public string? Venue { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override MeetingAct Does => MeetingAct.Move;

    public void OnGet()
    {
        var zone = words.Legal.Zone;
        (Starts, StartsAt) = (words.Legal.DayOf(Meeting.Starts), PlanForms.Time(Meeting.Starts, zone));
        (Ends, EndsAt) = (words.Legal.DayOf(Meeting.Ends), PlanForms.Time(Meeting.Ends, zone));
        (Venue, Place) = (Opened.Place?.Venue, Opened.Place?.Place);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        this.Hours(words.Legal.Zone, ModelState, Texts) is { } hours && ModelState.IsValid
            ? await Send(
                new MeetingCommand.Move(hours.Starts, hours.Ends, Venue?.Trim() ?? "", Trimmed(Place), Reason?.Trim() ?? ""),
                cancel
            )
            : Page();
}
