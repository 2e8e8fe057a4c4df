using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>A post as lists read it.</summary>
public sealed record PostRow(Guid Id, OfficeCode Office, Role Role, UnitCode? Unit, TitleCode Title, LocalDate? AbolishedOn);

/// <summary>Who held or holds a post; numbered in the order of appointment.</summary>
public sealed record PostHoldingRow(Guid Post, int Number, Guid Account, Capacity Capacity, LocalDate FromDay, LocalDate? UntilDay)
{
    public Holding Holding => new(Account, Capacity, FromDay, UntilDay);

    public static PostHoldingRow Of(Guid post, int number, Holding holding) =>
        new(post, number, holding.Account, holding.Capacity, holding.From, holding.Until);
}

internal sealed class PostRowConfiguration : IEntityTypeConfiguration<PostRow>
{
    public void Configure(EntityTypeBuilder<PostRow> builder)
    {
        builder.IsReadTable("posts");
        builder.HasKey(row => row.Id);
        // Lists by office, and of everything, in keyset order.
        builder.HasIndex(row => new { row.Office, row.Id });
    }
}

internal sealed class PostHoldingRowConfiguration : IEntityTypeConfiguration<PostHoldingRow>
{
    public void Configure(EntityTypeBuilder<PostHoldingRow> builder)
    {
        builder.IsReadTable("post_holdings");
        builder.HasKey(row => new { row.Post, row.Number });
        builder.Ignore(row => row.Holding);
        builder.HasIndex(row => row.Account);
    }
}
