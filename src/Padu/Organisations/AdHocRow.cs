using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Organisations;

/// <summary>An ad hoc body in the register: formed and dissolved by a <c>register.changed</c> event with the whole row.</summary>
/// <param name="Code">The value of its <see cref="AdHocCode"/>, which is also its place in lists.</param>
/// <param name="Basis">The decree that formed it, or the one that ended it early.</param>
public sealed record AdHocRow(
    string Code,
    AdHocKind Kind,
    OfficeCode Parent,
    RegionCode Region,
    int? PollingStation,
    ElectionCode Election,
    LocalDate From,
    LocalDate Until,
    string Basis
)
{
    public AdHocBody Body => new(new AdHocCode(Code), Kind, Parent, Region, PollingStation, Election, From, Until);

    public static AdHocRow Of(AdHocBody body, string basis) =>
        new(body.Code.Value, body.Kind, body.Parent, body.Region, body.PollingStation, body.Election, body.From, body.Until, basis);
}

internal sealed class AdHocRowConfiguration : IEntityTypeConfiguration<AdHocRow>
{
    public void Configure(EntityTypeBuilder<AdHocRow> builder)
    {
        builder.ToTable("ad_hoc_bodies");
        builder.HasKey(row => row.Code);
        builder.Ignore(row => row.Body);
        builder.HasIndex(row => new { row.Parent, row.Code });
        builder.HasIndex(row => new
        {
            row.Parent,
            row.Election,
            row.Code,
        });
    }
}
