using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Records a decision; each office it concerns owes it from the same moment.</summary>
public sealed class DecideModel(
    MeetingDesk desk,
    MeetingQueries queries,
    CurrentActor current,
    Texts texts,
    MeetingWords words,
    OfficeRegister offices
) : MeetingActPageModel(desk, queries, current, texts)
{
    /// <summary>The number the form showed.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>The number of the theme.</summary>
    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Codes of the offices that will owe; one obligation for each.</summary>
    [BindProperty]
    public string[] Owners { get; set; } = [];

    [BindProperty]
    public LocalDate? Due { get; set; }

    /// <summary>The code of the office that judges.</summary>
    [BindProperty]
    public string? Judge { get; set; }

    public IEnumerable<Choice> Themes =>
        (Opened.Text?.Themes ?? []).Select(theme => new Choice(theme.Number.ToString(CultureInfo.InvariantCulture), theme.Title));

    public IEnumerable<Choice> Offices => Meeting.Concerned.Select(office => new Choice(office.Value, words.Office(office)));

    public IEnumerable<Choice> Judges =>
        offices
            .Tree.All.Where(office =>
                office is { Level: OfficeLevel.Province, Institution: not Institution.Other } && office.Region == Reader.Office.Region
            )
            .OrderBy(office => office.Code == Reader.Office.Code ? 0 : 1)
            .Select(office => new Choice(office.Code.Value, words.Office(office.Code)));

    protected override MeetingAct Does => MeetingAct.Decide;

    public void OnGet() =>
        Owners = [.. Meeting.Invited.Where(office => !Meeting.Conveners.Contains(office)).Select(office => office.Value)];

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!int.TryParse(Theme, NumberStyles.None, CultureInfo.InvariantCulture, out var theme))
        {
            return Ask(nameof(Theme));
        }

        if (Due is not { } due)
        {
            return Ask(nameof(Due));
        }

        var decide = new MeetingCommand.Decide(
            Number,
            theme,
            [.. Owners.Distinct().Select(owner => offices.Find(new OfficeCode(owner)))],
            offices.Find(new OfficeCode(Judge ?? "")),
            due,
            Text?.Trim() ?? ""
        );
        return await Answer(await Desk.Decide(Meeting, Reader, decide, cancel), cancel);
    }
}
