using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>The random id of a letter's stream.</summary>
public readonly record struct LetterId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The SHA-256 of a text in UTF-8, 64 lower-case hexadecimal digits.</summary>
public readonly record struct TextHash(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What a letter says. Each documents an act of the case that was done before; a letter is never the act itself.</summary>
public enum LetterKind
{
    [Code("tanda_terima")]
    Receipt,

    [Code("permintaan_kelengkapan")]
    CompletionRequest,

    /// <summary>To the unit that must answer; it never leaves the office.</summary>
    [Code("lembar_disposisi")]
    Disposition,

    [Code("jawaban")]
    Answer,

    /// <summary>To the body that is competent, once the complainant agreed.</summary>
    [Code("surat_penerusan")]
    Onward,

    /// <summary>That the complaint was not taken on, with the reason of the closing list.</summary>
    [Code("keputusan")]
    Decision,

    [Code("surat_penutupan")]
    Closing,
}

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    [Code("rancangan")]
    Draft,

    /// <summary>Lies with whoever signs.</summary>
    [Code("menunggu_persetujuan")]
    Proposed,

    /// <summary>Signed; it has no number yet.</summary>
    [Code("disetujui")]
    Approved,

    [Code("terbit")]
    Issued,

    /// <summary>It was issued and holds no longer.</summary>
    [Code("dicabut")]
    Revoked,

    /// <summary>Given up before it was issued.</summary>
    [Code("dibatalkan")]
    Discarded,
}

/// <summary>What the kinds of letters have in common and where they differ.</summary>
public static class LetterKinds
{
    /// <summary>The act on the case that a letter of this kind documents: whoever may do that may write it.</summary>
    public static Act Documents(this LetterKind kind) =>
        kind switch
        {
            LetterKind.Receipt => Act.Verify,
            LetterKind.CompletionRequest => Act.RequestCompletion,
            LetterKind.Disposition => Act.Assign,
            LetterKind.Answer => Act.Answer,
            LetterKind.Onward => Act.SendTransfer,
            LetterKind.Decision or LetterKind.Closing => Act.Close,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>It stays inside the office and needs nobody's approval.</summary>
    public static bool IsInternal(this LetterKind kind) => kind == LetterKind.Disposition;

    /// <summary>Addressed to the complainant, who finds it behind number and code.</summary>
    public static bool IsToComplainant(this LetterKind kind) => kind is not (LetterKind.Disposition or LetterKind.Onward);

    /// <summary>Closed without the matter having been taken on: what a decision letter tells.</summary>
    public static bool IsDecision(this ClosingReason reason) =>
        reason
            is ClosingReason.NotCompetent
                or ClosingReason.NotCompleted
                or ClosingReason.BeforeACourt
                or ClosingReason.HandledElsewhere
                or ClosingReason.AlreadyResolved;
}
