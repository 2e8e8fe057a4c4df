using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>
/// What one case adds to the figures of its office: numbers only, a pure function of the folded state. Old casework taken over adds nothing.
/// </summary>
public sealed class CaseFigures : IScopedRow
{
    public Guid Id { get; init; }

    public OfficeCode Office { get; init; }

    public UnitCode? Unit { get; init; }

    public bool IsClosedToKpu { get; init; }

    public OfficeCode? Against { get; init; }

    /// <summary>The year in its public number.</summary>
    public int Year { get; init; }

    /// <summary>Whole hours from receipt to the first answer; null before it.</summary>
    public int? AnswerHours { get; init; }

    /// <summary>How often a reply opened it again.</summary>
    public int Reopened { get; init; }

    /// <summary>Periods of UU 25/2009 that ended in time, and that ended or ran out late; those still running in time are neither.</summary>
    public int LawMet { get; init; }

    public int LawLate { get; init; }

    /// <summary>The same of SP4N-LAPOR!.</summary>
    public int ChannelMet { get; init; }

    public int ChannelLate { get; init; }

    public static IEnumerable<CaseFigures> Of(Complaint complaint) =>
        complaint.Channel == IntakeChannel.Archive
            ? []
            :
            [
                new CaseFigures
                {
                    Id = complaint.Id.Value,
                    Office = complaint.Subject.Seat,
                    IsClosedToKpu = complaint.IsClosedToKpu,
                    Against = complaint.Against,
                    Unit = complaint.Unit,
                    Year = int.Parse(complaint.Number.Value.AsSpan(3, 4), System.Globalization.CultureInfo.InvariantCulture),
                    AnswerHours = complaint.FirstAnsweredAt is { } answered ? (int)(answered - complaint.ReceivedAt).TotalHours : null,
                    Reopened = complaint.Reopened,
                    LawMet = Count(complaint, "uu25.", IsMet),
                    LawLate = Count(complaint, "uu25.", IsLate),
                    ChannelMet = Count(complaint, "sp4n.", IsMet),
                    ChannelLate = Count(complaint, "sp4n.", IsLate),
                },
            ];

    private static bool IsMet(Clock clock) => clock is { Status: ClockStatus.Met, LapsedAt: null };

    private static bool IsLate(Clock clock) => clock.LapsedAt is not null;

    private static int Count(Complaint complaint, string source, Func<Clock, bool> which) =>
        complaint
            .Clocks.Concat(complaint.PastClocks)
            .Count(clock =>
                clock.Side == ClockSide.Institution && clock.Rule.Value.StartsWith(source, StringComparison.Ordinal) && which(clock)
            );
}

internal sealed class CaseFiguresConfiguration : IEntityTypeConfiguration<CaseFigures>
{
    public void Configure(EntityTypeBuilder<CaseFigures> builder)
    {
        builder.IsReadTable("case_figures");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Year, row.Office });
    }
}
