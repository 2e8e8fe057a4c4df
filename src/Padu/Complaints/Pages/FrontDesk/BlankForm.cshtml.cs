using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Complaints.Pages.FrontDesk;

/// <summary>
/// The form on paper, for a day without network or whoever prefers to write: filled in by hand, received with hour and stamp, entered later with that moment.
/// </summary>
[AllowAnonymous]
public sealed class BlankFormModel : PageModel
{
    public void OnGet() { }
}
