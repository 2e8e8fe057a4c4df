using Microsoft.AspNetCore.Mvc;
using Padu.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Says which stage of an election a case concerns and which ad hoc body it is about.</summary>
public sealed class ConcernModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    Law law,
    StageWords words,
    AdHocBodies bodies
) : ActPageModel(desk, queries, current, texts)
{
    /// <summary>As <see cref="StageWords"/> writes it; empty for none.</summary>
    [BindProperty]
    public string? Stage { get; set; }

    /// <summary>The code of an ad hoc body; empty for none.</summary>
    [BindProperty]
    public string? Body { get; set; }

    public IEnumerable<Choice> Stages =>
        words.Choices(
            law.Elections.All.Where(one => one.Covers(Case.Complaint.Region?.Value ?? Case.Complaint.Number.Value[..2]))
                .SelectMany(one => one.Stages.Select(stage => (one, stage)))
        );

    protected override Act Does => Act.Concern;

    public void OnGet() =>
        (Stage, Body) = (Case.Complaint.Concern is { } stage ? StageWords.Write(stage) : null, Case.Complaint.Body?.Value);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var stage = words.Find(Trimmed(Stage));
        if (stage is null && Trimmed(Stage) is not null)
        {
            return Ask(nameof(Stage));
        }

        var body = Trimmed(Body) is { } code ? await bodies.Find(new AdHocCode(code), cancel) : null;
        if (body is null && Trimmed(Body) is not null)
        {
            ModelState.AddRefusal(new Domain.Refusal("concern.no-such-body", nameof(Body)), Texts);
            return Page();
        }

        return await Send(new ComplaintCommand.NameStage(stage, body?.Body), cancel);
    }
}
