using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Calendar;
using Padu.Storage;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Calendar.Pages;

/// <summary>Counts any rule from any day, for everybody: the same counting that gives a case its dates, with nothing to log in to.</summary>
[AllowAnonymous]
[Compressed]
public sealed class CalculatorModel(Law law, DataFolder folder, StageWords words, Texts texts, IClock clock) : PageModel
{
    /// <summary>Farther than the holiday sets reach nobody is helped by a date.</summary>
    private static readonly LocalDate First = new(2000, 1, 1);
    private static readonly LocalDate Last = new(2099, 12, 31);

    [BindProperty(Name = "aturan", SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(Name = "tanggal", SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(Name = "jam", SupportsGet = true)]
    public string? Time { get; set; }

    /// <summary>The stage it concerns, as <see cref="StageWords"/> writes it; nothing for none.</summary>
    [BindProperty(Name = "tahapan", SupportsGet = true)]
    public string? Stage { get; set; }

    public IEnumerable<Choice> StageChoices => words.Choices(law.Elections.All.SelectMany(one => one.Stages.Select(stage => (one, stage))));

    public Explanation? Answer { get; private set; }

    public ImmutableArray<DeadlineRule> Rules => law.Rules.Rows;

    public IEnumerable<Choice> Choices =>
        Rules.Select(rule => rule.Code.Value).Distinct().Select(code => new Choice(code, texts[$"rule.{code}"]));

    public IActionResult OnGet()
    {
        if (Rule is null && From is null)
        {
            From = LocalDatePattern.Iso.Format(clock.GetCurrentInstant().InZone(Legal.Zone).Date);
            return Page();
        }

        if (Rule is null || Rules.All(rule => rule.Code.Value != Rule))
        {
            ModelState.AddModelError("aturan", texts["calculator.no-rule"]);
        }

        var day = LocalDatePattern.Iso.Parse(From ?? "");
        if (!day.Success || day.Value < First || day.Value > Last)
        {
            ModelState.AddModelError("tanggal", texts["calculator.no-day"]);
        }

        var time =
            string.IsNullOrWhiteSpace(Time) ? LocalTime.Midnight
            : TimePattern.Parse(Time) is { Success: true } read ? read.Value
            : (LocalTime?)null;
        if (time is null)
        {
            ModelState.AddModelError("jam", texts["calculator.no-time"]);
        }

        if (!string.IsNullOrEmpty(Stage) && words.Find(Stage) is null)
        {
            ModelState.AddModelError("tahapan", texts["refusal.concern.no-such-stage"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = new RuleCode(Rule!);
        if (Rules.FirstOrDefault(rule => rule.Code == code && rule.IsValidOn(day.Value)) is not { } row)
        {
            ModelState.AddModelError("tanggal", texts["calculator.not-valid", Rules.First(rule => rule.Code == code).ValidFrom]);
            return Page();
        }

        var at = day.Value.At(time!.Value).InZoneLeniently(Legal.Zone).ToInstant();
        Answer = Counting.Explain(row, at, [], Legal, Legal.BoundOf(row, words.Find(Stage), at));
        return Page();
    }

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private LegalContext Legal => law.For(folder.Province.Value);
}
