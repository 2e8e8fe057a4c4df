using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Complaints;

/// <summary>One complaint; made at the edge, never an order.</summary>
public readonly record struct ComplaintId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// The public number (nomor pengaduan): province-year-seven Crockford characters, the last a check character: <c>17-2026-7K3Q9TM</c>. Unique,
/// never reused, says nothing of volume.
/// </summary>
public readonly record struct PublicNumber(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The keyed hash of the access code, 64 lower-case hexadecimal digits; without the pepper it tells nothing.</summary>
public readonly record struct CodeVerifier(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The SHA-256 of a stored file, 64 lower-case hexadecimal digits: the name of its blob.</summary>
public readonly record struct ContentHash(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What kind of grievance an officer found it to be, of the jurisdiction table: <c>daftar_pemilih</c>. Public; data, not a closed set.</summary>
public readonly record struct GrievanceCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>By which way a complaint came in.</summary>
public enum IntakeChannel
{
    [Code("laman")]
    Web,

    [Code("loket")]
    WalkIn,

    [Code("surat")]
    Letter,

    [Code("telepon")]
    Telephone,

    [Code("rekaman_suara")]
    VoiceRecording,

    [Code("arsip")]
    Archive,
}

/// <summary>The three identity levels (rule 5; UU 25/2009 art. 42(4)).</summary>
public enum IdentityLevel
{
    [Code("terbuka")]
    Open,

    /// <summary>Kept from the handling unit and the office complained about; unmasked by reason only.</summary>
    [Code("dirahasiakan")]
    Protected,

    [Code("anonim")]
    Anonymous,
}

/// <summary>Where a complaint stands.</summary>
public enum Stage
{
    [Code("diterima")]
    Received,

    [Code("menunggu_kelengkapan")]
    AwaitingCompletion,

    [Code("terverifikasi")]
    Verified,

    [Code("ditugaskan")]
    Assigned,

    /// <summary>Asked something during handling; the unit goes on when the complainant answers or the period for it ends.</summary>
    [Code("menunggu_pelapor")]
    Asked,

    /// <summary>Answered; the complainant may reply or accept.</summary>
    [Code("dijawab")]
    Answered,

    /// <summary>Open with the Ombudsman alone: filed there, or finished here while it is there.</summary>
    [Code("di_ombudsman")]
    AtOmbudsman,

    [Code("ditutup")]
    Closed,

    /// <summary>Old casework taken over as an archive: no legal clocks, outside compliance figures.</summary>
    [Code("arsip")]
    Archived,
}

/// <summary>The class of a submission; it decides how long finishing may take (rule 18).</summary>
public enum ComplaintClass
{
    /// <summary>Complaint without supervision grade.</summary>
    [Code("pengaduan")]
    Complaint,

    /// <summary>Complaint that needs examination: abuse, corruption, discipline.</summary>
    [Code("pengawasan")]
    Supervision,

    [Code("informasi")]
    InformationRequest,

    [Code("aspirasi")]
    Suggestion,
}

/// <summary>What is missing, by the contents the law asks for (UU 25/2009 art. 42(3)).</summary>
public enum MissingItem
{
    [Code("uraian")]
    Description,

    [Code("tempat_waktu")]
    PlaceAndTime,

    [Code("permintaan")]
    RequestedResolution,

    [Code("identitas")]
    Identity,

    [Code("bukti")]
    Evidence,

    [Code("kerugian")]
    Loss,

    /// <summary>The paper by which somebody acts for the person harmed (art. 42(1)).</summary>
    [Code("surat_kuasa")]
    PowerOfAttorney,
}

/// <summary>Why a complaint was closed; the reasons of the closing list that an election commission may give.</summary>
public enum ClosingReason
{
    [Code("selesai_diterima_pelapor")]
    AcceptedByComplainant,

    [Code("pelapor_tidak_menanggapi")]
    NoCounterReply,

    [Code("tidak_melengkapi_data")]
    NotCompleted,

    [Code("bukan_kewenangan")]
    NotCompetent,

    [Code("sudah_diselesaikan_instansi")]
    AlreadyResolved,

    [Code("sedang_ditangani_instansi")]
    HandledElsewhere,

    [Code("sedang_proses_peradilan")]
    BeforeACourt,

    [Code("kesepakatan_mediasi_konsiliasi")]
    Settled,

    [Code("dicabut_pelapor")]
    Withdrawn,

    /// <summary>Handed on to another body, with the complainant's consent.</summary>
    [Code("dialihkan")]
    Referred,
}

/// <summary>Why an account is kept from a case.</summary>
public enum BarGround
{
    /// <summary>Declared a conflict of interest.</summary>
    [Code("menyatakan_sendiri")]
    Declared,

    /// <summary>Is complained about, or related to the matter.</summary>
    [Code("disebut_dalam_perkara")]
    Named,
}

/// <summary>An account and whether it is still kept away.</summary>
public sealed record CaseBar(Guid Account, BarGround Ground, bool IsActive);

/// <summary>What the complainant thought, 1 to 5 each.</summary>
/// <param name="Ease">How easy it was to be heard and to follow the case.</param>
/// <param name="Result">How well the answer solved the matter.</param>
public sealed record Rating(int Ease, int Result);

/// <summary>In which language the complainant is spoken to.</summary>
public enum Language
{
    [Code("id")]
    Indonesian,

    [Code("en")]
    English,
}

/// <summary>Who the complainant is, as far as told. Wholly private; its key is the person's and erasing the person destroys it.</summary>
public sealed record Identity(string? Name, string? Address, string? Phone, string? Email)
{
    public bool IsEmpty => Name is null && Address is null && Phone is null && Email is null;
}

/// <summary>What looking at a file showed that its reader should know before opening it; what is dangerous was refused.</summary>
public enum FileCaution
{
    /// <summary>A PDF that runs something when it is opened.</summary>
    [Code("skrip")]
    Script,

    /// <summary>A document that fetches something from elsewhere when it is opened, and so tells that it was opened.</summary>
    [Code("tautan_luar")]
    ExternalContent,
}

/// <summary>A file as it was received, kept apart because what is handed out is a copy without what it told beside the picture.</summary>
/// <param name="Key">Its own key, base64; see <see cref="Evidence"/>.</param>
public sealed record OriginalFile(ContentHash Hash, long Bytes, string Key);

/// <summary>A file as the case keeps it. The name is the person's and private; the bytes lie in the blob store.</summary>
/// <param name="Key">The file's own key, base64. It lies sealed in the event, so whoever destroys the complainant's key destroys the file.</param>
public sealed record Evidence(ContentHash Hash, string FileName, string MediaType, long Bytes, string Key)
{
    /// <summary>The bytes as received, where those handed out are a cleaned copy; null where they are the same.</summary>
    public OriginalFile? Original { get; init; }

    /// <summary>The name the sender's device gave, where it was not safe to use.</summary>
    public string? GivenName { get; init; }

    public ImmutableArray<FileCaution>? Cautions { get; init; }

    /// <summary>The fingerprint of the bytes as received.</summary>
    public ContentHash ReceivedHash => Original?.Hash ?? Hash;

    public long ReceivedBytes => Original?.Bytes ?? Bytes;
}

/// <summary>Which file of a case: the version of the event that brought it, and its place in that event's list.</summary>
public sealed record FileRef(int Version, int Ordinal);
