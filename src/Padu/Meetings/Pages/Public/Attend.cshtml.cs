using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Meetings.Pages.Public;

/// <summary>
/// Opened from the code on the wall: somebody in the room says for which office they are here. Who is signed in at a desk is here for that desk's office. The
/// name is sealed and read by the conveners only.
/// </summary>
public sealed class AttendModel(MeetingQueries queries, MeetingDesk desk, MeetingWords words, CurrentActor current, Texts texts)
    : PublicMeetingPageModel(queries)
{
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    /// <summary>The link is one of now.</summary>
    public bool Admitted { get; private set; }

    /// <summary>The office that was noted just now.</summary>
    public OfficeCode? Noted { get; private set; }

    /// <summary>The office of the desk this visitor is signed in at.</summary>
    public OfficeCode? Own => current.Staff is { } staff && Meeting.Concerned.Contains(staff.Office.Code) ? staff.Office.Code : null;

    public IEnumerable<Choice> Offices => Meeting.Concerned.Select(office => new Choice(office.Value, words.Office(office)));

    public async Task OnGet(string sandi, CancellationToken cancel) => Admitted = await desk.Admits(Meeting, sandi, cancel);

    public async Task<IActionResult> OnPost(string sandi, CancellationToken cancel)
    {
        Admitted = await desk.Admits(Meeting, sandi, cancel);
        if (!ModelState.IsValid || !Admitted)
        {
            return Page();
        }

        if ((Own ?? (string.IsNullOrEmpty(Office) ? null : new OfficeCode(Office))) is not { } office)
        {
            ModelState.AddModelError(nameof(Office), texts["desk.choose"]);
            return Page();
        }

        var post = string.IsNullOrWhiteSpace(Post) ? null : Post.Trim();
        var attend = new MeetingCommand.Attend(office, AttendanceWay.Code, Name?.Trim() ?? "", post);
        if (await desk.AttendByLink(Meeting, current.Actor, sandi, attend, cancel) is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        Noted = office;
        return Page();
    }
}
