using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>The random id of a meeting's stream.</summary>
public readonly record struct MeetingId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The readable address of a meeting: <c>rakor-2026-7k3q9x</c>. Public, stable; says nothing but the budget year.</summary>
public readonly record struct MeetingCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingStage
{
    /// <summary>Planned by the offices that convene it; nobody else knows of it.</summary>
    [Code("rancangan")]
    Drafted,

    /// <summary>The offices were invited: it is public.</summary>
    [Code("diundang")]
    Invited,

    /// <summary>It was held; minutes and decisions are written.</summary>
    [Code("dilaksanakan")]
    Held,

    /// <summary>Every convening office approved the minutes: they are frozen.</summary>
    [Code("notula_disetujui")]
    MinutesApproved,

    [Code("ditutup")]
    Closed,

    [Code("dibatalkan")]
    Cancelled,

    /// <summary>A historical record of what a source says; nothing is done with it here.</summary>
    [Code("arsip_sejarah")]
    Archive,
}

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    [Code("ya_tidak")]
    YesNo,

    [Code("angka")]
    Number,

    [Code("pilihan")]
    Choice,

    [Code("teks")]
    Text,

    [Code("berkas")]
    File,
}

/// <summary>How an office's attendance was noted.</summary>
public enum AttendanceWay
{
    /// <summary>By the link shown in the room.</summary>
    [Code("kode")]
    Code,

    /// <summary>By the list at the door.</summary>
    [Code("daftar")]
    List,
}

/// <summary>Who may read a material.</summary>
public enum MaterialReaders
{
    [Code("umum")]
    Public,

    /// <summary>Whoever may read the meeting at a desk.</summary>
    [Code("peserta")]
    Participants,

    /// <summary>The offices that convene it.</summary>
    [Code("penyelenggara")]
    Organisers,
}

/// <summary>What a source may state of a historical meeting (rule 63); what it does not state is kept as not stated.</summary>
public enum MeetingField
{
    [Code("nama")]
    Name,

    [Code("tahun_anggaran")]
    BudgetYear,

    [Code("penyelenggara")]
    Convener,

    [Code("peserta")]
    Participants,

    [Code("pembicara")]
    Speaker,

    [Code("tanggal")]
    Date,

    [Code("tempat")]
    Place,

    [Code("jumlah_tema")]
    NumberOfThemes,

    [Code("tema")]
    Theme,

    [Code("divisi")]
    Divisions,

    [Code("bahan")]
    Materials,

    [Code("kehadiran")]
    Attendance,

    [Code("notula")]
    Minutes,

    [Code("keputusan")]
    Decisions,

    [Code("gambar")]
    Photographs,
}

/// <summary>One statement of a source about a historical meeting.</summary>
/// <param name="Indonesian">Null: the source does not say it.</param>
/// <param name="English">Null with <paramref name="Indonesian"/>.</param>
/// <param name="Source">Where it is said; where nothing is said, which source was read.</param>
public sealed record MeetingStatement(MeetingField Field, string? Indonesian, string? English, string Source);

/// <summary>The public side of a theme.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Division">The division (divisi) it belongs to, where it belongs to one.</param>
public sealed record ThemeShape(int Number, UnitCode? Division);

/// <summary>A theme in words.</summary>
/// <param name="Lead">Who leads it, as the conveners say it; null where nobody is named.</param>
public sealed record Theme(int Number, string Title, string? Lead);

/// <summary>The words of a plan.</summary>
/// <param name="Letter">The number of the letter of invitation; null where it has none.</param>
/// <param name="Guests">Institutions that have no desk here.</param>
public sealed record MeetingText(
    string Title,
    string? Letter,
    string Venue,
    string? Place,
    ImmutableArray<Theme> Themes,
    ImmutableArray<string> Guests
);

/// <summary>Where a meeting is held.</summary>
public sealed record MeetingPlace(string Venue, string? Place);

/// <summary>The public side of a question: enough to check an answer.</summary>
/// <param name="Number">From 1 within its theme.</param>
/// <param name="Choices">How many choices it offers; 0 but for <see cref="QuestionKind.Choice"/>.</param>
public sealed record QuestionShape(int Number, QuestionKind Kind, int Choices);

/// <summary>A question in words.</summary>
/// <param name="Code">Small letters, digits and dashes: by it next year's answers stand beside this year's.</param>
public sealed record Question(int Number, string Code, QuestionKind Kind, string Text, ImmutableArray<string> Choices);

/// <summary>One answer of an office.</summary>
/// <param name="Value"><c>ya</c> or <c>tidak</c>, a number with a point, the number of a choice from 1, or text; null where nothing was answered.</param>
/// <param name="File">The file a question of that kind asks for.</param>
public sealed record Answer(int Number, string? Value, Evidence? File);

/// <summary>Who was present for an office. Private: a name.</summary>
public sealed record Participant(string Name, string? Post);

/// <summary>The questionnaire of a theme as decisions see it.</summary>
/// <param name="Version">The version of the event that holds its words.</param>
/// <param name="FillBy">The last day to submit; corrections are taken until the meeting is held.</param>
public sealed record Instrument(int Theme, int Version, LocalDate FillBy, ImmutableArray<QuestionShape> Questions);

/// <summary>What an office gave to a questionnaire.</summary>
/// <param name="Version">The version of the event with what it wrote last, kept or submitted.</param>
/// <param name="Submitted">The version of the event with what it submitted last; 0 while it is a draft only.</param>
/// <param name="SubmittedAt">When it was first submitted.</param>
public sealed record Sheet(OfficeCode Office, int Theme, int Version, int Submitted, Instant? SubmittedAt);

/// <summary>That somebody was present for an office.</summary>
/// <param name="Version">The version of the event that holds the name.</param>
public sealed record Attendance(OfficeCode Office, AttendanceWay Way, int Version, Instant At);

/// <summary>The last words of one section of the minutes.</summary>
/// <param name="Theme">0 for the general part.</param>
public sealed record MinutesSection(int Theme, int Version);

/// <summary>A decision as decisions see it; each owner has one obligation from it.</summary>
/// <param name="Number">From 1, over all themes.</param>
public sealed record MeetingDecision(
    int Number,
    int Theme,
    ImmutableArray<OfficeCode> Owners,
    OfficeCode Judge,
    LocalDate Due,
    int Version
);
