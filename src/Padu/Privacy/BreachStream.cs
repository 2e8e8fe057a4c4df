using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>The stream <c>breach/{id}</c>: names on the wire, keys, read rows and the register of failures.</summary>
public sealed class BreachStream : StreamKind<Breach, BreachEvent>
{
    /// <summary>The book of failures of protection of an office and year.</summary>
    public const string Book = "kegagalan-pdp";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["breach.recorded.v1"] = typeof(BreachEvent.Recorded),
        ["breach.supplemented.v1"] = typeof(BreachEvent.Supplemented),
        ["breach.told.v1"] = typeof(BreachEvent.Told),
        ["breach.closed.v1"] = typeof(BreachEvent.Closed),
    };

    public override string Prefix => "breach";

    public override Breach Empty => Breach.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Breach Evolve(Breach state, BreachEvent fact, Instant occurredAt) => Breach.Evolve(state, fact, occurredAt);

    /// <summary>What an institution writes of its own failures is its own paper.</summary>
    public override Custody CustodyOf(BreachEvent fact) => new(KeyPurpose.Internal);

    public override IEnumerable<RegisterBook> Registers(BreachEvent fact) =>
        fact is BreachEvent.Recorded recorded ? [new RegisterBook(recorded.Office, recorded.Year, Book)] : [];

    public override IEnumerable<object> Rows(Guid id, Breach state) =>
        [
            new BreachRow(
                id,
                state.Institution,
                state.Office,
                state.KnownAt,
                state.DueAt,
                state.People,
                At(state, BreachAudience.Subjects),
                At(state, BreachAudience.Agency),
                state.Owes(BreachAudience.Subjects),
                state.ClosedAt
            ),
        ];

    private static Instant? At(Breach state, BreachAudience audience) => state.ToldAt.TryGetValue(audience, out var at) ? at : null;
}

/// <summary>A failure of protection in the list, without a word anybody wrote.</summary>
/// <param name="OwesSubjects">The data subjects have still to be told.</param>
public sealed record BreachRow(
    Guid Id,
    Institution Institution,
    OfficeCode Office,
    Instant KnownAt,
    Instant DueAt,
    int? People,
    Instant? SubjectsToldAt,
    Instant? AgencyToldAt,
    bool OwesSubjects,
    Instant? ClosedAt
);

internal sealed class BreachRowConfiguration : IEntityTypeConfiguration<BreachRow>
{
    public void Configure(EntityTypeBuilder<BreachRow> builder)
    {
        builder.IsReadTable("breaches");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new
        {
            row.Institution,
            row.KnownAt,
            row.Id,
        });
    }
}
