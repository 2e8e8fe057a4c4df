using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Storage;
using Padu.Web;

namespace Padu.Calendar.Pages;

/// <summary>The calendar of stages of this province, for everybody: what runs, what comes, what is over, and how sure each date is.</summary>
[AllowAnonymous]
[Compressed]
public sealed class StagesModel(Law law, DataFolder folder, Texts texts, IClock clock) : PageModel
{
    /// <summary>So many coming stages are listed by themselves; the whole calendar stands below.</summary>
    private const int Soonest = 5;

    private string Province => folder.Province.Value;

    public LocalDate Today => law.For(Province).DayOf(clock.GetCurrentInstant());

    public IReadOnlyList<Election> Elections => [.. law.Elections.All.Where(one => one.Covers(Province))];

    public IReadOnlyList<(Election Election, ElectionStage Stage)> Now =>
        [.. law.Elections.Running(Province, Today).OrderBy(one => one.Stage.To)];

    public IReadOnlyList<(Election Election, ElectionStage Stage)> Next =>
        [
            .. Elections
                .SelectMany(one => one.Stages.Where(stage => stage.On(Today) == StageTime.Next).Select(stage => (one, stage)))
                .OrderBy(one => one.stage.From)
                .Take(Soonest),
        ];

    public (Election Election, ElectionStage Stage)? Quiet => law.Elections.QuietOn(Province, Today);

    public int DaysLeft(ElectionStage stage) => Period.DaysBetween(Today, stage.To);

    public string Left(ElectionStage stage) =>
        DaysLeft(stage) switch
        {
            0 => texts["stages.ends-today"],
            1 => texts["stages.ends-tomorrow"],
            var days => texts["stages.ends-in", days],
        };
}
