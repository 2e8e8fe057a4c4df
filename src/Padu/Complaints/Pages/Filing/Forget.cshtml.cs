using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Complaints.Pages.Filing;

/// <summary><i>Hapus dan keluar</i>: the draft goes from the server and the cookie from the device, at once.</summary>
[AllowAnonymous]
public sealed class ForgetModel(DraftStore drafts) : PageModel
{
    public void OnGet() { }

    public async Task OnPost(CancellationToken cancel)
    {
        await drafts.Forget(HttpContext, cancel);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }
}
