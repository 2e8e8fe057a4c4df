using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Convenes a meeting with its first plan; with a meeting it follows, that one's themes and offices stand in the form already.</summary>
[Authorize(Policy = Policies.Convener)]
public sealed class NewModel(
    MeetingDesk desk,
    MeetingQueries queries,
    MeetingWords words,
    OfficeRegister offices,
    CurrentActor current,
    Texts texts
) : PageModel, IPlanForm
{
    /// <summary>The address word of the meeting it follows.</summary>
    [BindProperty]
    public string? Previous { get; set; }

    /// <summary>The other institution's office convenes it too.</summary>
    [BindProperty]
    public bool Joint { get; set; }

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

    public IReadOnlyList<Choice> Earlier { get; private set; } = [];

    public IEnumerable<Choice> Offices => OfficeChoices.Of(offices, words, current.Staff!);

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        Previous = setelah;
        if (await Before(cancel) is { } before)
        {
            Title = before.Text?.Title;
            Themes = PlanForms.Write(before.Text, before.Meeting);
            Invited = [.. before.Meeting.Invited.Select(office => office.Value)];
            Joint = before.Meeting.Joint is not null;
        }
        else
        {
            Invited = [.. offices.Tree.ChildrenOf(current.Staff!.Office.Code).Select(office => office.Code.Value)];
        }

        await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var hours = this.Hours(words.Legal.Zone, ModelState, texts);
        if (ModelState.IsValid && hours is { } when)
        {
            var before = await Before(cancel);
            var acted = await desk.Convene(
                current.Staff!,
                before?.Meeting.Id,
                Joint ? OfficeChoices.OtherSide(offices, current.Staff!)?.Code : null,
                this.Read(0, when, offices),
                cancel
            );
            if (acted.Refusal is not { } refusal)
            {
                return Redirect($"/meja/rakor/{acted.State.Code}");
            }

            ModelState.AddRefusal(refusal, texts);
        }

        await Show(cancel);
        return Page();
    }

    /// <summary>The meeting it follows, where it is one of the own office's.</summary>
    private async Task<MeetingFile?> Before(CancellationToken cancel) =>
        MeetingSlug.Read(Previous) is { } slug
        && await queries.Open(slug, cancel) is { } found
        && Access.May(current.Actor, MeetingAct.Read, found.Meeting.Subject)
            ? found
            : null;

    private async Task Show(CancellationToken cancel) =>
        Earlier = [
            .. (await queries.Desk(current.Staff!.Office.Code, words.Language, after: null, cancel))
                .Lines.Where(line => line.Row.Stage is MeetingStage.Held or MeetingStage.MinutesApproved or MeetingStage.Closed)
                .Where(line => line.Row.Convener == current.Staff.Office.Code || line.Row.Joint == current.Staff.Office.Code)
                .Select(line => new Choice(line.Row.Code.Value, $"{line.Title} ({words.Year(line.Row.BudgetYear)})")),
        ];
}

/// <summary>Which offices a form offers.</summary>
internal static class OfficeChoices
{
    /// <summary>The province's offices of both institutions and every office below them.</summary>
    public static IEnumerable<Choice> Of(OfficeRegister offices, MeetingWords words, Actor.Staff reader) =>
        offices
            .Tree.All.Where(office =>
                office.Institution != Institution.Other
                && office.Level != OfficeLevel.National
                && office.Region?.Province == reader.Office.Region?.Province
            )
            .OrderBy(office => office.Level == OfficeLevel.Regency ? 0 : 1)
            .ThenBy(office => office.Code.Value, StringComparer.Ordinal)
            .Select(office => new Choice(office.Code.Value, words.Office(office.Code)));

    /// <summary>The other institution's office of the same province.</summary>
    public static Office? OtherSide(OfficeRegister offices, Actor.Staff reader) =>
        offices.Tree.All.FirstOrDefault(office =>
            office.Level == OfficeLevel.Province
            && office.Region == reader.Office.Region
            && office.Institution == (reader.Office.Institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu)
        );
}
