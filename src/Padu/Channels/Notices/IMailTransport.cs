using MimeKit;

namespace Padu.Channels.Notices;

/// <summary>Carries a finished letter: a mail server in an installation, a folder that a page shows in a demonstration.</summary>
public interface IMailTransport
{
    Task Send(MimeMessage message, CancellationToken cancel);
}

/// <summary>The mail could not be handed over. Its message names the kind of failure and never an address.</summary>
/// <param name="permanent">Trying again cannot help.</param>
public sealed class MailNotSentException(string reason, bool permanent = false) : Exception(reason)
{
    public bool IsPermanent => permanent;
}
