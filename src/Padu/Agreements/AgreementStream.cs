using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Agreements;

/// <summary>The stream <c>agreement/{id}</c>: names on the wire, keys, read rows.</summary>
public sealed class AgreementStream : StreamKind<Agreement, AgreementEvent>
{
    public const string Drafted = "agreement.drafted.v1";
    public const string Recorded = "agreement.recorded.v1";
    public const string Evaluated = "agreement.evaluated.v1";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["agreement.begun.v1"] = typeof(AgreementEvent.Begun),
        [Drafted] = typeof(AgreementEvent.Drafted),
        ["agreement.approved.v1"] = typeof(AgreementEvent.Approved),
        ["agreement.signed.v1"] = typeof(AgreementEvent.SignatureGiven),
        ["agreement.documents-added.v1"] = typeof(AgreementEvent.DocumentsAdded),
        ["agreement.expiry-warned.v1"] = typeof(AgreementEvent.ExpiryWarned),
        ["agreement.ended.v1"] = typeof(AgreementEvent.Ended),
        ["agreement.renewed.v1"] = typeof(AgreementEvent.Renewed),
        [Evaluated] = typeof(AgreementEvent.Evaluated),
        ["agreement.evaluation-agreed.v1"] = typeof(AgreementEvent.EvaluationAgreed),
        ["agreement.evaluation-frozen.v1"] = typeof(AgreementEvent.EvaluationFrozen),
        [Recorded] = typeof(AgreementEvent.Recorded),
    };

    public override string Prefix => "agreement";

    public override Agreement Empty => Agreement.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Agreement Evolve(Agreement state, AgreementEvent fact, Instant occurredAt) => Agreement.Evolve(state, fact, occurredAt);

    /// <summary>Each institution writes under a record key of its own …</summary>
    public override Custody CustodyOf(AgreementEvent fact) => new(KeyPurpose.Record);

    /// <summary>… and both read it: an agreement is of both.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Agreement state, KeyPurpose purpose, Institution institution) =>
        [institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu];

    public override IEnumerable<object> Rows(Guid id, Agreement state) => [AgreementRow.From(state)];
}
