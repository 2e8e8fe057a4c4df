using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>
/// Shown on the wall of the room: the link of these minutes as a QR code, and the offices that have signed in. The page asks for itself again, so that
/// the link is always one of now; it has no field that could be lost.
/// </summary>
public sealed class AttendanceCodeModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, HostSettings settings)
    : MeetingPageModel(queries, current)
{
    private const int SecondsShown = 120;

    public Uri? Link { get; private set; }

    public QrCode Qr { get; private set; } = QrCode.Empty;

    protected override bool IsThere() => Access.May(Reader, MeetingAct.OpenAttendance, Meeting.Subject);

    public async Task OnGet(CancellationToken cancel)
    {
        if (await desk.AttendanceWord(Meeting, cancel) is not { } word)
        {
            return;
        }

        Link = new Uri(settings.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}"), $"/rakor/{Meeting.Code}/hadir/{word}");
        Qr = QrCode.Of(Link.AbsoluteUri);
        Response.Headers["Refresh"] = SecondsShown.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
