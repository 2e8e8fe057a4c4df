using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>For whom a timeline is told.</summary>
public enum Reader
{
    /// <summary>The complainant: everything that happened, nothing that an office wrote for itself.</summary>
    Complainant,

    /// <summary>The complainant who gave the code again: also the own story.</summary>
    ComplainantAgain,

    Officer,
}

/// <summary>How an entry is drawn: letters between the two sides, or the office's own paper.</summary>
public enum EntryTone
{
    Plain,
    FromComplainant,
    FromOffice,
    Internal,
    Late,
}

/// <summary>One thing that happened, as one reader may see it.</summary>
/// <param name="Key">The event's name in the texts: <c>timeline.{name}</c>.</param>
/// <param name="Body">Words somebody wrote; null where there are none or the reader may not read them.</param>
/// <param name="Erased">The words were there and their key is gone.</param>
/// <param name="Office">The office that acted, or the one it went to.</param>
/// <param name="Detail">Codes that the page turns into words: the class, the reason, what is missing, the clock.</param>
public sealed record TimelineEntry(
    Recorded Event,
    string Key,
    string Icon,
    EntryTone Tone,
    string? Body,
    bool Erased,
    OfficeCode? Office,
    IReadOnlyList<string> Detail,
    IReadOnlyList<Evidence> Files
)
{
    /// <summary>Under which address its files lie; null where they are only named.</summary>
    public string? Folder { get; init; } = "bukti";

    /// <summary>Told of the Ombudsman's file, not of the complaint's.</summary>
    public bool IsOmbudsmans { get; init; }
}

/// <summary>The history of a case in the words each reader may see, newest first.</summary>
public static class CaseTimeline
{
    public static IReadOnlyList<TimelineEntry> For(Reader reader, IEnumerable<Recorded<ComplaintEvent>> history) =>
        Told(reader, [.. history]).Select(recorded => Entry(reader, recorded)).OfType<TimelineEntry>().Reverse().ToList();

    /// <summary>What a proposed answer would pay is the office's own until that answer goes out.</summary>
    private static IEnumerable<Recorded<ComplaintEvent>> Told(Reader reader, IReadOnlyList<Recorded<ComplaintEvent>> history) =>
        history.Where(
            (recorded, at) =>
                reader == Reader.Officer
                || recorded.Fact is not ComplaintEvent.CompensationDecided
                || history.Skip(at + 1).FirstOrDefault(later => later.Fact is ComplaintEvent.CompensationDecided or ComplaintEvent.Answered)
                    is { Fact: ComplaintEvent.Answered }
        );

    /// <summary>What an office writes for itself; another office that the case goes to later never reads it (<see cref="Access.ReadsPaperOf"/>).</summary>
    public static bool IsOfficePaper(ComplaintEvent fact) =>
        fact is ComplaintEvent.NoteAdded or ComplaintEvent.AnswerProposed or ComplaintEvent.AnswerReturned;

