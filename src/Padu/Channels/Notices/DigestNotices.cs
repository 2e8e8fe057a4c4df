using System.Globalization;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Channels.Notices;

/// <summary>
/// Sends an office its digest, to the office's own address. It holds numbers and where to look: no case, no name. An office that has taken its address out
/// of the register meanwhile is not written to.
/// </summary>
public sealed class DigestNotices(OfficeRegister offices, NoticeLetters letters, IMailTransport transport) : IFollower
{
    private const string Topic = "ringkasan";

    public string Name => "ringkasan-harian";

    public IEnumerable<Delivery> Turn(FollowedEvent fact) =>
        fact.Fact is DigestEvent.Due { Office: var office, Waiting: var waiting } ? [new Delivery(Topic, Write(office, waiting))] : [];

    /// <exception cref="MailNotSentException">The server did not take it; it is tried again later.</exception>
    public async Task Deliver(DeliveryRow delivery, CancellationToken cancel)
    {
        var (office, waiting) = Read(delivery.Reference);
        if (offices.Row(office)?.Email is { } address)
        {
            await transport.Send(letters.Digest(delivery, offices.NameOf(office, "id"), waiting, address), cancel);
        }
    }

    private static string Write(OfficeCode office, Waiting waiting) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{office}/{waiting.Late}/{waiting.Soon}/{waiting.Triage}/{waiting.Approval}/{waiting.Contact}"
        );

    private static (OfficeCode, Waiting) Read(string reference)
    {
        var parts = reference.Split('/');
        int At(int index) => int.Parse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture);
        return (new OfficeCode(parts[0]), new Waiting(At(1), At(2), At(3), At(4), At(5)));
    }
}
