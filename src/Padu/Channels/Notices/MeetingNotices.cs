using System.Globalization;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Channels.Notices;

/// <summary>
/// Tells the offices of a coordination meeting, at their own addresses, that they are invited, that it is moved or cancelled, and that its minutes are
/// approved: then decisions have become theirs. The letter says when and where to look, nothing of what anybody wrote.
/// </summary>
public sealed class MeetingNotices(
    OfficeRegister offices,
    MeetingQueries queries,
    NoticeLetters letters,
    IMailTransport transport,
    IClock clock
) : IFollower
{
    private const string Invited = "diundang";
    private const string Moved = "dipindah";
    private const string Cancelled = "dibatalkan";
    private const string Minutes = "notula";

    /// <summary>An installation that gets this program after years of meetings writes no letters about them.</summary>
    private static readonly Duration StillNews = Duration.FromDays(14);

    public string Name => "kabar-rakor";

    /// <summary>A delivery for each office that has an address, so that one address that is refused stops no other; which of them sit in the meeting is seen then.</summary>
    public IEnumerable<Delivery> Turn(FollowedEvent fact) =>
        TopicOf(fact.Fact) is { } topic
            ? offices.Rows.Where(row => row.Email is not null).Select(row => new Delivery(topic, Write(fact, row.Code)))
            : [];

    /// <exception cref="MailNotSentException">The server did not take it; it is tried again later.</exception>
    public async Task Deliver(DeliveryRow delivery, CancellationToken cancel)
    {
        var (id, at, office) = Read(delivery.Reference);
        var meeting = await queries.State(id, cancel);
        if (meeting.Concerned.Contains(office) && IsNews(delivery.Topic, meeting, at) && offices.Row(office)?.Email is { } address)
        {
            var letter = letters.Meeting(delivery, offices.NameOf(office, "id"), meeting.Starts, $"/meja/rakor/{meeting.Code}", address);
            await transport.Send(letter, cancel);
        }
    }

    /// <summary>What was overtaken meanwhile is told by the letter that overtook it; what is over is told no more.</summary>
    private bool IsNews(string topic, Meeting meeting, Instant at) =>
        topic switch
        {
            Invited or Moved => meeting.Stage == MeetingStage.Invited && meeting.Starts > clock.GetCurrentInstant(),
            Cancelled => meeting.Starts > clock.GetCurrentInstant(),
            // The approval of one convener is not yet that of all.
            Minutes => meeting.ApprovedAt == at && clock.GetCurrentInstant() - at < StillNews,
            _ => throw new System.Diagnostics.UnreachableException($"No such news: {topic}."),
        };

    private static string? TopicOf(object fact) =>
        fact switch
        {
            MeetingEvent.InvitationsSent => Invited,
            MeetingEvent.Moved => Moved,
            MeetingEvent.Cancelled => Cancelled,
            MeetingEvent.MinutesApproved => Minutes,
            _ => null,
        };

    private static string Write(FollowedEvent fact, OfficeCode office) =>
        string.Create(CultureInfo.InvariantCulture, $"{fact.Id:N}/{Moments.ToMicros(fact.OccurredAt)}/{office}");

    private static (MeetingId, Instant, OfficeCode) Read(string reference)
    {
        var parts = reference.Split('/');
        return (
            new MeetingId(Guid.ParseExact(parts[0], "N")),
            Moments.FromMicros(long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture)),
            new OfficeCode(parts[2])
        );
    }
}
