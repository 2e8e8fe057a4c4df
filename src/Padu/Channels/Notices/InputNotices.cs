using System.Globalization;
using Padu.Coordination;
using Padu.Domain.Coordination;
using Padu.Storage;

namespace Padu.Channels.Notices;

/// <summary>
/// Tells the author of an input by e-mail that there is news, where an address was left for that. The mail says where to look: never what was suggested,
/// never the code.
/// </summary>
public sealed class InputNotices(InputQueries queries, NoticeLetters letters, IMailTransport transport) : IFollower
{
    /// <summary>How the topics of these letters begin.</summary>
    private const string OfInputs = "masukan.";

    public string Name => "kabar-masukan";

    public IEnumerable<Delivery> Turn(FollowedEvent fact) =>
        TopicOf(fact.Fact) is { } topic ? [new Delivery($"{OfInputs}{topic}", fact.Id.ToString("D", CultureInfo.InvariantCulture))] : [];

    /// <exception cref="MailNotSentException">The server did not take it; it is tried again later.</exception>
    public async Task Deliver(DeliveryRow delivery, CancellationToken cancel)
    {
        var input = await queries.State(new InputId(Guid.ParseExact(delivery.Reference, "D")), cancel);
        // The address is opened only now, is used once and is kept nowhere. Who erased it is not written to.
        if (await queries.AddressOf(input, cancel) is { } address)
        {
            await transport.Send(letters.Write(delivery, input.Language, input.Number.Value, "/masukan/lacak", address), cancel);
        }
    }

    private static string? TopicOf(object fact) =>
        fact switch
        {
            InputEvent.Received { From: null } => "diterima",
            InputEvent.Acknowledged => "dipelajari",
            InputEvent.Answered => "dijawab",
            InputEvent.ChangeTold => "berubah",
            _ => null,
        };
}
