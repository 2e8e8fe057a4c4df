namespace Padu.Domain.Examinations;

/// <summary>Where an examination stands.</summary>
public enum ExaminationStage
{
    /// <summary>Received; its formal and material verification is owed.</summary>
    [Code("diterima")]
    Received,

    [Code("menunggu_kelengkapan")]
    AwaitingCompletion,

    /// <summary>Verified; the plenary accepts it or not.</summary>
    [Code("menunggu_pleno")]
    Verified,

    /// <summary>Accepted and entered in the register; not yet taken up.</summary>
    [Code("terdaftar")]
    Registered,

    [Code("diperiksa")]
    UnderExamination,

    /// <summary>Not accepted; the complainant is to be told.</summary>
    [Code("tidak_diterima")]
    Declined,

    /// <summary>Concluded; the complainant and the office are to be told.</summary>
    [Code("disimpulkan")]
    Concluded,

    [Code("ditutup")]
    Closed,
}

/// <summary>Why a report is not accepted: the part of the closing list (rule 36; UU 37/2008 art. 36) that the plenary can reach before examining.</summary>
public enum DeclineReason
{
    [Code("tidak_memenuhi_syarat_formil")]
    FormallyIncomplete,

    [Code("tidak_melengkapi_data")]
    NotCompleted,

    [Code("bukan_kewenangan")]
    NotCompetent,

    [Code("lewat_2_tahun")]
    TooOld,

    [Code("belum_lapor_ke_terlapor")]
    NotYetComplained,

    [Code("sedang_proses_peradilan")]
    BeforeCourt,

    [Code("sedang_ditangani_instansi")]
    BeingHandled,

    [Code("sudah_diselesaikan_instansi")]
    AlreadyResolved,

    [Code("dicabut_pelapor")]
    Withdrawn,
}

/// <summary>What is checked of a report: first formally, then materially (domain rules, section 2.3).</summary>
public enum VerifiedItem
{
    [Code("identitas")]
    Identity,

    [Code("upaya_sebelumnya")]
    EffortsMade,

    [Code("kronologi")]
    Chronology,

    [Code("harapan")]
    HopedResult,

    [Code("tidak_ganda")]
    NotReportedTwice,

    [Code("kewenangan")]
    Competence,

    [Code("belum_selesai")]
    NotYetSolved,

    [Code("waktu_wajar")]
    TimePassed,
}

/// <summary>The three criteria of rapid response (RCO; rule 35).</summary>
public enum RapidCriterion
{
    [Code("darurat")]
    Emergency,

    /// <summary>Also a psychological one.</summary>
    [Code("ancaman_jiwa")]
    ThreatToLife,

    [Code("ancaman_hak_hidup")]
    ThreatToRightToLife,
}

/// <summary>Whose move it is.</summary>
public enum ExaminationMover
{
    [Code("asisten")]
    Assistant,

    [Code("kepala")]
    Head,

    [Code("pelapor")]
    Complainant,

    [Code("tidak_ada")]
    Nobody,
}

/// <summary>What the assistant proposes to the plenary. Deliberation: wholly private, and no code of it stands in a public part.</summary>
/// <param name="Met">What was found in order.</param>
/// <param name="Reason">Why not to accept it; null to accept.</param>
public sealed record Proposal(System.Collections.Immutable.ImmutableArray<VerifiedItem> Met, DeclineReason? Reason, string Note);
