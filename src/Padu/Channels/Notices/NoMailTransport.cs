using MimeKit;

namespace Padu.Channels.Notices;

/// <summary>An installation without a mail server: every complainant becomes somebody an officer has to tell.</summary>
public sealed class NoMailTransport : IMailTransport
{
    public Task Send(MimeMessage message, CancellationToken cancel) => throw new MailNotSentException("no-mail-server", permanent: true);
}
