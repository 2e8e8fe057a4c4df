using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Examinations.Pages.Desk;

/// <summary>What the plenary decided: accepted, which gives the report its number, or not accepted, with a reason of the closed list.</summary>
public sealed class PlenaryModel(
    ExaminationDesk desk,
    ExaminationQueries queries,
    CurrentActor current,
    OfficeRegister offices,
    ExaminationWords words,
    IClock clock,
    Texts texts
) : ReportActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? PlenaryOn { get; set; }

    /// <summary><c>terima</c>, or a code of <see cref="DeclineReason"/>.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>The code of the body that is competent.</summary>
    [BindProperty]
    public string? Suggestion { get; set; }

    /// <summary>To the complainant where it is not accepted; otherwise the Ombudsman's own note.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>A report that skips the ordinary order can only be accepted.</summary>
    public IEnumerable<DeclineReason> Reasons =>
        Report.Examination.Stage == ExaminationStage.Verified ? Enum.GetValues<DeclineReason>() : [];

    /// <summary>The bodies of this province and the national ones that have no desk here.</summary>
    public IEnumerable<Choice> Bodies =>
        offices
            .Tree.All.Where(office => office.Institution == Institution.Other)
            .Select(office => new Choice(office.Code.Value, offices.NameOf(office.Code, Languages.Current)));

    protected override ExaminationAct Does => ExaminationAct.Plenary;

    public void OnGet() => PlenaryOn = words.Legal.DayOf(clock.GetCurrentInstant());

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (PlenaryOn is not { } held)
        {
            return Ask(nameof(PlenaryOn));
        }

        if (Decision == "terima")
        {
            return await Send(new ExaminationCommand.Register(held, Trimmed(Text)), cancel);
        }

        if (!CodeOf.TryParse<DeclineReason>(Decision, out var reason))
        {
            return Ask(nameof(Decision));
        }

        var body = Trimmed(Suggestion) is { } code ? offices.Find(new OfficeCode(code)) : null;
        return await Send(new ExaminationCommand.Decline(reason, body, held, Trimmed(Text) ?? ""), cancel);
    }
}
