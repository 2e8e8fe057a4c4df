using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>How a data subject's request stands.</summary>
public enum RequestState
{
    [Code("menunggu")]
    Pending,

    [Code("dipenuhi")]
    Granted,

    [Code("ditolak")]
    Refused,

    /// <summary>What it was about was erased by another request.</summary>
    [Code("gugur")]
    Moot,
}

/// <summary>A data subject's request in the lists, without a word anybody wrote.</summary>
public sealed class PrivacyRequestRow : IScopedRow
{
    public Guid Id { get; init; }

    public static string CaseColumn => nameof(Complaint);

    public Guid Complaint { get; init; }

    public PublicNumber Number { get; init; }

    public RequestKind Kind { get; init; }

    public RequestChannel Channel { get; init; }

    public RequestState State { get; init; }

    public IdentityLevel Level { get; init; }

    public Institution Keeper { get; init; }

    /// <summary>Where the case lay when the request came.</summary>
    public OfficeCode Office { get; init; }

    /// <summary>No unit decides these.</summary>
    public UnitCode? Unit { get; init; }

    public bool IsClosedToKpu { get; init; }

    public OfficeCode? Against { get; init; }

    public Instant ReceivedAt { get; init; }

    public Instant DueAt { get; init; }

    public Instant? DecidedAt { get; init; }

    public static PrivacyRequestRow From(PrivacyRequest request) =>
        new()
        {
            Id = request.Id.Value,
            Complaint = request.Complaint.Value,
            Number = request.Number,
            Kind = request.Kind,
            Channel = request.Channel,
            State = StateOf(request),
            Level = request.Level,
            Keeper = request.Keeper,
            Office = request.Office,
            IsClosedToKpu = request.IsClosedToKpu,
            Against = request.Against,
            ReceivedAt = request.ReceivedAt,
            DueAt = request.DueAt,
            DecidedAt = request.DecidedAt,
        };

    private static RequestState StateOf(PrivacyRequest request) =>
        request switch
        {
            { Outcome: Outcome.Granted } => RequestState.Granted,
            { Outcome: Outcome.Refused } => RequestState.Refused,
            { IsForgotten: true } => RequestState.Moot,
            _ => RequestState.Pending,
        };
}

internal sealed class PrivacyRequestRowConfiguration : IEntityTypeConfiguration<PrivacyRequestRow>
{
    public void Configure(EntityTypeBuilder<PrivacyRequestRow> builder)
    {
        builder.IsReadTable("privacy_requests");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Complaint, row.ReceivedAt });
        builder.HasIndex(row => new
        {
            row.State,
            row.DueAt,
            row.Id,
        });
        // Each institution's own register, the newest on top.
        builder
            .HasIndex(row => new { row.ReceivedAt, row.Id }, "ix_privacy_requests_all")
            .HasFilter("NOT is_closed_to_kpu")
            .HasDatabaseName("ix_privacy_requests_all");
        builder
            .HasIndex(row => new { row.ReceivedAt, row.Id }, "ix_privacy_requests_closed_to_kpu")
            .HasFilter("is_closed_to_kpu")
            .HasDatabaseName("ix_privacy_requests_closed_to_kpu");
        builder.HasIndex(row => new
        {
            row.Office,
            row.State,
            row.DueAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Office,
            row.ReceivedAt,
            row.Id,
        });
    }
}
