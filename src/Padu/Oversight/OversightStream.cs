using NodaTime;
using Padu.Domain.Oversight;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>The stream <c>oversight/{id}</c>: one for each act of watching.</summary>
public sealed class OversightStream : StreamKind<OversightFile, OversightEvent>
{
    public override string Prefix => "oversight";

    public override OversightFile Empty => OversightFile.None;

    public override IReadOnlyDictionary<string, Type> Names { get; } =
        new Dictionary<string, Type>
        {
            ["oversight.exported.v1"] = typeof(OversightEvent.Exported),
            ["oversight.delivery-given-up.v1"] = typeof(OversightEvent.DeliveryGivenUp),
        };

    public override OversightFile Evolve(OversightFile state, OversightEvent fact, Instant occurredAt) =>
        fact switch
        {
            OversightEvent.Exported or OversightEvent.DeliveryGivenUp => new OversightFile(state.Version + 1),
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };

    public override Custody CustodyOf(OversightEvent fact) => new(KeyPurpose.Record);
}
