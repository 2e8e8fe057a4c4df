using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;

namespace Padu.Organisations.Pages;

/// <summary>The offices whose address and channels this administrator keeps.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class OfficeListModel(OfficeRegister offices, CurrentActor actor) : PageModel
{
    public IEnumerable<OfficeRow> Offices => offices.Rows.Where(row => Administration.MayFill(actor.Actor, row.Office, Role.AgencyAdmin));
}
