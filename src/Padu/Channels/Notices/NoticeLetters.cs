using System.Globalization;
using MimeKit;
using Padu.Domain.Complaints;
using Padu.Storage;
using Padu.Web;

namespace Padu.Channels.Notices;

/// <summary>
/// Writes the letters. The subject is the same for every case, the text names the public number and where to look, and both languages are there when the
/// complainant's is not Indonesian. The message id is made from the journal's position, so a mail sent twice is recognised as one.
/// </summary>
public sealed class NoticeLetters(Texts texts, SiteIdentity site, HostSettings settings, MailAddress sender)
{
    private static readonly CultureInfo Indonesian = Languages.All[0];

    public MimeMessage Write(DeliveryRow delivery, Complaint complaint, string address) =>
        Write(delivery, complaint.Language, complaint.Number.Value, "/lacak", address);

    /// <param name="number">The public number of what there is news of.</param>
    /// <param name="door">Where number and code are asked.</param>
    public MimeMessage Write(DeliveryRow delivery, Language written, string number, string door, string address)
    {
        var language = Languages.All.FirstOrDefault(one => one.TwoLetterISOLanguageName == Domain.CodeOf.Code(written)) ?? Indonesian;
        var words = texts.In(language);
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(site.Office ?? "Padu", sender.Value));
        // Only the address: a display name out of somebody's form is a way to inject recipients.
        message.To.Add(new MailboxAddress("", address));
        message.Subject = words["notice.subject"];
        message.MessageId = $"{delivery.Follower}.{delivery.Position.ToString(CultureInfo.InvariantCulture)}@{sender.Domain}";
        // RFC 3834: nobody's out-of-office answers a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart("plain") { Text = Body(words, delivery.Topic, number, door) };
        return message;
    }

    private string Body(Texts words, string topic, string number, string door)
    {
        var track = new Uri(settings.PublicUrl ?? new Uri(settings.Urls.Split(';')[0]), door);
        string[] lines =
        [
            .. settings.Demonstration ? new[] { words["demo.banner"], "" } : [],
            words["notice.greeting"],
            "",
            words[$"notice.{topic}", number],
            "",
            words["notice.look", track.ToString()],
            words["notice.code"],
            "",
            words["notice.free"],
            site.Office ?? "Padu",
        ];
        return string.Join("\r\n", lines) + "\r\n";
    }
}

/// <summary>From which address the installation writes.</summary>
public sealed record MailAddress(string Value)
{
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
