using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>The stream <c>obligation/{id}</c>: names on the wire, keys, read rows.</summary>
public sealed class ObligationStream : StreamKind<Obligation, ObligationEvent>
{
    /// <summary>What anybody may read of an obligation in words: its title.</summary>
    public const string Promised = "obligation.promised.v1";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        [Promised] = typeof(ObligationEvent.Promised),
        ["obligation.evidence-given.v1"] = typeof(ObligationEvent.EvidenceGiven),
        ["obligation.evidence-refused.v1"] = typeof(ObligationEvent.EvidenceRefused),
        ["obligation.accepted.v1"] = typeof(ObligationEvent.Accepted),
        ["obligation.overdue.v1"] = typeof(ObligationEvent.Overdue),
        ["obligation.recounted.v1"] = typeof(ObligationEvent.Recounted),
        ["obligation.carried-over.v1"] = typeof(ObligationEvent.CarriedOver),
        ["obligation.lapsed.v1"] = typeof(ObligationEvent.Lapsed),
        ["obligation.withdrawn.v1"] = typeof(ObligationEvent.Withdrawn),
    };

    public override string Prefix => "obligation";

    public override Obligation Empty => Obligation.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Obligation Evolve(Obligation state, ObligationEvent fact, Instant occurredAt) =>
        Obligation.Evolve(state, fact, occurredAt);

    /// <summary>Each institution writes under a record key of its own …</summary>
    public override Custody CustodyOf(ObligationEvent fact) => new(KeyPurpose.Record);

    /// <summary>… and both read it: the board is one for both.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Obligation state, KeyPurpose purpose, Institution institution) =>
        [institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu];

    public override IEnumerable<object> Rows(Guid id, Obligation state) => [ObligationRow.From(state)];
}
