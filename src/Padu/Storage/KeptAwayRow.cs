using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>
/// An account that never sees a case, whatever its role: its holder is named in it or declared a conflict. Folded like every read row, and the list
/// form of <see cref="CaseSubject.Barred"/>.
/// </summary>
/// <param name="IsActive">False once it was lifted.</param>
public sealed record KeptAwayRow(Guid Stream, Guid Account, bool IsActive);

internal sealed class KeptAwayRowConfiguration : IEntityTypeConfiguration<KeptAwayRow>
{
    public void Configure(EntityTypeBuilder<KeptAwayRow> builder)
    {
        builder.IsReadTable("kept_away");
        // The filter looks up one row for each case of a page; nothing is scanned.
        builder.HasKey(row => new { row.Stream, row.Account });
    }
}
