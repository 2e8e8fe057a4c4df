using NodaTime;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>The stream <c>privacy-request/{id}</c>: names on the wire, keys, read rows and the register of requests.</summary>
public sealed class PrivacyStream : StreamKind<PrivacyRequest, PrivacyEvent>
{
    /// <summary>The book of data subjects' requests of an office and year.</summary>
    public const string Book = "permintaan-pdp";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["privacy-request.received.v1"] = typeof(PrivacyEvent.Received),
        ["privacy-request.decided.v1"] = typeof(PrivacyEvent.Decided),
        ["privacy-request.forgotten.v1"] = typeof(PrivacyEvent.Forgotten),
        ["privacy-request.copy-handed-out.v1"] = typeof(PrivacyEvent.CopyHandedOut),
    };

    public override string Prefix => "privacy-request";

    public override PrivacyRequest Empty => PrivacyRequest.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override PrivacyRequest Evolve(PrivacyRequest state, PrivacyEvent fact, Instant occurredAt) =>
        PrivacyRequest.Evolve(state, fact, occurredAt);

    /// <summary>What the data subject wrote may hold the identity itself, so it lies under that purpose and dies with an erasure.</summary>
    public override Custody CustodyOf(PrivacyEvent fact) =>
        fact is PrivacyEvent.Received received ? new Custody(KeyPurpose.Identity, received.Keeper) : new Custody(KeyPurpose.Record);

    public override Institution Keeper(PrivacyRequest state) => state.Keeper;

    public override IEnumerable<RegisterBook> Registers(PrivacyEvent fact) =>
        fact is PrivacyEvent.Received received ? [new RegisterBook(received.Office, received.Year, Book)] : [];

    public override IEnumerable<object> Rows(Guid id, PrivacyRequest state) => [PrivacyRequestRow.From(state)];
}
