using System.Globalization;
using MimeKit;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Channels.Notices;

/// <summary>
/// Writes the letters. The subject is the same for every case, the text names the public number and where to look, and both languages are there when the
/// complainant's is not Indonesian. The message id is made from the journal's position and the letter's place in it, so a mail sent twice is recognised as one.
/// </summary>
public sealed class NoticeLetters(
    Texts texts,
    SiteIdentity site,
    HostSettings settings,
    MailAddress sender,
    IClock clock,
    DateTimeZone zone
)
{
    private static readonly CultureInfo Indonesian = Languages.All[0];

    public MimeMessage Write(DeliveryRow delivery, Complaint complaint, string address) =>
        Write(delivery, complaint.Language, complaint.Number.Value, "/lacak", address);

    /// <param name="number">The public number of what there is news of.</param>
    /// <param name="door">Where number and code are asked.</param>
    public MimeMessage Write(DeliveryRow delivery, Language written, string number, string door, string address)
    {
        var language = Languages.All.FirstOrDefault(one => one.TwoLetterISOLanguageName == written.Code()) ?? Indonesian;
        var words = texts.In(language);
        return Message(delivery, words["notice.subject"], Body(words, delivery.Topic, number, door), address);
    }

    /// <summary>What waits in an office, for that office: numbers, and where the lists are.</summary>
    /// <param name="door">The desk of that office.</param>
    public MimeMessage Digest(DeliveryRow delivery, string office, IReadOnlyList<Waiting> waiting, string door, string address)
    {
        var words = texts.In(Indonesian);
        string[] lines =
        [
            .. Banner(words),
            words["digest.greeting", office],
            "",
            .. waiting.Select(one => $"- {words[$"digest.{one.Matter.Code()}", one.Count]}"),
            "",
            words["digest.look", Address(door).ToString()],
            words["digest.why"],
        ];
        return Message(delivery, words["digest.subject"], Joined(lines), address);
    }

    /// <summary>News of a meeting for an office that is invited to it or convenes it: when it is, and where to look.</summary>
    /// <param name="door">The meeting on the desk of whoever reads.</param>
    public MimeMessage Meeting(DeliveryRow delivery, string office, Instant starts, string door, string address)
    {
        var words = texts.In(Indonesian);
        var when = new Say(words, clock, zone).Moment(starts);
        string[] lines =
        [
            .. Banner(words),
            words["rakor.greeting", office],
            "",
            words[$"rakor.{delivery.Topic}", when],
            "",
            words["rakor.look", Address(door).ToString()],
            words["rakor.why"],
        ];
        return Message(delivery, words[$"rakor.subject.{delivery.Topic}"], Joined(lines), address);
    }

    private string[] Banner(Texts words) => settings.Demonstration ? [words["demo.banner"], ""] : [];

    private MimeMessage Message(DeliveryRow delivery, string subject, string body, string address)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(site.Office ?? "Padu", sender.Value));
        // Only the address: a display name out of somebody's form is a way to inject recipients.
        message.To.Add(new MailboxAddress("", address));
        message.Subject = subject;
        message.MessageId = string.Create(
            CultureInfo.InvariantCulture,
            $"{delivery.Follower}.{delivery.Position}.{delivery.Ordinal}@{sender.Domain}"
        );
        // RFC 3834: nobody's out-of-office answers a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart("plain") { Text = body };
        return message;
    }

    private Uri Address(string door) => new(settings.PublicUrl ?? new Uri(settings.Urls.Split(';')[0]), door);

    private static string Joined(string[] lines) => string.Join("\r\n", lines) + "\r\n";

    private string Body(Texts words, string topic, string number, string door)
    {
        string[] lines =
        [
            .. Banner(words),
            words["notice.greeting"],
            "",
            words[$"notice.{topic}", number],
            "",
            words["notice.look", Address(door).ToString()],
            words["notice.code"],
            "",
            words["notice.free"],
            site.Office ?? "Padu",
        ];
        return Joined(lines);
    }
}

/// <summary>From which address the installation writes.</summary>
public sealed record MailAddress(string Value)
{
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
