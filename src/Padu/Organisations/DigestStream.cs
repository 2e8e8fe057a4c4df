using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>The stream <c>digest/{id}</c>: one for each office and day.</summary>
public sealed class DigestStream : StreamKind<Digest, DigestEvent>
{
    public override string Prefix => "digest";

    public override Digest Empty => Digest.None;

    public override IReadOnlyDictionary<string, Type> Names { get; } =
        new Dictionary<string, Type> { ["digest.due.v1"] = typeof(DigestEvent.Due) };

    public override Digest Evolve(Digest state, DigestEvent fact, Instant occurredAt) =>
        fact switch
        {
            DigestEvent.Due => new Digest(state.Version + 1),
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };

    public override Custody CustodyOf(DigestEvent fact) => new(KeyPurpose.Record);

    /// <summary>The same for the same office and day, whoever asks.</summary>
    public static Guid IdOf(OfficeCode office, LocalDate day) =>
        new(
            SHA256.HashData(Encoding.UTF8.GetBytes($"padu.digest\n{office}\n{LocalDatePattern.Iso.Format(day)}")).AsSpan(0, 16),
            bigEndian: true
        );
}
