using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>What the plenary concluded, in words that the complainant and the office complained about read.</summary>
public sealed class ConcludeModel(
    ExaminationDesk desk,
    ExaminationQueries queries,
    CurrentActor current,
    ExaminationWords words,
    IClock clock,
    Texts texts
) : ReportActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? PlenaryOn { get; set; }

    /// <summary>A code of <see cref="Domain.Complaints.Conclusion"/>.</summary>
    [BindProperty]
    public string? Conclusion { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>A code of <see cref="SettlementOutcome"/>; empty where there was no mediation.</summary>
    [BindProperty]
    public string? Settlement { get; set; }

    /// <summary>Each side was heard for itself.</summary>
    [BindProperty]
    public bool Apart { get; set; }

    protected override ExaminationAct Does => ExaminationAct.Conclude;

    public void OnGet() => PlenaryOn = words.Legal.DayOf(clock.GetCurrentInstant());

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        PlenaryOn is not { } held ? Ask(nameof(PlenaryOn))
        : CodeOf.TryParse<Conclusion>(Conclusion, out var conclusion)
            ? await Send(new ExaminationCommand.Conclude(conclusion, held, Trimmed(Text) ?? "") { Settlement = Told }, cancel)
        : Ask(nameof(Conclusion));

    private Settlement? Told => CodeOf.TryParse<SettlementOutcome>(Settlement, out var outcome) ? new Settlement(outcome, Apart) : null;
}
