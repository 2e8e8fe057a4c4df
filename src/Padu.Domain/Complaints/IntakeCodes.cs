using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>By which right somebody files for another.</summary>
public enum RepresentationKind
{
    /// <summary>By power of attorney (UU 25/2009 art. 42(1)).</summary>
    [Code("kuasa")]
    Attorney,

    /// <summary>Parent or guardian of somebody under eighteen (UU 27/2022 art. 25).</summary>
    [Code("wali")]
    Guardian,
}

/// <summary>Who acts for the person harmed. Wholly private, and shown to whoever may see that person's identity.</summary>
/// <param name="Relation">What ties the two: mother, neighbour, legal aid.</param>
public sealed record Representative(string? Name, string? Address, string? Phone, string? Email, string? Relation);

/// <summary>A representation as it is claimed at filing.</summary>
/// <param name="Consents">The guardian agrees that the child's data are used for this complaint.</param>
/// <param name="Power">The power of attorney, when it came along.</param>
public sealed record Representation(RepresentationKind Kind, Representative Who, bool Consents, ImmutableArray<Evidence> Power);

/// <summary>What an officer should know before declaring a case complete; each a warning, none a bar by itself.</summary>
public enum AdmissibilityHint
{
    /// <summary>Filed more than thirty days after the service (UU 25/2009 art. 42(2)).</summary>
    [Code("terlambat_diajukan")]
    Late,

    /// <summary>The event is older than two years: the Ombudsman would not examine it (UU 37/2008 art. 24(3)).</summary>
    [Code("lewat_2_tahun")]
    OverTwoYears,

    /// <summary>Nobody said when it happened, so neither can be told.</summary>
    [Code("waktu_tidak_disebut")]
    UnknownDate,

    /// <summary>Who acts for the person harmed has not shown the power of attorney.</summary>
    [Code("tanpa_surat_kuasa")]
    NoPowerOfAttorney,

    /// <summary>An officer marked it as already before a court.</summary>
    [Code("di_pengadilan")]
    InCourt,

    /// <summary>The complainant wishes to be heard without meeting whom they complain of (UU 25/2009 art. 49).</summary>
    [Code("didengar_terpisah")]
    HeardApart,
}

/// <summary>How much of a case goes on to another body.</summary>
public enum TransferExtent
{
    /// <summary>All of it: the case closes here.</summary>
    [Code("seluruhnya")]
    Whole,

    /// <summary>A part: the rest is answered here.</summary>
    [Code("sebagian")]
    Part,
}

/// <summary>How the complainant's word was given.</summary>
public enum ConsentBasis
{
    /// <summary>On the tracking page, by number and code.</summary>
    [Code("halaman")]
    Page,

    /// <summary>By telephone, letter or in person, and written down by an officer.</summary>
    [Code("petugas")]
    Desk,
}

/// <summary>A transfer under way, as decisions see it.</summary>
/// <param name="IsAgreed">The complainant has agreed; the letter may go.</param>
public sealed record PendingTransfer(OfficeCode Addressee, TransferExtent Extent, bool NeedsIdentity, LocalDate? KnownOn, bool IsAgreed);

/// <summary>What ties two cases that stay apart.</summary>
public enum LinkKind
{
    [Code("terkait")]
    Related,

    /// <summary>The one goes on where the other ended.</summary>
    [Code("lanjutan")]
    Continuation,

    [Code("ganda")]
    Duplicate,
}

/// <summary>One end of a link, kept on both cases.</summary>
public sealed record CaseLink(ComplaintId Other, LinkKind Kind);

/// <summary>Why a case follows another.</summary>
public enum GroupKind
{
    /// <summary>The same matter of the same people, sent twice.</summary>
    [Code("gabungan")]
    Merged,

    /// <summary>The same event, told by many.</summary>
    [Code("massal")]
    MassIncident,
}
