using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>The smallest kind of stream that uses everything storage offers.</summary>
public abstract record NoteEvent
{
    public sealed record Opened(OfficeCode Office, UnitCode? Unit, int Weight, string? Words) : NoteEvent;

    public sealed record Told(bool HasName, string? Name) : NoteEvent;

    public sealed record Remarked(int Weight, string? Remark) : NoteEvent;

    public sealed record Numbered(OfficeCode Office, int Year) : NoteEvent;

    /// <summary>From here the Ombudsman keeps the words and the record too; with <paramref name="Wholly"/> also who it is about.</summary>
    public sealed record Shared(bool Wholly) : NoteEvent;
}

public sealed record Note
{
    public int Version { get; init; }
    public OfficeCode Office { get; init; }
    public UnitCode? Unit { get; init; }
    public int Weight { get; init; }
    public int TitleVersion { get; init; }
    public Instant At { get; init; }
    public bool IsShared { get; init; }
    public bool IsWhollyShared { get; init; }

    /// <summary>Must stay false for ever: a fold never sees a private part.</summary>
    public bool SawPrivate { get; init; }
}

public sealed record NoteRow(Guid Id, OfficeCode Office, UnitCode? Unit, int Weight, int Version, Instant At, bool IsClosedToKpu = false, OfficeCode? Against = null)
    : IScopedRow;

public sealed class NoteRowConfiguration : IEntityTypeConfiguration<NoteRow>
{
    public void Configure(EntityTypeBuilder<NoteRow> builder)
    {
        builder.IsReadTable("notes").HasKey(row => row.Id);
        builder
            .HasIndex(row => new
            {
                row.Office,
                row.Unit,
                row.At,
            })
            .IsDescending(false, false, true);
    }
}

public sealed class NoteStream : StreamKind<Note, NoteEvent>
{
    public override string Prefix => "note";

    public override Note Empty { get; } = new();

    public override IReadOnlyDictionary<string, Type> Names { get; } =
        new Dictionary<string, Type>
        {
            ["note.opened.v1"] = typeof(NoteEvent.Opened),
            ["note.told.v1"] = typeof(NoteEvent.Told),
            ["note.remarked.v1"] = typeof(NoteEvent.Remarked),
            ["note.numbered.v1"] = typeof(NoteEvent.Numbered),
            ["note.shared.v1"] = typeof(NoteEvent.Shared),
        };

    public override Note Evolve(Note state, NoteEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1, At = occurredAt };
        return fact switch
        {
            NoteEvent.Opened e => next with
            {
                Office = e.Office,
                Unit = e.Unit,
                Weight = e.Weight,
                TitleVersion = next.Version,
                SawPrivate = e.Words is not null,
            },
            NoteEvent.Told e => next with { SawPrivate = e.Name is not null },
            NoteEvent.Remarked e => next with { Weight = state.Weight + e.Weight, SawPrivate = e.Remark is not null },
            NoteEvent.Numbered => next,
            NoteEvent.Shared e => next with { IsShared = true, IsWhollyShared = e.Wholly },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public override Custody CustodyOf(NoteEvent fact) =>
        fact switch
        {
            NoteEvent.Opened => new(KeyPurpose.Words),
            NoteEvent.Told => new(KeyPurpose.Identity),
            _ => new(KeyPurpose.Record),
        };

    public override IEnumerable<Institution> AlsoKeeps(Note state, KeyPurpose purpose, Institution institution) =>
        state.IsWhollyShared || (state.IsShared && purpose is (KeyPurpose.Words or KeyPurpose.Record)) ? [Institution.Ombudsman] : [];

    public override IEnumerable<object> Rows(Guid id, Note state) =>
        state.Version == 0 ? [] : [new NoteRow(id, state.Office, state.Unit, state.Weight, state.Version, state.At)];

    public override IEnumerable<RegisterBook> Registers(NoteEvent fact) =>
        fact is NoteEvent.Numbered numbered ? [new RegisterBook(numbered.Office, numbered.Year, "notes")] : [];
}
