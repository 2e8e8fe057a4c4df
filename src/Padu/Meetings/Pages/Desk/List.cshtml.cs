using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>What the own office convenes or is invited to, the newest on top.</summary>
[Authorize(Policy = Policies.Meetings)]
public sealed class ListModel(MeetingQueries queries, MeetingWords words, CurrentActor current) : PageModel
{
    public MeetingPage Meetings { get; private set; } = new([], null);

    public bool IsFurther { get; private set; }

    public bool MayConvene => Access.MayConvene(current.Actor);

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        IsFurther = setelah is not null;
        Meetings = await queries.Desk(Access.ScopeOfMeetings(current.Actor)!.Value, words.Language, setelah, cancel);
    }
}
