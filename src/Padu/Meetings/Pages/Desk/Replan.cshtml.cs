using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Changes a plan nobody was invited by yet.</summary>
public sealed class ReplanModel(
    MeetingDesk desk,
    MeetingQueries queries,
    CurrentActor current,
    Texts texts,
    MeetingWords words,
    OfficeRegister offices
) : MeetingActPageModel(desk, queries, current, texts), IPlanForm
{
    /// <summary>The version of the plan that was read.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? BudgetYear { get; set; }

    [BindProperty]
    public string? Letter { get; set; }

    [BindProperty]
    public string? Venue { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public LocalDate? Starts { get; set; }

    [BindProperty]
    public string? StartsAt { get; set; }

    [BindProperty]
    public LocalDate? Ends { get; set; }

    [BindProperty]
    public string? EndsAt { get; set; }

    [BindProperty]
    public string? Themes { get; set; }

    [BindProperty]
    public string[] Invited { get; set; } = [];

    [BindProperty]
    public string? Guests { get; set; }

    public IEnumerable<Choice> Offices => OfficeChoices.Of(offices, words, Reader);

    protected override MeetingAct Does => MeetingAct.Plan;

    public void OnGet()
    {
        var text = Opened.Text;
        var zone = words.Legal.Zone;
        (Title, Letter, Venue, Place) = (text?.Title, text?.Letter, text?.Venue, text?.Place);
        BudgetYear = words.Year(Meeting.BudgetYear);
        (Starts, StartsAt) = (words.Legal.DayOf(Meeting.Starts), PlanForms.Time(Meeting.Starts, zone));
        (Ends, EndsAt) = (words.Legal.DayOf(Meeting.Ends), PlanForms.Time(Meeting.Ends, zone));
        Themes = PlanForms.Write(text, Meeting);
        Invited = [.. Meeting.Invited.Select(office => office.Value)];
        Guests = string.Join("\n", text?.Guests ?? []);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        this.Hours(words.Legal.Zone, ModelState, Texts) is { } hours && ModelState.IsValid
            ? await Send(this.Read(Seen, hours, offices), cancel)
            : Page();
}
