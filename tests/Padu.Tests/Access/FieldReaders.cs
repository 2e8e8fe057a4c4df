using Padu.Domain.Organisations;

namespace Padu.Tests.Access;

/// <summary>What a private field is, so far as access.md asks: who wrote it for whom.</summary>
internal enum FieldKind
{
    /// <summary>The complainant's own words.</summary>
    Own,

    /// <summary>An office's words to the complainant.</summary>
    Told,

    /// <summary>Told, and what the custodian and second persons see of a case that they judge something of.</summary>
    Title,

    /// <summary>What an office wrote for itself.</summary>
    Paper,

    /// <summary>The same, written by the province of a case in its city: the office where the case lies reads it.</summary>
    PaperFromAbove,

    /// <summary>A reason given to the custodian.</summary>
    Asked,

    /// <summary>The custodian's reason.</summary>
    Ruled,

    /// <summary>What was noted of somebody who lost their code.</summary>
    CodeLoss,

    /// <summary>Who the complainant is, or acts for them.</summary>
    Identity,

    /// <summary>The Ombudsman's own, and what was written to it alone.</summary>
    Ombudsman,

    /// <summary>What the Ombudsman concluded.</summary>
    Concluded,

    /// <summary>What an office wrote for itself and let the Ombudsman read.</summary>
    Released,

    /// <summary>The register of access of the election commission.</summary>
    Register,

    /// <summary>An office's own ready words.</summary>
    Ready,

    /// <summary>Shown by no page that is merely opened.</summary>
    Nobody,
}

/// <summary>access.md for each private field: who finds it on the pages that are merely opened.</summary>
internal static class FieldReaders
{
    private static readonly string[] OfOmbudsman = ["kepala-ombudsman", "asisten-ombudsman", "auditor-ombudsman"];
    private static readonly string[] OfCity = ["admin-kota", "ketua-kota", "teknis-kota"];
    private static readonly string[] OfProvince = ["admin-provinsi", "ketua-provinsi"];
    private const string Auditor = "auditor-provinsi";

    public static IReadOnlyDictionary<string, FieldKind> Kinds { get; } =
        new Dictionary<string, FieldKind>
        {
            ["complaint.accepted-late.v1 Reason"] = FieldKind.Paper,
            ["complaint.accepted.v1 Text"] = FieldKind.Own,
            ["complaint.answer-proposed.v1 Evidence"] = FieldKind.Paper,
            ["complaint.answer-proposed.v1 Text"] = FieldKind.Paper,
            ["complaint.answer-returned.v1 Comment"] = FieldKind.Paper,
            ["complaint.answered.v1 Evidence"] = FieldKind.Told,
            ["complaint.answered.v1 Text"] = FieldKind.Told,
            ["complaint.asked.v1 Question"] = FieldKind.Told,
            ["complaint.assigned.v1 Instruction"] = FieldKind.Paper,
            ["complaint.bar-lifted.v1 Reason"] = FieldKind.PaperFromAbove,
            ["complaint.barred.v1 Reason"] = FieldKind.Paper,
            ["complaint.classified.v2 Reason"] = FieldKind.Paper,
            ["complaint.closed.v1 Explanation"] = FieldKind.Told,
            ["complaint.code-loss-reported.v1 Note"] = FieldKind.CodeLoss,
            ["complaint.complainant-contacted.v1 Note"] = FieldKind.Paper,
            ["complaint.completed.v1 Evidence"] = FieldKind.Own,
            ["complaint.completed.v1 Text"] = FieldKind.Own,
            ["complaint.completion-requested.v1 Message"] = FieldKind.Told,
            ["complaint.directed.v1 Instruction"] = FieldKind.Paper,
            ["complaint.entry-removed.v1 Proof"] = FieldKind.Told,
            ["complaint.escalated.v1 Consent"] = FieldKind.Ombudsman,
            ["complaint.escalated.v1 Reason"] = FieldKind.Concluded,
            ["complaint.file-quarantined.v1 Finding"] = FieldKind.Nobody,
            ["complaint.hold-lifted.v1 Reason"] = FieldKind.Paper,
            ["complaint.hold-placed.v1 Reason"] = FieldKind.Paper,
            ["complaint.identified.v1 Identity"] = FieldKind.Identity,
            ["complaint.identity-revealed.v1 Reason"] = FieldKind.Paper,
            ["complaint.imported.v1 Category"] = FieldKind.Told,
            ["complaint.imported.v1 Fields"] = FieldKind.Told,
            ["complaint.imported.v1 Place"] = FieldKind.Told,
            ["complaint.imported.v1 SourceKey"] = FieldKind.Told,
            ["complaint.imported.v1 SourceSystem"] = FieldKind.Told,
            ["complaint.imported.v1 Title"] = FieldKind.Told,
            ["complaint.level-changed.v1 Reason"] = FieldKind.Paper,
            ["complaint.linked.v1 Note"] = FieldKind.Paper,
            ["complaint.note-added.v1 Text"] = FieldKind.Paper,
            ["complaint.notes-released.v1 Reason"] = FieldKind.Released,
            ["complaint.objected.v1 Evidence"] = FieldKind.Own,
            ["complaint.objected.v1 Text"] = FieldKind.Own,
            ["complaint.original-released.v1 Reason"] = FieldKind.Paper,
            ["complaint.parted.v1 Reason"] = FieldKind.Paper,
            ["complaint.power-shown.v1 Power"] = FieldKind.Identity,
            ["complaint.question-answered.v1 Evidence"] = FieldKind.Own,
            ["complaint.question-answered.v1 Text"] = FieldKind.Own,
            ["complaint.rated.v1 Comment"] = FieldKind.Own,
            ["complaint.reopened.v1 Reason"] = FieldKind.Told,
            ["complaint.replied.v1 Evidence"] = FieldKind.Own,
            ["complaint.replied.v1 Text"] = FieldKind.Own,
            ["complaint.represented.v1 Power"] = FieldKind.Identity,
            ["complaint.represented.v1 Who"] = FieldKind.Identity,
            ["complaint.request-judged.v1 Reason"] = FieldKind.Ruled,
            ["complaint.restriction-lifted.v1 Reason"] = FieldKind.Told,
            ["complaint.returned.v1 Reason"] = FieldKind.Paper,
            ["complaint.split-off.v1 Excerpt"] = FieldKind.Own,
            ["complaint.submitted.v1 Evidence"] = FieldKind.Own,
            ["complaint.submitted.v1 Place"] = FieldKind.Own,
            ["complaint.submitted.v1 RequestedResolution"] = FieldKind.Own,
            ["complaint.submitted.v1 Service"] = FieldKind.Own,
            ["complaint.submitted.v1 Story"] = FieldKind.Own,
            ["complaint.taken-in.v1 Reason"] = FieldKind.Paper,
            ["complaint.transfer-agreed.v1 Note"] = FieldKind.Paper,
            ["complaint.transfer-declined.v1 Note"] = FieldKind.Own,
            ["complaint.transfer-proposed.v1 Reason"] = FieldKind.Told,
            ["complaint.transferred.v1 LetterNumber"] = FieldKind.Told,
            ["complaint.unlinked.v1 Reason"] = FieldKind.Paper,
            ["complaint.unmasking-requested.v1 Reason"] = FieldKind.Asked,
            ["complaint.verified.v2 Title"] = FieldKind.Title,
            ["complaint.withdrawn.v1 Reason"] = FieldKind.Own,
            ["complaint.word-added.v1 Evidence"] = FieldKind.Own,
            ["complaint.word-added.v1 Text"] = FieldKind.Own,
            ["examination.closed.v1 Told"] = FieldKind.Ombudsman,
            ["examination.completed.v1 Evidence"] = FieldKind.Ombudsman,
            ["examination.completed.v1 Text"] = FieldKind.Ombudsman,
            ["examination.completion-requested.v1 Message"] = FieldKind.Ombudsman,
            ["examination.concluded.v1 Text"] = FieldKind.Concluded,
            ["examination.declined.v1 Explanation"] = FieldKind.Ombudsman,
            // Opened by an act that is written down.
            ["examination.deliberated.v1 Text"] = FieldKind.Nobody,
            ["examination.flagged-rapid.v1 Note"] = FieldKind.Ombudsman,
            ["examination.identity-revealed.v1 Reason"] = FieldKind.Ombudsman,
            ["examination.opened.v1 Wish"] = FieldKind.Ombudsman,
            ["examination.registered.v1 Note"] = FieldKind.Ombudsman,
            ["examination.verified.v1 Proposal"] = FieldKind.Ombudsman,
            ["oversight.delivery-given-up.v1 Reason"] = FieldKind.Register,
            ["oversight.exported.v1 Reason"] = FieldKind.Register,
            ["register.changed.v1 PrivateRow"] = FieldKind.Ready,
        };

