using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Meetings.Pages.Public;

/// <summary>Meetings the offices were invited to, and the historical record.</summary>
[AllowAnonymous]
[Compressed]
public sealed class IndexModel(MeetingQueries queries, MeetingWords words) : PageModel
{
    public MeetingPage Current { get; private set; } = new([], null);

    public MeetingPage History { get; private set; } = new([], null);

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        Current = await queries.Public(MeetingShelf.Open, words.Language, setelah, cancel);
        History = await queries.Public(MeetingShelf.History, words.Language, after: null, cancel);
    }
}
