using System.Collections.Immutable;
using System.Globalization;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>
/// Carries the answer of a leading case to each of its members, and lets them go when it ends without one. It follows the journal, so that a crash in the
/// midst of forty leaves none behind; repeating is harmless, because a member that was answered follows no more.
/// </summary>
public sealed class GroupFollower(ComplaintQueries queries, ComplaintDesk desk) : IFollower
{
    private const string Answered = "jawaban";
    private const string Ended = "berakhir";
    private const int Batch = 100;

    public string Name => "kelompok";

    public IEnumerable<Delivery> Turn(FollowedEvent fact) =>
        fact.Fact switch
        {
            ComplaintEvent.Answered => [new Delivery(Answered, string.Create(CultureInfo.InvariantCulture, $"{fact.Id:D}/{fact.Version}"))],
            ComplaintEvent.Closed => [new Delivery(Ended, string.Create(CultureInfo.InvariantCulture, $"{fact.Id:D}/{fact.Version}"))],
            _ => [],
        };

    public async Task Deliver(DeliveryRow delivery, CancellationToken cancel)
    {
        var parts = delivery.Reference.Split('/');
        var lead = new ComplaintId(Guid.ParseExact(parts[0], "D"));
        var version = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if ((await queries.State(lead, cancel)).MemberCount == 0)
        {
            return;
        }

        var told = (await queries.History(lead, cancel)).First(recorded => recorded.Version == version);
        // On behalf of the office that answered: each member's history says who did.
        var actor = new Actor.System(told.Office);
        ComplaintCommand command = told.Fact is ComplaintEvent.Answered { Text: { } text } answer
            ? new ComplaintCommand.FollowLead(lead, version, text, answer.Evidence ?? ImmutableArray<Evidence>.Empty)
            : new ComplaintCommand.Release(lead);
        while (await queries.Following(lead, Batch, cancel) is { Count: > 0 } members)
        {
            foreach (var member in members)
            {
                await desk.Act(member, actor, command, cancel: cancel);
            }

            if (members.Count < Batch)
            {
                return;
            }
        }
    }
}
