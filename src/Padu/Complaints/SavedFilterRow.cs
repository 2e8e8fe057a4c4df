using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Padu.Complaints;

/// <summary>A filter somebody keeps: its name and address sealed, because a name is free text. Nobody else's, and no fact of any case.</summary>
public sealed record SavedFilterRow(Guid Account, Guid Id, Instant SavedAt, byte[] Sealed);

internal sealed class SavedFilterRowConfiguration : IEntityTypeConfiguration<SavedFilterRow>
{
    public void Configure(EntityTypeBuilder<SavedFilterRow> builder)
    {
        builder.ToTable("saved_filters");
        // The key begins with the account: whose they are is how they are found.
        builder.HasKey(row => new { row.Account, row.Id });
    }
}
