using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>
/// Writes one section of the minutes. Several write at once: where somebody saved meanwhile both versions are shown, one to read and one in the field;
/// earlier words stay below.
/// </summary>
public sealed class WriteMinutesModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The version of the section that was read.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>What somebody else saved since this form was read.</summary>
    public string? Theirs { get; private set; }

    public int Theme => ThemeOfRoute;

    protected override MeetingAct Does => MeetingAct.WriteMinutes;

    protected override bool IsThere() => Theme == 0 || Meeting.Themes.Any(theme => theme.Number == Theme);

    public void OnGet() => Text = Opened.MinutesOf(Theme);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var answer = await Send(new MeetingCommand.WriteMinutes(Theme, Seen, Text?.Trim() ?? ""), cancel);
        Theirs = Meeting.MinutesOf(Theme) != Seen ? Opened.MinutesOf(Theme) : null;
        return answer;
    }
}
