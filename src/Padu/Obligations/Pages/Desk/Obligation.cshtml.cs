using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Obligations.Pages.Desk;

/// <summary>A file that was given as evidence, with its place.</summary>
public sealed record GivenFile(int Version, int Index, Evidence File);

/// <summary>One obligation: what is owed, why that day, evidence and judgements, and what may be done next.</summary>
public sealed class ObligationModel(ObligationQueries queries, CurrentActor current, SourceRegister sources)
    : ObligationPageModel(queries, current)
{
    public SourceName? Source { get; private set; }

    public IEnumerable<GivenFile> Files => FilesOf(Opened);

    /// <summary>Whose move it is, as a sentence with the office's name.</summary>
    public string MoverKey =>
        Obligation.State == ObligationState.EvidenceGiven ? "obligation.mover.judge"
        : Obligation.IsOpen ? "obligation.mover.owner"
        : "obligation.mover.nobody";

    public static IEnumerable<GivenFile> FilesOf(ObligationFile opened) =>
        from one in opened.History
        where one.Fact is ObligationEvent.EvidenceGiven { Evidence: not null }
        from file in ((ObligationEvent.EvidenceGiven)one.Fact).Evidence!.Value.Select((file, index) => (file, index))
        select new GivenFile(one.Version, file.index, file.file);

    public static string PathOf(ObligationAct act) =>
        act switch
        {
            ObligationAct.GiveEvidence => "bukti",
            ObligationAct.Judge => "nilai",
            ObligationAct.CarryOver => "teruskan",
            ObligationAct.Withdraw => "tarik",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string IconOf(ObligationAct act) =>
        act switch
        {
            ObligationAct.GiveEvidence => "paperclip",
            ObligationAct.Judge => "gavel",
            ObligationAct.CarryOver => "arrow-right",
            ObligationAct.Withdraw => "undo-2",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task OnGet(CancellationToken cancel)
    {
        var found = await sources.Of([ObligationRow.From(Obligation)], cancel);
        Source = found.GetValueOrDefault(Obligation.Source!.Stream);
    }
}