    private static TimelineEntry? Entry(Reader reader, Recorded<ComplaintEvent> recorded) =>
        recorded.Fact switch
        {
            ComplaintEvent.Submitted e => Of(
                recorded,
                "submitted",
                "file-check",
                EntryTone.FromComplainant,
                reader == Reader.Complainant ? null : e.Story,
                e.Office,
                files: reader == Reader.Complainant ? null : e.Evidence
            ),
            ComplaintEvent.SplitOff e => Of(
                recorded,
                "split-off",
                "file-check",
                EntryTone.FromComplainant,
                reader == Reader.Complainant ? null : e.Excerpt,
                e.Office
            ),
            ComplaintEvent.TakenIn e => Of(
                recorded,
                "taken-in",
                "clipboard-check",
                reader == Reader.Officer && e.Reason is not null ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                e.Desk,
                e.ReadBack ? ["take-in.read-back"] : []
            ),
            ComplaintEvent.AgainstOffice e => Of(recorded, "against-office", "building-2", EntryTone.Plain, null, e.Office),
            // Who represents is as private as who is represented; that somebody does is not.
            ComplaintEvent.Represented e => Of(
                recorded,
                "represented",
                "users",
                EntryTone.Plain,
                null,
                null,
                [$"representation.{Domain.CodeOf.Code(e.Kind)}"]
            ),
            ComplaintEvent.PowerShown => Of(recorded, "power-shown", "file-text", EntryTone.FromComplainant, null, null),
            // Who filed is told apart from what happened, and only to whom access.md allows.
            ComplaintEvent.Identified => null,
            ComplaintEvent.CompletionRequested e => Of(
                recorded,
                "completion-requested",
                "circle-question-mark",
                EntryTone.FromOffice,
                e.Message,
                recorded.Office,
                [.. e.Missing.Select(item => $"missing.{Domain.CodeOf.Code(item)}")]
            ),
            ComplaintEvent.Completed e => Of(
                recorded,
                "completed",
                "message-square-text",
                EntryTone.FromComplainant,
                e.Text,
                null,
                files: e.Evidence
            ),
            ComplaintEvent.AcceptedLate e => Of(
                recorded,
                "accepted-late",
                "clock",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office
            ),
            ComplaintEvent.Verified e => Of(
                recorded,
                "verified",
                "clipboard-check",
                EntryTone.Plain,
                null,
                recorded.Office,
                [$"class.{Domain.CodeOf.Code(e.Class)}", .. KindOf(e.Kind)]
            ),
            ComplaintEvent.Classified e => Of(
                recorded,
                "classified",
                "tag",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office,
                [$"class.{Domain.CodeOf.Code(e.Class)}", .. KindOf(e.Kind), .. e.IsInCourt ? new[] { "classify.in-court" } : []]
            ),
            ComplaintEvent.Concerned e => Of(
                recorded,
                "concerned",
                "calendar",
                EntryTone.Plain,
                null,
                recorded.Office,
                [
                    .. e is { Election: { } election, Stage: { } stage } ? new[] { $"stage-of.{election}/{stage}" } : [],
                    .. e.Body is { } body ? new[] { $"body-of.{body}" } : [],
                    .. e.Office is { } answers ? new[] { $"office.{answers}" } : [],
                    .. e is { Election: null, Office: null } ? new[] { "concern.none" } : [],
                ]
            ),
            ComplaintEvent.TransferProposed e => Of(
                recorded,
                "transfer-proposed",
                "send",
                EntryTone.FromOffice,
                e.Reason,
                e.Addressee,
                [$"transfer.extent.{Domain.CodeOf.Code(e.Extent)}"]
            ),
            ComplaintEvent.TransferAgreed e => Consent(reader, recorded, "transfer-agreed", "thumbs-up", e.Basis, e.Note, e.Addressee),
            ComplaintEvent.TransferDeclined e => Consent(reader, recorded, "transfer-declined", "ban", e.Basis, e.Note, e.Addressee),
            ComplaintEvent.Transferred e => Of(recorded, "transferred", "send", EntryTone.FromOffice, e.LetterNumber, e.Addressee),
            ComplaintEvent.Joined e => Of(
                recorded,
                "joined",
                "users",
                EntryTone.Plain,
                null,
                recorded.Office,
                [$"group.{Domain.CodeOf.Code(e.Kind)}"]
            ),
            ComplaintEvent.Parted e => Of(
                recorded,
                "parted",
                "undo-2",
                reader == Reader.Officer && e.Reason is not null ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office
            ),
            ComplaintEvent.LeadFollowed => Of(recorded, "lead-followed", "users", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.Divided => Of(recorded, "divided", "copy", EntryTone.Plain, null, recorded.Office),
            // What other cases there are is the office's to know.
            ComplaintEvent.Linked e => reader == Reader.Officer
                ? Of(recorded, "linked", "link", Internal(e.Note), e.Note, recorded.Office, [$"link.{Domain.CodeOf.Code(e.Kind)}"])
                : null,
            ComplaintEvent.Unlinked e => reader == Reader.Officer
                ? Of(recorded, "unlinked", "link", Internal(e.Reason), e.Reason, recorded.Office)
                : null,
            ComplaintEvent.MemberJoined e => reader == Reader.Officer
                ? Of(recorded, "member-joined", "users", EntryTone.Plain, null, recorded.Office, [$"group.{Domain.CodeOf.Code(e.Kind)}"])
                : null,
            ComplaintEvent.MemberParted => reader == Reader.Officer
                ? Of(recorded, "member-parted", "undo-2", EntryTone.Plain, null, recorded.Office)
                : null,
            ComplaintEvent.Assigned e => Of(
                recorded,
                "assigned",
                "arrow-right",
                reader == Reader.Officer && e.Instruction is not null ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Instruction : null,
                e.Office,
                reader == Reader.Officer ? [$"unit.{e.Unit.Value}"] : []
            ),
            ComplaintEvent.AssignmentTakenBack => Of(recorded, "assignment-taken-back", "undo-2", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.TakenUp => Of(recorded, "taken-up", "user-check", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.Returned e => Internal(reader, recorded, "returned", "corner-up-left", e.Reason),
            ComplaintEvent.Directed e => OfficeOnly(reader, recorded, "directed", "flag", e.Instruction),
            ComplaintEvent.Asked e => Of(recorded, "asked", "circle-question-mark", EntryTone.FromOffice, e.Question, recorded.Office),
            ComplaintEvent.QuestionAnswered e => Of(
                recorded,
                "question-answered",
                "message-square-text",
                EntryTone.FromComplainant,
                e.Text,
                null,
                files: e.Evidence
            ),
            ComplaintEvent.QuestionLapsed => Of(recorded, "question-lapsed", "hourglass", EntryTone.Plain, null, null),
            // A draft and what was said of it are the office's own until the answer goes out.
            ComplaintEvent.AnswerProposed e => OfficeOnly(reader, recorded, "answer-proposed", "pencil", e.Text, files: e.Evidence),
            ComplaintEvent.CompensationAsked => Of(recorded, "compensation-asked", "receipt-text", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.CompensationDecided e => Of(
                recorded,
                "compensation-decided",
                "receipt-text",
                EntryTone.Plain,
                null,
                recorded.Office,
                [CompensationWords.Write(e.Compensation)]
            ),
            ComplaintEvent.ApartWished => Of(recorded, "apart-wished", "shield", EntryTone.Plain, null, null),
            ComplaintEvent.AnswerReturned e => OfficeOnly(reader, recorded, "answer-returned", "corner-up-left", e.Comment),
            ComplaintEvent.AnswerApproved => reader == Reader.Officer
                ? Of(recorded, "answer-approved", "circle-check", EntryTone.Plain, null, recorded.Office)
                : null,
            ComplaintEvent.Answered e => Of(
                recorded,
                "answered",
                "message-square-reply",
                EntryTone.FromOffice,
                e.Text,
                recorded.Office,
                files: e.Evidence
            ),
            ComplaintEvent.Replied e => Of(
                recorded,
                "replied",
                "message-square-text",
                EntryTone.FromComplainant,
                e.Text,
                null,
                files: e.Evidence
            ),
            ComplaintEvent.Accepted e => Of(recorded, "accepted", "thumbs-up", EntryTone.FromComplainant, e.Text, null),
            ComplaintEvent.Rated e => Of(
                recorded,
                "rated",
                "star",
                EntryTone.FromComplainant,
                e.Comment,
                null,
                [$"rating.ease.{e.Rating.Ease}", $"rating.result.{e.Rating.Result}"]
            ),
            ComplaintEvent.Withdrawn e => Of(recorded, "withdrawn", "undo-2", EntryTone.FromComplainant, e.Reason, null),
            ComplaintEvent.Objected e => Of(recorded, "objected", "refresh-cw", EntryTone.FromComplainant, e.Text, null, files: e.Evidence),
            ComplaintEvent.Reopened e => Of(recorded, "reopened", "refresh-cw", EntryTone.FromOffice, e.Reason, recorded.Office),
            ComplaintEvent.WordAdded e => Of(
                recorded,
                "word-added",
                "message-square-text",
                EntryTone.FromComplainant,
                e.Text,
                null,
                files: e.Evidence
            ),
            ComplaintEvent.WordRead => Of(recorded, "word-read", "eye", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.NoteAdded e => OfficeOnly(reader, recorded, "note-added", "sticky-note", e.Text),
            ComplaintEvent.Barred e => OfficeOnly(reader, recorded, "barred", "shield", e.Reason, [$"bar.{Domain.CodeOf.Code(e.Ground)}"]),
            ComplaintEvent.BarLifted e => OfficeOnly(reader, recorded, "bar-lifted", "shield", e.Reason),
            ComplaintEvent.HandedUp e => Of(recorded, "handed-up", "arrow-right", EntryTone.Plain, null, e.Office),
            ComplaintEvent.Closed e => Of(
                recorded,
                "closed",
                "archive",
                EntryTone.FromOffice,
                e.Explanation,
                recorded.Office,
                [$"reason.{Domain.CodeOf.Code(e.Reason)}"]
            ),
            ComplaintEvent.ClockLapsed e => Of(
                recorded,
                "clock-lapsed",
                "triangle-alert",
                EntryTone.Late,
                null,
                null,
                [$"clock.{Domain.CodeOf.Code(e.Kind)}"]
            ),
            // That a date was found to be the same is nobody's news.
            ComplaintEvent.ClocksRecounted e when e.Clocks.Moved(recorded.OccurredAt).Any() => Of(
                recorded,
                "clocks-recounted",
                "calendar",
                EntryTone.Plain,
                null,
                null,
                [.. e.Clocks.Moved(recorded.OccurredAt).Select(kind => $"clock.{Domain.CodeOf.Code(kind)}")]
            ),
            ComplaintEvent.ClocksRecounted => null,
            ComplaintEvent.IdentityRevealed e => Of(
                recorded,
                "identity-revealed",
                "eye",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office
            ),
            ComplaintEvent.UnmaskingRequested e => Of(
                recorded,
                "unmasking-requested",
                "key-round",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                e.Office
            ),
            ComplaintEvent.RequestJudged e => Of(
                recorded,
                $"request-judged.{Domain.CodeOf.Code(e.Ruling)}",
                e.Ruling == Ruling.Allowed ? "check" : "x",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office
            ),
            ComplaintEvent.OriginalReleased e => Of(
                recorded,
                "original-released",
                "download",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office
            ),
            ComplaintEvent.FileQuarantined => Of(recorded, "file-quarantined", "ban", EntryTone.Plain, null, null),
            ComplaintEvent.LevelChanged e => Of(
                recorded,
                e.From == e.To ? "identity-told" : "level-changed",
                "eye-off",
                reader == Reader.Officer && e.Reason is not null ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office,
                e.From == e.To ? [] : [$"identity.{Domain.CodeOf.Code(e.To)}"]
            ),
            ComplaintEvent.CodeLossReported e => Of(
                recorded,
                "code-loss-reported",
                "key-round",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Note : null,
                e.Office,
                [.. e.Proofs.Select(proof => $"proof.{Domain.CodeOf.Code(proof)}")]
            ),
            ComplaintEvent.CodeReissued => Of(recorded, "code-reissued", "key-round", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.ComplainantUnreached => Of(recorded, "complainant-unreached", "mail-x", EntryTone.Plain, null, null),
            ComplaintEvent.ComplainantContacted e => Of(
                recorded,
                "complainant-contacted",
                "phone",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Note : null,
                recorded.Office
            ),
            ComplaintEvent.Imported e => Of(recorded, "imported", "archive", EntryTone.Plain, null, e.Office),
            ComplaintEvent.Escalated e => Of(
                recorded,
                $"escalated-{Domain.CodeOf.Code(e.Way)}",
                "scale",
                e.Reason is null ? EntryTone.Plain : EntryTone.FromOffice,
                e.Reason,
                e.Office,
                [$"exhaustion.{Domain.CodeOf.Code(e.Exhaustion.Ground)}"]
            ),
            // Beside the case's own course; whoever filed reads them under the own data.
            ComplaintEvent.NoticeShown or ComplaintEvent.ConsentGiven or ComplaintEvent.ConsentWithdrawn => null,
            ComplaintEvent.IdentityCorrected => Of(recorded, "identity-corrected", "pencil", EntryTone.Plain, null, recorded.Office),
            ComplaintEvent.ProcessingRestricted => Of(
                recorded,
                "processing-restricted",
                "hourglass",
                EntryTone.Plain,
                null,
                recorded.Office
            ),
            ComplaintEvent.RestrictionLifted e => Of(
                recorded,
                "restriction-lifted",
                "refresh-cw",
                e.Reason is null ? EntryTone.Plain : EntryTone.FromOffice,
                e.Reason,
                recorded.Office
            ),
            ComplaintEvent.HoldPlaced e => Internal(reader, recorded, "hold-placed", "gavel", e.Reason),
            ComplaintEvent.HoldLifted e => Internal(reader, recorded, "hold-lifted", "gavel", e.Reason),
            ComplaintEvent.PersonalDataErased e => Of(
                recorded,
                "personal-data-erased",
                "trash-2",
                EntryTone.Plain,
                null,
                recorded.Office,
                [$"erasure.{Domain.CodeOf.Code(e.Reason)}"]
            ),
            ComplaintEvent.IdentityShared => Of(recorded, "identity-shared", "user-check", EntryTone.Plain, null, null),
            ComplaintEvent.NotesReleased e => Of(
                recorded,
                "notes-released",
                "folder-open",
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? e.Reason : null,
                recorded.Office
            ),
            ComplaintEvent.EscalationEnded e => Of(
                recorded,
                "escalation-ended",
                "scale",
                EntryTone.Plain,
                null,
                recorded.Office,
                [e.Conclusion is { } end ? $"conclusion.{Domain.CodeOf.Code(end)}" : "conclusion.none"]
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No timeline entry for {recorded.Fact.GetType().Name}."),
        };

    private static EntryTone Internal(string? paper) => paper is null ? EntryTone.Plain : EntryTone.Internal;

    /// <summary>The office's own words: an officer reads them as such, the complainant only that it happened.</summary>
    private static TimelineEntry Internal(
        Reader reader,
        Recorded<ComplaintEvent> recorded,
        string name,
        string icon,
        string? body,
        string[]? detail = null,
        IReadOnlyList<Evidence>? files = null
    ) =>
        reader == Reader.Officer
            ? Of(recorded, name, icon, EntryTone.Internal, body, recorded.Office, detail, files)
            : Of(recorded, name, icon, EntryTone.Plain, null, recorded.Office);

    /// <summary>What the complainant is not told at all.</summary>
    private static TimelineEntry? OfficeOnly(
        Reader reader,
        Recorded<ComplaintEvent> recorded,
        string name,
        string icon,
        string? body,
        string[]? detail = null,
        IReadOnlyList<Evidence>? files = null
    ) => reader == Reader.Officer ? Internal(reader, recorded, name, icon, body, detail, files) : null;

    private static string[] KindOf(GrievanceCode? kind) => kind is { } known ? [$"kind.{known}"] : [];

    /// <summary>The complainant's own word, or what an officer wrote down of it.</summary>
    private static TimelineEntry Consent(
        Reader reader,
        Recorded<ComplaintEvent> recorded,
        string name,
        string icon,
        ConsentBasis basis,
        string? note,
        OfficeCode addressee
    ) =>
        basis == ConsentBasis.Page
            ? Of(recorded, name, icon, EntryTone.FromComplainant, note, addressee, ["consent.halaman"])
            : Of(
                recorded,
                name,
                icon,
                reader == Reader.Officer ? EntryTone.Internal : EntryTone.Plain,
                reader == Reader.Officer ? note : null,
                addressee,
                ["consent.petugas"]
            );

    private static TimelineEntry Of(
        Recorded<ComplaintEvent> recorded,
        string name,
        string icon,
        EntryTone tone,
        string? body,
        OfficeCode? office,
        string[]? detail = null,
        IReadOnlyList<Evidence>? files = null
    ) => new(recorded, $"timeline.{name}", icon, tone, body, recorded.Erased, office, detail ?? [], files ?? []);
}
