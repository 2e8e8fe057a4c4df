using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Padu.Complaints;

/// <summary>
/// Several assignments that somebody confirmed at once, sealed, for the page that tells what became of them. No fact of any case: each assignment stands in
/// its own history.
/// </summary>
public sealed record BulkAssignmentRow(Guid Id, Guid Account, Instant MadeAt, byte[] Sealed);

internal sealed class BulkAssignmentRowConfiguration : IEntityTypeConfiguration<BulkAssignmentRow>
{
    public void Configure(EntityTypeBuilder<BulkAssignmentRow> builder)
    {
        builder.ToTable("bulk_assignments");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.MadeAt);
    }
}
