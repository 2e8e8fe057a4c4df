using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>What every page about one meeting shares on the desk.</summary>
[Authorize(Policy = Policies.Meetings)]
public abstract class MeetingPageModel(MeetingQueries queries, CurrentActor current) : DeskPageModel<MeetingFile, MeetingEvent>(current)
{
    public Meeting Meeting => Opened.Meeting;

    public bool Convenes => Meeting.Subject.Convenes(Reader.Office.Code);

    /// <summary>The minutes once they are approved; before that to the offices that convene only.</summary>
    protected bool ShowsMinutes => Meeting.HasPublishedMinutes || (Meeting.HeldAt is not null && Convenes);

    public ImmutableArray<MeetingAct> Offers => MeetingRules.Offers(Meeting, Reader);

    public string Root => $"/meja/rakor/{Meeting.Code}";

    /// <summary>The theme of the address; 0 where it names none that is a number.</summary>
    protected int ThemeOfRoute =>
        int.TryParse(RouteData.Values["tema"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var theme) ? theme : 0;

    protected override async Task<MeetingFile?> Find(Actor.Staff reader, CancellationToken cancel) =>
        MeetingSlug.Read(RouteData.Values["kode"]) is { } code
        && await queries.Open(code, cancel) is { } found
        && found.Meeting.Stage != MeetingStage.Archive
        && Access.May(reader, MeetingAct.Read, found.Meeting.Subject)
            ? found
            : null;

    protected IActionResult ToMeeting() => Redirect(Root);
}

/// <summary>What the pages of the acts share: a form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
public abstract class MeetingActPageModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingPageModel(queries, current)
{
    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected MeetingDesk Desk { get; } = desk;

    protected abstract MeetingAct Does { get; }

    /// <summary>Where the act's own page leads back to.</summary>
    protected virtual IActionResult Done() => ToMeeting();

    /// <summary>Whole parts of a meeting change at once, each with a version of its own (docs/adr/0018): any refusal may come from another's act.</summary>
    protected override bool TellsMeanwhile(Refusal refusal) => Version > 0;

    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToMeeting();

    protected async Task<IActionResult> Send(MeetingCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Meeting.Id, Reader, command, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel) =>
        refusal is null ? Done() : await Refused(refusal, Texts, cancel);

    protected PageResult Ask(string field) => Ask(field, Texts);
}

/// <summary>What the public pages of one meeting share: a plan and an unknown address are the same 404.</summary>
[AllowAnonymous]
public abstract class PublicMeetingPageModel(MeetingQueries queries) : PageModel
{
    /// <summary>The meeting; loaded before any handler runs.</summary>
    public MeetingFile Opened { get; private set; } = null!;

    public Meeting Meeting => Opened.Meeting;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerMethod is null
            || MeetingSlug.Read(RouteData.Values["kode"]) is not { } code
            || await queries.Open(code, HttpContext.RequestAborted) is not { Meeting.IsPublic: true } found
        )
        {
            context.Result = NotFound();
            return;
        }

        Opened = found;
        await next();
    }
}

/// <summary>The code of a meeting in an address.</summary>
internal static class MeetingSlug
{
    public static MeetingCode? Read(object? value) =>
        value is string { Length: > 0 and <= 60 } text && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? new MeetingCode(text.ToLowerInvariant())
            : null;
}
