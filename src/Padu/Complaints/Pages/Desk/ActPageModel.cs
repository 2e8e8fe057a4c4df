using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// What the pages of the acts share. A form carries the version it was read at; when the case has moved on, nothing is written, what was typed stays,
/// and what happened meanwhile stands above it.
/// </summary>
public abstract class ActPageModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : CasePageModel(queries, current)
{
    /// <summary>The version the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<TimelineEntry> Meanwhile { get; private set; } = [];

    /// <summary>False when the act has become impossible while the form was being filled in.</summary>
    public bool IsStillPossible => Case.Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    /// <summary>The act this page does.</summary>
    protected abstract Act Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToCase();

    /// <summary>Sends the request to the desk; back to the case when it was written, to the form when it was refused.</summary>
    protected async Task<IActionResult> Send(ComplaintCommand command, CancellationToken cancel) =>
        await Written(command, cancel) is { } version ? ToCase(version) : Page();

    /// <summary>The version written, or null after a refusal that now stands in the form.</summary>
    protected async Task<int?> Written(ComplaintCommand command, CancellationToken cancel)
    {
        var acted = await desk.Act(Case.Complaint.Id, Case.Reader, command, Version, cancel);
        if (acted.Refusal is not { } refusal)
        {
            return acted.Version;
        }

        await Refuse(refusal, cancel);
        return null;
    }

    /// <summary>The answer to an act that another desk wrote: back to the case, or the form with its refusal.</summary>
    protected async Task<IActionResult> Answer(Refusal? refusal, int version, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return ToCase(version);
        }

        await Refuse(refusal, cancel);
        return Page();
    }

    private async Task Refuse(Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, Texts);
        if (await Load(cancel) && refusal.Code == "stale")
        {
            Meanwhile = CaseTimeline.For(Reader.Officer, Case.History.Where(recorded => recorded.Version > Version));
        }
    }

    /// <summary>An answer that is missing beside its question.</summary>
    protected PageResult Ask(string field)
    {
        ModelState.AddModelError(field, Texts["desk.choose"]);
        return Page();
    }

    protected static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The last line of an act's form.</summary>
/// <param name="Key">The words on the button.</param>
public sealed record SendButton(ActPageModel Page, string Key);
