using Microsoft.AspNetCore.Authorization;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations.Pages.Public;

/// <summary>What was promised, by whom, until when, and how it stands: for anybody.</summary>
[AllowAnonymous]
[Compressed]
public sealed class BoardModel(ObligationQueries queries, SourceRegister sources, OfficeRegister offices, ObligationWords words)
    : BoardPageModel(queries, sources, offices, words)
{
    public override string Path => "/kewajiban";

    public override bool OnDesk => false;

    public Task OnGet(BoardQuery asked, CancellationToken cancel) => Load(scope: null, asked, cancel);
}
