using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>How a request to the custodian stands.</summary>
public enum CustodyState
{
    [Code("menunggu")]
    Pending,

    [Code("diizinkan")]
    Allowed,

    [Code("ditolak")]
    Refused,

    /// <summary>Used up: the new code was handed out.</summary>
    [Code("dipakai")]
    Used,

    /// <summary>The level was changed: the question is none any more.</summary>
    [Code("gugur")]
    Moot,
}

/// <summary>A request to the custodian in the lists, without a word anybody wrote.</summary>
public sealed class CustodyRow : IScopedRow
{
    public Guid Id { get; init; }

    public Guid Complaint { get; init; }

    public PublicNumber Number { get; init; }

    public CustodyKind Kind { get; init; }

    public CustodyState State { get; init; }

    public IdentityLevel Level { get; init; }

    /// <summary>Where the case lies, not who asks.</summary>
    public OfficeCode Office { get; init; }

    public UnitCode? Unit { get; init; }

    public bool IsClosedToKpu { get; init; }

    public OfficeCode? Against { get; init; }

    public OfficeCode AskedFrom { get; init; }

    public Guid Post { get; init; }

    public Guid Account { get; init; }

    public Instant AskedAt { get; init; }

    public Instant DueAt { get; init; }

    public Instant? JudgedAt { get; init; }

    public Instant? Until { get; init; }

    public static CustodyRow From(Complaint complaint, CustodyRequest request) =>
        new()
        {
            Id = request.Id.Value,
            Complaint = complaint.Id.Value,
            Number = complaint.Number,
            Kind = request.Kind,
            State = StateOf(request),
            Level = complaint.Level,
            Office = complaint.Subject.Seat,
            IsClosedToKpu = complaint.IsClosedToKpu,
            Against = complaint.Against,
            Unit = complaint.Unit,
            AskedFrom = request.Office,
            Post = request.Post.Value,
            Account = request.Account,
            AskedAt = request.AskedAt,
            DueAt = request.DueAt,
            JudgedAt = request.JudgedAt,
            Until = request.Until,
        };

    private static CustodyState StateOf(CustodyRequest request) =>
        request switch
        {
            { Ruling: Ruling.Refused } => CustodyState.Refused,
            { IsOver: true, Kind: CustodyKind.NewCode, Ruling: Ruling.Allowed } => CustodyState.Used,
            { IsOver: true } => CustodyState.Moot,
            { Ruling: Ruling.Allowed } => CustodyState.Allowed,
            _ => CustodyState.Pending,
        };
}

internal sealed class CustodyRowConfiguration : IEntityTypeConfiguration<CustodyRow>
{
    public void Configure(EntityTypeBuilder<CustodyRow> builder)
    {
        builder.IsReadTable("custody_requests");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new
        {
            row.State,
            row.DueAt,
            row.Id,
        });
        builder.HasIndex(row => new { row.AskedAt, row.Id });
        builder.HasIndex(row => new
        {
            row.Office,
            row.State,
            row.DueAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Account,
            row.AskedAt,
            row.Id,
        });
    }
}
