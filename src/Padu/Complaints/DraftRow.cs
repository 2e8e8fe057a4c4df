using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Padu.Complaints;

/// <summary>A draft at rest: named by the hash of the cookie's secret and sealed under it, so that the server alone cannot read it.</summary>
public sealed class DraftRow
{
    /// <summary>SHA-256 of the secret, hexadecimal.</summary>
    public required string Id { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>After this moment it is purged: a day after the last change, seven days after filing.</summary>
    public Instant PurgeAt { get; init; }
}

internal sealed class DraftRowConfiguration : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("drafts");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.PurgeAt);
    }
}
