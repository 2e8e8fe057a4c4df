using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>What the pages of the acts share: the act each does, and where its answer leads.</summary>
public abstract class ReportActPageModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportPageModel(queries, current)
{
    /// <summary>What others did since the form was read, as the timeline tells it.</summary>
    public IReadOnlyList<TimelineEntry> Missed => ExaminationTimeline.For(Audience.Ombudsman, Meanwhile);

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

        await Refuse(refusal, Texts, cancel);
        return null;
    }

    /// <summary>An answer that is missing beside its question.</summary>
    protected PageResult Ask(string field) => Ask(field, Texts);
}

/// <summary>The last line of an act's form.</summary>
/// <param name="Key">The words on the button.</param>
public sealed record ReportButton(ReportActPageModel Page, string Key);
