using Microsoft.AspNetCore.Authorization;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Obligations.Pages.Desk;

/// <summary>The desk's board: what waits for this office's judgement, then what is owed within the reader's scope.</summary>
[Authorize(Policy = Policies.Obligations)]
public sealed class BoardModel(
    ObligationQueries queries,
    SourceRegister sources,
    OfficeRegister offices,
    ObligationWords words,
    CurrentActor current
) : BoardPageModel(queries, sources, offices, words)
{
    private readonly ObligationQueries queries = queries;
    private readonly SourceRegister sources = sources;

    public IReadOnlyList<ObligationLine> ToJudge { get; private set; } = [];

    public IReadOnlyDictionary<Guid, SourceName> JudgeSources { get; private set; } = new Dictionary<Guid, SourceName>();

    public override string Path => "/kerja-sama/kewajiban";

    public override bool OnDesk => true;

    public bool MayRecordRulings => Access.MayRecordRulings(current.Actor);

    public override bool MayFilter => Access.ScopeOfObligations(current.Actor).All;

    public async Task OnGet(BoardQuery asked, CancellationToken cancel)
    {
        var scope = Access.ScopeOfObligations(current.Actor);
        await Load(scope, scope.All ? asked : asked with { Kantor = scope.Office?.Value }, cancel);
        if (scope.All)
        {
            ToJudge = await queries.ToJudge(current.Staff!.Office.Code, cancel);
            JudgeSources = await sources.Of(ToJudge.Select(line => line.Row), cancel);
        }
    }
}
