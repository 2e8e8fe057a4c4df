using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>An agenda item: a pure function of the folded state, without a word anybody wrote.</summary>
public sealed class AgendaRow
{
    public Guid Id { get; init; }

    public AgendaCode Code { get; init; }

    public AgendaKind Kind { get; init; }

    public AgendaState State { get; init; }

    public bool IsPublic { get; init; }

    public OfficeCode Proposer { get; init; }

    /// <summary>The institution that is asked; null where none is.</summary>
    public Institution? Awaits { get; init; }

    /// <summary>When its first day begins.</summary>
    public Instant Starts { get; init; }

    public Instant Ends { get; init; }

    public AgendaFrequency? Frequency { get; init; }

    public LocalDate? Until { get; init; }

    /// <summary>The province's time east of UTC.</summary>
    public int OffsetMinutes { get; init; }

    public int Sequence { get; init; }

    public Instant ProposedAt { get; init; }

    public Instant LastActAt { get; init; }

    /// <summary>The version of the event with the place that holds.</summary>
    public int PlaceVersion { get; init; }

    public int Version { get; init; }

    public static AgendaRow From(Agenda agenda) =>
        new()
        {
            Id = agenda.Id.Value,
            Code = agenda.Code,
            Kind = agenda.Kind,
            State = agenda.State,
            IsPublic = agenda.IsPublic,
            Proposer = agenda.Proposer,
            Awaits = agenda.Awaits,
            Starts = agenda.StartOf(agenda.Slot!),
            Ends = agenda.EndOf(agenda.Slot!),
            Frequency = agenda.Repeat?.Frequency,
            Until = agenda.Repeat?.Until,
            OffsetMinutes = agenda.OffsetMinutes,
            Sequence = agenda.Sequence,
            ProposedAt = agenda.ProposedAt,
            LastActAt = agenda.LastActAt,
            PlaceVersion = agenda.PlaceVersion,
            Version = agenda.Version,
        };
}

/// <summary>
/// One day of an item in one of the lists: the public one, the whole desk's, and one for each office concerned. A row that was written stays; what a
/// counter-proposal took away is no longer listed.
/// </summary>
public sealed class AgendaDayRow
{
    /// <summary>What anybody may read.</summary>
    public const string PublicList = "publik";

    /// <summary>What both institutions read.</summary>
    public const string WholeList = "semua";

    public Guid Id { get; init; }

    public Guid Agenda { get; init; }

    /// <summary><see cref="PublicList"/>, <see cref="WholeList"/>, or the code of an office concerned.</summary>
    public string List { get; init; } = "";

    /// <summary>The day the series gives it.</summary>
    public LocalDate Original { get; init; }

    /// <summary>When the series gives it.</summary>
    public Instant OriginalStarts { get; init; }

    public Instant Starts { get; init; }

    public Instant Ends { get; init; }

    public bool IsListed { get; init; }

    /// <summary>It takes place: neither the day nor the item is called off.</summary>
    public bool IsLive { get; init; }

    public bool IsMoved { get; init; }

    public bool IsOff { get; init; }

    /// <summary>It differs from its series.</summary>
    public bool IsException { get; init; }

    public static IEnumerable<AgendaDayRow> From(Agenda agenda)
    {
        var days = agenda.Occurrences;
        string[] lists =
        [
            WholeList,
            .. agenda.Offices.Select(office => office.Value),
            .. agenda.Visibility == AgendaVisibility.Public ? new[] { PublicList } : [],
        ];
        return from list in lists
            from number in Enumerable.Range(0, agenda.Widest)
            let day = days[Math.Min(number, days.Length - 1)]
            select new AgendaDayRow
            {
                Id = IdOf(agenda.Id, list, number),
                Agenda = agenda.Id.Value,
                List = list,
                Original = day.Original,
                OriginalStarts = agenda.StartOf(agenda.Slot! with { On = day.Original }),
                Starts = agenda.StartOf(day.Slot),
                Ends = agenda.EndOf(day.Slot),
                IsListed = number < days.Length && (list != PublicList || agenda.IsPublic),
                IsLive = number < days.Length && !day.IsOff && agenda.IsLive,
                IsMoved = day.IsMoved,
                IsOff = day.IsOff,
                IsException = number < days.Length && (day.IsMoved || day.IsOff),
            };
    }

    /// <summary>The same day of the same list has the same id everywhere, so that a rebuild writes the same rows.</summary>
    private static Guid IdOf(AgendaId agenda, string list, int number)
    {
        var text = System.Text.Encoding.UTF8.GetBytes($"{agenda.Value:N}\n{list}\n");
        Span<byte> bytes = stackalloc byte[text.Length + 4];
        text.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[text.Length..], number);
        return new Guid(System.Security.Cryptography.SHA256.HashData(bytes).AsSpan(0, 16), bigEndian: true);
    }
}

internal sealed class AgendaRowConfiguration : IEntityTypeConfiguration<AgendaRow>
{
    public void Configure(EntityTypeBuilder<AgendaRow> builder)
    {
        builder.IsReadTable("agenda");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => new
        {
            row.Awaits,
            row.Starts,
            row.Id,
        });
    }
}

/// <summary>A list is read by its beginning; what collides and what differs from its series by list and item.</summary>
internal sealed class AgendaDayRowConfiguration : IEntityTypeConfiguration<AgendaDayRow>
{
    public void Configure(EntityTypeBuilder<AgendaDayRow> builder)
    {
        builder.IsReadTable("agenda_days");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new
        {
            row.List,
            row.Starts,
            row.Id,
        });
        builder.HasIndex(row => new { row.List, row.Agenda });
    }
}
