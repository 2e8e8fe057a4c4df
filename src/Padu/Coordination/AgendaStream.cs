using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>The stream <c>agenda/{id}</c>: names on the wire, keys, read rows.</summary>
public sealed class AgendaStream : StreamKind<Agenda, AgendaEvent>
{
    public const string Proposed = "agenda.proposed.v1";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        [Proposed] = typeof(AgendaEvent.Proposed),
        ["agenda.countered.v1"] = typeof(AgendaEvent.Countered),
        ["agenda.accepted.v1"] = typeof(AgendaEvent.Accepted),
        ["agenda.declined.v1"] = typeof(AgendaEvent.Declined),
        ["agenda.moved.v1"] = typeof(AgendaEvent.Moved),
        ["agenda.occurrence-moved.v1"] = typeof(AgendaEvent.OccurrenceMoved),
        ["agenda.occurrence-cancelled.v1"] = typeof(AgendaEvent.OccurrenceCancelled),
        ["agenda.cancelled.v1"] = typeof(AgendaEvent.Cancelled),
        ["agenda.planned.v1"] = typeof(AgendaEvent.Planned),
        ["agenda.people-named.v1"] = typeof(AgendaEvent.PeopleNamed),
        ["agenda.file-added.v1"] = typeof(AgendaEvent.FileAdded),
        ["agenda.outcome-recorded.v1"] = typeof(AgendaEvent.OutcomeRecorded),
    };

    public override string Prefix => "agenda";

    public override Agenda Empty => Agenda.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Agenda Evolve(Agenda state, AgendaEvent fact, Instant occurredAt) => Agenda.Evolve(state, fact, occurredAt);

    /// <summary>Each institution writes under a record key of its own; names of people lie under a key that can be destroyed apart.</summary>
    public override Custody CustodyOf(AgendaEvent fact) => new(fact is AgendaEvent.PeopleNamed ? KeyPurpose.Identity : KeyPurpose.Record);

    /// <summary>Both read it: the agenda is of both.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Agenda state, KeyPurpose purpose, Institution institution) =>
        [institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu];

    public override IEnumerable<object> Rows(Guid id, Agenda state) => [AgendaRow.From(state), .. AgendaDayRow.From(state)];
}
