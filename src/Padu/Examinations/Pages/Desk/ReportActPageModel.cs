using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>
/// What the pages of the acts share. A form carries the version it was read at; when the report has moved on, nothing is written, what was typed stays,
/// and what happened meanwhile stands above it.
/// </summary>
public abstract class ReportActPageModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportPageModel(queries, current)
{
    /// <summary>The version the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<TimelineEntry> Meanwhile { get; private set; } = [];

    /// <summary>False when the act has become impossible while the form was being filled in.</summary>
    public bool IsStillPossible => Report.Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected ExaminationDesk Desk { get; } = desk;

    /// <summary>The act this page does.</summary>
    protected abstract ExaminationAct Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToReport();

    /// <summary>Sends the request to the desk; back to the report when it was written, to the form when it was refused.</summary>
    protected async Task<IActionResult> Send(ExaminationCommand command, CancellationToken cancel) =>
        await Written(command, cancel) is { } version ? ToReport(version) : Page();

    /// <summary>The version written, or null after a refusal that now stands in the form.</summary>
    protected async Task<int?> Written(ExaminationCommand command, CancellationToken cancel)
    {
        var acted = await Desk.Act(Report.Examination.Id, Report.Reader, command, Version, cancel);
        if (acted.Refusal is not { } refusal)
        {
            return acted.Version;
        }

        await Refuse(refusal, cancel);
        return null;
    }

    protected async Task Refuse(Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, Texts);
        if (await Load(cancel) && refusal.Code == "stale")
        {
            Meanwhile = ExaminationTimeline.For(Audience.Ombudsman, Report.History.Where(recorded => recorded.Version > Version));
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
public sealed record ReportButton(ReportActPageModel Page, string Key);
