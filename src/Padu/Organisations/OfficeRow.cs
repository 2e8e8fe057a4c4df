using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Padu.Domain.Organisations;

namespace Padu.Organisations;

/// <summary>An office with its channels. No decision lies in it: a change is one <c>register.changed</c> event with the whole row.</summary>
public sealed record OfficeRow(
    OfficeCode Code,
    string NameId,
    string NameEn,
    Institution Institution,
    OfficeLevel Level,
    OfficeCode? Parent,
    RegionCode? Region,
    string? Address = null,
    string? Email = null,
    string? Phone = null
)
{
    public Office Office => new(Code, NameId, Institution, Level, Parent, Region);
}

internal sealed class OfficeRowConfiguration : IEntityTypeConfiguration<OfficeRow>
{
    public void Configure(EntityTypeBuilder<OfficeRow> builder)
    {
        builder.ToTable("offices");
        builder.HasKey(row => row.Code);
        builder.Ignore(row => row.Office);
    }
}
