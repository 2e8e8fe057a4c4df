using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Agreements.Pages.Desk;

/// <summary>One agreement on the desk: the last draft, who has approved and signed, what is owed from each clause, and what may be done next.</summary>
public sealed class AgreementModel(AgreementQueries queries, CurrentActor current, AgreementWords words, AgreementFigures figures)
    : AgreementPageModel(queries, current)
{
    public IReadOnlyList<AgreementBranch> Tree { get; private set; } = [];

    public IEnumerable<(Recorded<AgreementEvent> Event, AgreementEvent.Drafted Fact)> Earlier =>
        Opened.Drafts.Where(one => one.Fact.Draft < Agreement.Draft).Reverse();

    /// <summary>What hangs under it: a plan under an agreement, an activity under a plan.</summary>
    public AgreementKind ChildKind => Agreement.Kind == AgreementKind.Plan ? AgreementKind.Activity : AgreementKind.Plan;

    public bool MayAddChild => Agreement is { Stage: AgreementStage.InForce, Kind: not AgreementKind.Activity } && Access.MayDraft(Reader);

    /// <summary>A successor may be drafted while it is in force and after it ended, not after it was renewed.</summary>
    public bool MayRenew =>
        Agreement is { Stage: AgreementStage.InForce or AgreementStage.Ended, NeedsSignatures: true } && Access.MayDraft(Reader);

    public IEnumerable<ObligationLine> OwedFrom(int clause) =>
        Tree.Take(1).SelectMany(branch => branch.Owed).Where(line => line.Row.SourceItem == clause);

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(AgreementAct act) =>
        act switch
        {
            AgreementAct.Draft => "rancangan",
            AgreementAct.Approve => "setujui",
            AgreementAct.Sign => "tandatangani",
            AgreementAct.AddDocument => "dokumen",
            AgreementAct.End => "akhiri",
            AgreementAct.Evaluate => "evaluasi",
            AgreementAct.AgreeEvaluation => "sepakati-evaluasi",
            AgreementAct.Promise => "kewajiban",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string IconOf(AgreementAct act) =>
        act switch
        {
            AgreementAct.Draft => "pencil",
            AgreementAct.Approve or AgreementAct.AgreeEvaluation => "circle-check",
            AgreementAct.Sign => "handshake",
            AgreementAct.AddDocument => "paperclip",
            AgreementAct.End => "archive",
            AgreementAct.Evaluate => "file-text",
            AgreementAct.Promise => "plus",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task OnGet(CancellationToken cancel) => Tree = await figures.Tree(Agreement.Id, words.Language, onDesk: true, cancel);
}
