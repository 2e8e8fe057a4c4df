using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Letters;

/// <summary>What every page about one letter shares on the desk.</summary>
[Authorize(Policy = Policies.Desk)]
public abstract class LetterPageModel(LetterQueries queries, CurrentActor current) : DeskPageModel<LetterOnDesk, LetterEvent>(current)
{
    public LetterFile Kept => Opened.File;

    public Letter Letter => Opened.File.Letter;

    public string Root => $"/meja/surat/{Letter.Id}";

    protected override async Task<LetterOnDesk?> Find(Actor.Staff reader, CancellationToken cancel) =>
        Guid.TryParse(RouteData.Values["id"] as string, out var id) ? await queries.Open(reader, new LetterId(id), cancel) : null;

    protected IActionResult ToLetter() => Redirect(Root);
}

/// <summary>What the pages of the acts share: a form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
public abstract class LetterActPageModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterPageModel(queries, current)
{
    public bool IsStillPossible => Opened.Offers.Contains(Does);

    /// <summary>The letter as it stands, to be read before anything is done with it.</summary>
    public LetterPaper? Paper => papers.Of(HttpContext, Kept, settings);

    protected Texts Texts { get; } = texts;

    protected LetterDesk Desk { get; } = desk;

    protected abstract LetterAct Does { get; }

    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToLetter();

    protected async Task<IActionResult> Send(LetterCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Letter, Opened.Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel) =>
        refusal is null ? ToLetter() : await Refused(refusal, Texts, cancel);

    protected PageResult Ask(string field) => Ask(field, Texts);
}
