using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Sets the questionnaire of a theme; the last meeting's to the theme of the same title stands in the form already, code by code.</summary>
public sealed class SetInstrumentModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    private readonly MeetingQueries queries = queries;

    /// <summary>One question a line.</summary>
    [BindProperty]
    public string? Questions { get; set; }

    [BindProperty]
    public LocalDate? FillBy { get; set; }

    /// <summary>The version of the questionnaire that was read.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public int Theme => ThemeOfRoute;

    protected override MeetingAct Does => MeetingAct.SetInstrument;

    protected override bool IsThere() => Meeting.Themes.Any(theme => theme.Number == Theme);

    public async Task OnGet(CancellationToken cancel)
    {
        FillBy = Meeting.InstrumentOf(Theme)?.FillBy;
        var own = Opened.Questions(Theme);
        Questions = InstrumentGrids.Write(own.IsEmpty ? await Last(cancel) : own);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var questions = QuestionForms.Read(Questions, ModelState, nameof(Questions), Texts);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return FillBy is { } by ? await Send(new MeetingCommand.SetInstrument(Theme, Seen, by, questions), cancel) : Ask(nameof(FillBy));
    }

    private async Task<IEnumerable<Question>> Last(CancellationToken cancel) =>
        Meeting.Previous is { } previous
        && await queries.Open(previous, cancel) is { } before
        && before.Text?.Themes.FirstOrDefault(theme => theme.Title == Opened.ThemeTitle(Theme)) is { } same
            ? before.Questions(same.Number)
            : [];
}