    /// <summary>The property of the event that a field lies in.</summary>
    public static string RootOf(string field) => field.Split('.') is var parts ? string.Join('.', parts[..3]) : field;

    /// <summary>Whose pages show the word.</summary>
    public static IReadOnlyList<string> Of(string field, Life life)
    {
        // A name as the sender's device gave it may tell who they are, and an original tells where it was taken: nobody's but by an act.
        if (field.EndsWith(".GivenName", StringComparison.Ordinal) || field.EndsWith(".Original.Content", StringComparison.Ordinal))
        {
            return [];
        }

        string[] here = life switch
        {
            Life.Moved => ["admin-kaur", .. OfProvince],
            // Not assigned to any unit, but for the one that was referred.
            Life.Single => ["admin-kota", "ketua-kota", .. OfProvince],
            _ => [.. OfCity, .. OfProvince],
        };
        string[] there = life == Life.Taken ? OfOmbudsman : [];
        // What one regency writes for itself stays there when the case goes to another.
        string[] own = life == Life.Moved ? [.. OfProvince, Auditor] : [.. here, Auditor];
        return Kinds[RootOf(field)] switch
        {
            FieldKind.Own => [.. here, .. there],
            FieldKind.Told => [.. here, Auditor, .. there],
            FieldKind.Title => [.. here, Auditor, .. there, "kustodian"],
            FieldKind.Paper => own,
            FieldKind.PaperFromAbove => [.. here, Auditor],
            FieldKind.Asked => [.. own, "kustodian"],
            FieldKind.Ruled => [.. here, Auditor, "kustodian"],
            FieldKind.CodeLoss => [.. own, "kustodian"],
            // Of an open case whoever acts on it.
            FieldKind.Identity => life is Life.Open ? ["admin-provinsi", "admin-kota", "teknis-kota"]
            : life is Life.Single ? ["admin-provinsi", "admin-kota"]
            : [],
            FieldKind.Ombudsman => OfOmbudsman,
            FieldKind.Concluded or FieldKind.Released => [.. OfCity, .. OfProvince, Auditor, .. OfOmbudsman],
            FieldKind.Register => [Auditor],
            FieldKind.Ready => ["admin-kota", "teknis-kota"],
            FieldKind.Nobody => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
