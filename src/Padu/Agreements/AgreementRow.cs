using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Storage;

namespace Padu.Agreements;

/// <summary>In which list an agreement stands.</summary>
public enum AgreementShelf
{
    /// <summary>Negotiated: the desk's only.</summary>
    [Code("meja")]
    Desk,

    /// <summary>Holds or held: anybody's.</summary>
    [Code("umum")]
    Open,

    /// <summary>A historical record: anybody's.</summary>
    [Code("arsip")]
    History,
}

/// <summary>An agreement in the lists: a pure function of the folded state, without a word anybody wrote.</summary>
public sealed class AgreementRow
{
    public Guid Id { get; init; }

    public AgreementCode Code { get; init; }

    public AgreementKind Kind { get; init; }

    public AgreementStage Stage { get; init; }

    public Guid? Parent { get; init; }

    public AgreementShelf Shelf { get; init; }

    public bool IsPublic => Shelf != AgreementShelf.Desk;

    public bool IsHistory => Shelf == AgreementShelf.History;

    public LocalDate? SignedOn { get; init; }

    public LocalDate? Starts { get; init; }

    public LocalDate? Ends { get; init; }

    public Instant BegunAt { get; init; }

    public Instant LastActAt { get; init; }

    public int TextVersion { get; init; }

    public int Version { get; init; }

    /// <summary>The stated end of what is in force: what the sweep looks along.</summary>
    public LocalDate? RunsUntil { get; init; }

    /// <summary>The last day of what ended without a successor: what it asked for afterwards is owed no longer.</summary>
    public LocalDate? EndedOn { get; init; }

    public static AgreementRow From(Agreement agreement) =>
        new()
        {
            Id = agreement.Id.Value,
            Code = agreement.Code,
            Kind = agreement.Kind,
            Stage = agreement.Stage,
            Parent = agreement.Parent?.Value,
            Shelf =
                agreement.Stage == AgreementStage.Archive ? AgreementShelf.History
                : agreement.IsPublic ? AgreementShelf.Open
                : AgreementShelf.Desk,
            SignedOn = agreement.SignedOn,
            Starts = agreement.Term.Starts,
            Ends = agreement.Term.Ends,
            BegunAt = agreement.BegunAt,
            LastActAt = agreement.LastActAt,
            TextVersion = agreement.TextVersion,
            Version = agreement.Version,
            RunsUntil = agreement.Stage == AgreementStage.InForce ? agreement.Term.Ends : null,
            EndedOn = agreement.Stage == AgreementStage.Ended ? agreement.EndedOn : null,
        };
}

/// <summary>An index for every list: the desk's by the last act, the public's by its beginning, the tree's by the parent.</summary>
internal sealed class AgreementRowConfiguration : IEntityTypeConfiguration<AgreementRow>
{
    public void Configure(EntityTypeBuilder<AgreementRow> builder)
    {
        builder.IsReadTable("agreements");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => new { row.LastActAt, row.Id });
        builder.HasIndex(row => new
        {
            row.Shelf,
            row.BegunAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Parent,
            row.BegunAt,
            row.Id,
        });
        builder.HasIndex(row => row.RunsUntil);
        builder.HasIndex(row => row.EndedOn);
    }
}
