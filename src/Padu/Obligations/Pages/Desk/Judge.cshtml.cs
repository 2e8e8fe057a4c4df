using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations.Pages.Desk;

/// <summary>Accepts the evidence, or refuses it with a reason.</summary>
public sealed class JudgeModel(ObligationDesk desk, ObligationQueries queries, CurrentActor current, Texts texts)
    : ObligationActPageModel(desk, queries, current, texts)
{
    /// <summary><c>terima</c> or <c>tolak</c>.</summary>
    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ObligationEvent.EvidenceGiven? Given =>
        Opened.History.Select(one => one.Fact).OfType<ObligationEvent.EvidenceGiven>().LastOrDefault();

    public IEnumerable<GivenFile> LastFiles =>
        ObligationModel.FilesOf(Opened).GroupBy(file => file.Version).LastOrDefault() is { } last
        && last.Key == Opened.History.LastOrDefault(one => one.Fact is ObligationEvent.EvidenceGiven)?.Version
            ? last
            : [];

    protected override ObligationAct Does => ObligationAct.Judge;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        Verdict switch
        {
            "terima" => await Send(new ObligationCommand.Accept(Trimmed(Reason)), cancel),
            "tolak" => await Send(new ObligationCommand.RefuseEvidence(Trimmed(Reason) ?? ""), cancel),
            _ => Ask(nameof(Verdict)),
        };
}
