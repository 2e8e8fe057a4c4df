using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>What the pages of the acts share: the act each does, and where its answer leads.</summary>
public abstract class ActPageModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : CasePageModel(queries, current)
{
    /// <summary>What others did since the form was read, as the timeline tells it.</summary>
    public IReadOnlyList<TimelineEntry> Missed => CaseTimeline.For(TimelineReader.Officer, Meanwhile);

    /// <summary>False when the act has become impossible while the form was being filled in.</summary>
    public bool IsStillPossible => Case.Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    /// <summary>The act this page does.</summary>
    protected abstract Act Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToCase();

    /// <summary>Sends the request to the desk; back to the case when it was written, to the form when it was refused.</summary>
    protected async Task<IActionResult> Send(ComplaintCommand command, CancellationToken cancel) =>
        await Written(command, cancel) is { } version ? await Onward(version, cancel) : Page();

    /// <summary>The same for an act that the desk has a door of its own for.</summary>
    protected async Task<IActionResult> Done(Func<Task<Acted<Complaint>>> act, CancellationToken cancel) =>
        await Written(act, cancel) is { } version ? await Onward(version, cancel) : Page();

    /// <summary>Back to the case; to the worklist where the act has taken the case out of this reader's sight.</summary>
    protected async Task<IActionResult> Onward(int written, CancellationToken cancel) =>
        await Load(cancel) ? ToCase(written) : RedirectToPage("/Complaints/Pages/Desk/Worklist");

    /// <summary>The version written, or null after a refusal that now stands in the form.</summary>
    protected Task<int?> Written(ComplaintCommand command, CancellationToken cancel) =>
        Written(() => desk.Act(Case.Complaint.Id, Case.Reader, command, Version, cancel), cancel);

    private async Task<int?> Written(Func<Task<Acted<Complaint>>> act, CancellationToken cancel)
    {
        var acted = await act();
        if (acted.Refusal is not { } refusal)
        {
            return acted.Version;
        }

        await Refuse(refusal, Texts, cancel);
        return null;
    }

    /// <summary>The answer to an act that another desk wrote: back to the case, or the form with its refusal.</summary>
    protected async Task<IActionResult> Answer(Refusal? refusal, int version, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return ToCase(version);
        }

        await Refuse(refusal, Texts, cancel);
        return Page();
    }

    /// <summary>An answer that is missing beside its question.</summary>
    protected PageResult Ask(string field) => Ask(field, Texts);
}

/// <summary>The last line of an act's form.</summary>
/// <param name="Key">The words on the button.</param>
public sealed record SendButton(ActPageModel Page, string Key);
