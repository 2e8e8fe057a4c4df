using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Padu.Web;

namespace Padu.Channels.Notices;

/// <summary>Hands letters to the office's mail server, one connection a letter: a few a minute at most.</summary>
public sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    private const int TimeoutMilliseconds = 20_000;

    public async Task Send(MimeMessage message, CancellationToken cancel)
    {
        try
        {
            using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
            await client.ConnectAsync(
                settings.Host,
                settings.Port,
                settings.StartTls ? SecureSocketOptions.Auto : SecureSocketOptions.None,
                cancel
            );
            if (settings.User is { } user && SmtpSettings.Password is { } password)
            {
                await client.AuthenticateAsync(user, password, cancel);
            }

            await client.SendAsync(message, cancel);
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception e)
            when (e is SocketException or IOException or TimeoutException or ProtocolException or CommandException or SslHandshakeException)
        {
            // The library's message may quote the address; its kind does not.
            throw new MailNotSentException(e.GetType().Name);
        }
    }
}
