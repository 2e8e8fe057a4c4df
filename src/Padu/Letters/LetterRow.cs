using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>A letter in the lists: a pure function of the folded state, without a word anybody wrote.</summary>
public sealed class LetterRow
{
    public Guid Id { get; init; }

    /// <summary>The case it is about.</summary>
    public Guid Complaint { get; init; }

    public LetterKind Kind { get; init; }

    public OfficeCode Office { get; init; }

    public Language Language { get; init; }

    public LetterState State { get; init; }

    public OfficeCode? Addressee { get; init; }

    public Instant DraftedAt { get; init; }

    public Instant? IssuedAt { get; init; }

    public LocalDate? IssuedOn { get; init; }

    public LocalDate? RevokedOn { get; init; }

    public int WordsVersion { get; init; }

    /// <summary>The post that signed.</summary>
    public Guid? Signatory { get; init; }

    public bool IsOut => IssuedAt is not null;

    public static LetterRow From(Letter letter) =>
        new()
        {
            Id = letter.Id.Value,
            Complaint = letter.Complaint.Value,
            Kind = letter.Kind,
            Office = letter.Office,
            Language = letter.Language,
            State = letter.State,
            Addressee = letter.Addressee,
            DraftedAt = letter.DraftedAt,
            IssuedAt = letter.IssuedAt,
            IssuedOn = letter.IssuedOn,
            RevokedOn = letter.RevokedOn,
            WordsVersion = letter.WordsVersion,
            Signatory = letter.Signatory?.Value,
        };

    public LetterSubject SubjectIn(CaseSubject complaint) =>
        new(Office, complaint, Kind.Documents(), Kind.IsInternal(), IsOut, Signatory is { } post ? new PostId(post) : null);
}

/// <summary>Letters of a case; of an office by state; the book of an office in its order.</summary>
internal sealed class LetterRowConfiguration : IEntityTypeConfiguration<LetterRow>
{
    public void Configure(EntityTypeBuilder<LetterRow> builder)
    {
        builder.IsReadTable("letters");
        builder.HasKey(row => row.Id);
        builder.Ignore(row => row.IsOut);
        builder.HasIndex(row => new
        {
            row.Complaint,
            row.DraftedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Office,
            row.State,
            row.DraftedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Office,
            row.IssuedAt,
            row.Id,
        });
    }
}
