using System.Globalization;
using Padu.Domain;
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
        if (offices.Row(office) is { Email: { } address, Institution: var institution })
        {
            var door = institution == Institution.Ombudsman ? "/ombudsman" : "/meja";
            await transport.Send(letters.Digest(delivery, offices.NameOf(office, "id"), waiting, door, address), cancel);
        }
    }

    private static string Write(OfficeCode office, IEnumerable<Waiting> waiting) =>
        string.Join(
            '/',
            waiting.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Matter.Code()}={one.Count}")).Prepend(office.Value)
        );

    private static (OfficeCode, IReadOnlyList<Waiting>) Read(string reference)
    {
        var parts = reference.Split('/');
        return (new OfficeCode(parts[0]), [.. parts.Skip(1).Select(part => part.Split('=')).Select(ReadOne)]);
    }

    private static Waiting ReadOne(string[] pair) =>
        new(CodeOf.Parse<WaitingMatter>(pair[0]), int.Parse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture));
}
