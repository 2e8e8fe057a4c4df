using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;
using Padu.Web;

namespace Padu.Channels.Notices.Pages;

/// <summary>The letters a demonstration would have sent; an installation has no such page.</summary>
[AllowAnonymous]
public sealed class LettersModel(HostSettings settings, FolderTransport folder) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<MimeMessage> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!settings.Demonstration)
        {
            return NotFound();
        }

        Letters = await folder.Newest(Most, cancel);
        return Page();
    }
}
