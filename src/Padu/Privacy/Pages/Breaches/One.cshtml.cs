using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Privacy.Pages.Breaches;

/// <summary>Whether somebody was told.</summary>
/// <param name="IsOwed">The law asks for it and it was not done.</param>
public sealed record Telling(Instant? At, Instant DueAt, bool IsOwed, Instant Now);

/// <summary>One failure: its two clocks, the notices to send in both languages, who was told, what was learnt.</summary>
[Authorize(Policy = Policies.Breaches)]
public sealed class OneModel(BreachDesk desk, CaseWords words, CurrentActor current, IClock clock, Texts texts) : PageModel
{
    /// <summary>A code of <see cref="BreachAudience"/>.</summary>
    [BindProperty]
    public string? Audience { get; set; }

    [BindProperty]
    public LocalDate? ToldOn { get; set; }

    [BindProperty]
    public string? ToldTime { get; set; }

    /// <summary>Codes of <see cref="NoticeWay"/>.</summary>
    [BindProperty]
    public List<string> Ways { get; set; } = [];

    [BindProperty]
    public int? People { get; set; }

    /// <summary>The notice as it was sent.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? More { get; set; }

    /// <summary>Codes of <see cref="DataCategory"/> that turned out to be touched too.</summary>
    [BindProperty]
    public List<string> Categories { get; set; } = [];

    [BindProperty]
    public string? Lesson { get; set; }

    /// <summary>The version the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    public BreachFile Kept { get; private set; } = null!;

    public bool MayKeep => BreachRules.MayKeep(current.Actor) && Kept.Breach.IsOpen;

    public Telling TellingOf(BreachAudience audience) =>
        new(
            Kept.Breach.ToldAt.TryGetValue(audience, out var at) ? at : null,
            Kept.Breach.DueAt,
            Kept.Breach.Owes(audience),
            clock.GetCurrentInstant()
        );

    public Explanation Why =>
        Counting.Explain(
            words.Legal.Rules.On(BreachRules.Telling, words.Legal.DayOf(Kept.Breach.KnownAt)),
            Kept.Breach.KnownAt,
            [],
            words.Legal
        );

    /// <summary>The written notice of art. 46(2) in a language, from what is recorded; to be sent, or to be written on from.</summary>
    public string Notice(string language)
    {
        var culture = Languages.All.Single(one => one.TwoLetterISOLanguageName == language);
        var said = texts.In(culture);
        var say = new Say(said, clock, words.Legal.Zone);
        return said[
            "breach.notice",
            say.Moment(Kept.Breach.KnownAt),
            string.Join(", ", Kept.Breach.Categories.Select(one => said[$"breach.category.{one.Code()}"])),
            Kept.Beginning.What ?? "",
            Kept.Beginning.Measures ?? ""
        ];
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null || !await Load(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet() => Version = Kept.Breach.Version;

    public Task<IActionResult> OnPostTell(CancellationToken cancel) =>
        CodeOf.TryParse<BreachAudience>(Audience, out var audience)
            ? Send(
                new BreachCommand.Tell(
                    audience,
                    BreachForm.Moment(ToldOn, ToldTime, words.Legal.Zone),
                    [.. BreachForm.Codes<NoticeWay>(Ways)],
                    People,
                    Text?.Trim() ?? ""
                ),
                cancel
            )
            : Refuse(new Refusal("breach.audience-missing", nameof(Audience)), cancel);

    public Task<IActionResult> OnPostSupplement(CancellationToken cancel) =>
        Send(new BreachCommand.Supplement([.. BreachForm.Codes<DataCategory>(Categories)], People, More?.Trim() ?? ""), cancel);

    public Task<IActionResult> OnPostClose(CancellationToken cancel) => Send(new BreachCommand.Close(Lesson?.Trim() ?? ""), cancel);

    private async Task<IActionResult> Send(BreachCommand command, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = Kept.Breach.Id;
        return await desk.Act(current.Actor, id, command, Version, cancel) is not { } refusal
            ? command is BreachCommand.Supplement
                ? RedirectToPage("/Privacy/Pages/Breaches/List")
                : RedirectToPage("/Privacy/Pages/Breaches/One", new { id = id.Value })
            : await Refuse(
                (command, refusal.Field) switch
                {
                    (BreachCommand.Tell, nameof(BreachCommand.Tell.At)) => refusal with { Field = nameof(ToldOn) },
                    (BreachCommand.Supplement, nameof(BreachCommand.Supplement.Text)) => refusal with { Field = nameof(More) },
                    _ => refusal,
                },
                cancel
            );
    }

    private async Task<IActionResult> Refuse(Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, texts);
        if (!await Load(cancel))
        {
            return NotFound();
        }

        // The form is shown again over the register as it is now.
        Version = Kept.Breach.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (!Guid.TryParse(RouteData.Values["id"] as string, out var id) || await desk.Find(current.Staff!, id, cancel) is not { } found)
        {
            return false;
        }

        Kept = found;
        return true;
    }
}
