using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Agreements;

/// <summary>The random id of an agreement's stream.</summary>
public readonly record struct AgreementId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The readable address of an agreement: <c>pks-2026-7k3q9</c>. Public, stable; says nothing but kind and year.</summary>
public readonly record struct AgreementCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The four levels (rule 61), from the widest to the narrowest.</summary>
public enum AgreementKind
{
    [Code("nota_kesepahaman")]
    Memorandum,

    [Code("perjanjian_kerja_sama")]
    Cooperation,

    [Code("rencana_aksi")]
    Plan,

    [Code("kegiatan")]
    Activity,
}

/// <summary>For which elections it is made.</summary>
public enum ElectionScope
{
    [Code("pemilu")]
    General,

    [Code("pilkada")]
    Regional,
}

/// <summary>Where an agreement stands.</summary>
public enum AgreementStage
{
    /// <summary>Negotiated in drafts.</summary>
    [Code("rancangan")]
    Draft,

    /// <summary>Every party approved the same draft; signatures are owed.</summary>
    [Code("disetujui")]
    Approved,

    [Code("berlaku")]
    InForce,

    /// <summary>Its term passed, or a party ended it.</summary>
    [Code("berakhir")]
    Ended,

    /// <summary>A successor came into force.</summary>
    [Code("diperbarui")]
    Renewed,

    /// <summary>A historical record of what a source says; nothing is done with it here.</summary>
    [Code("arsip_sejarah")]
    Archive,
}

/// <summary>What a source may state of an agreement (rule 61); what it does not state is kept as not stated.</summary>
public enum StatementField
{
    [Code("pihak")]
    Parties,

    [Code("penandatangan")]
    Signatories,

    [Code("jabatan")]
    Posts,

    [Code("tanggal")]
    Date,

    [Code("tempat")]
    Place,

    [Code("nomor")]
    Number,

    [Code("pokok")]
    Subject,

    [Code("lingkup")]
    Scope,

    [Code("isi")]
    Clauses,

    [Code("kegiatan")]
    Activities,

    [Code("rapat")]
    Meeting,

    [Code("tema")]
    Themes,

    [Code("masa_berlaku")]
    Term,

    [Code("naskah")]
    Document,

    [Code("induk")]
    Parent,

    [Code("publikasi")]
    Publication,
}

/// <summary>One statement of a source about a historical agreement.</summary>
/// <param name="Indonesian">Null: the source does not say it.</param>
/// <param name="English">Null with <paramref name="Indonesian"/>.</param>
/// <param name="Source">Where it is said; where nothing is said, which source was read.</param>
public sealed record Statement(StatementField Field, string? Indonesian, string? English, string Source);

/// <summary>A clause of an agreement or an item of a plan.</summary>
/// <param name="Number">From 1, in order.</param>
public sealed record Clause(int Number, string Text);

/// <summary>The words of one draft.</summary>
/// <param name="Place">Where it is to be signed, or an activity is held.</param>
public sealed record AgreementText(string Title, string? Purpose, string? Place, ImmutableArray<Clause> Clauses);

/// <summary>From when until when; both days belong to it. A null is not stated.</summary>
public sealed record Term(LocalDate? Starts, LocalDate? Ends);

/// <summary>Who signed for a party, in which post at that time. Private: a name.</summary>
/// <param name="Number">The number this party gave the document; null where it gave none.</param>
public sealed record Signatory(string Name, string Post, string? Number);

/// <summary>Why an agreement ended.</summary>
public enum EndingKind
{
    [Code("jangka_waktu")]
    Expired,

    [Code("diakhiri")]
    Ended,
}
