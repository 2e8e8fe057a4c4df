using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Asks the complainant during handling, and says before sending which clocks will stand still and until when at most.</summary>
public sealed class AskModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts, CaseWords words, IClock clock)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>The clocks whose rule lets them wait for this.</summary>
    public IReadOnlyList<ClockKind> Pausing =>
        [
            .. Case
                .Complaint.Clocks.Where(one =>
                    one.Status == ClockStatus.Running
                    && words.Legal.Rules.On(one.Rule, words.Legal.DayOf(one.TriggeredAt)).MayPause(PauseReason.AwaitingAnswer)
                )
                .Select(one => one.Kind),
        ];

    /// <summary>The last day on which the complainant's answer is waited for.</summary>
    public LocalDate? Until => Counting.Start(ClockKind.Question, ComplaintClocks.Question, clock.GetCurrentInstant(), words.Legal).DueDate;

    protected override Act Does => Act.Ask;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ComplaintCommand.Ask(Trimmed(Question) ?? ""), cancel);
}
