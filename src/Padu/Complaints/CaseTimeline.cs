using System.Diagnostics;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>For whom a timeline is told.</summary>
public enum TimelineReader
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
    public static IReadOnlyList<TimelineEntry> For(TimelineReader reader, IEnumerable<Recorded<ComplaintEvent>> history) =>
        [.. Told(reader, [.. history]).Select(recorded => Entry(reader, recorded)).OfType<TimelineEntry>().Reverse()];

    /// <summary>What a proposed answer would pay is the office's own until that answer goes out.</summary>
    private static IEnumerable<Recorded<ComplaintEvent>> Told(TimelineReader reader, IReadOnlyList<Recorded<ComplaintEvent>> history) =>
        history.Where(
            (recorded, at) =>
                reader == TimelineReader.Officer
                || recorded.Fact is not ComplaintEvent.CompensationDecided
                || history.Skip(at + 1).FirstOrDefault(later => later.Fact is ComplaintEvent.CompensationDecided or ComplaintEvent.Answered)
                    is { Fact: ComplaintEvent.Answered }
        );

    /// <summary>What an office writes for itself; another office that the case goes to later never reads it (<see cref="Access.ReadsPaperOf"/>).</summary>
    public static bool IsOfficePaper(ComplaintEvent fact) =>
        fact is ComplaintEvent.NoteAdded or ComplaintEvent.AnswerProposed or ComplaintEvent.AnswerReturned;

    private static TimelineEntry? Entry(TimelineReader reader, Recorded<ComplaintEvent> recorded)
    {
        var told = new Telling(reader, recorded);
        return recorded.Fact switch
        {
            ComplaintEvent.Submitted e => told.Theirs(
                "submitted",
                "file-check",
                told.Again ? e.Story : null,
                told.Again ? e.Evidence : null
            ) with
            {
                Office = e.Office,
            },
            ComplaintEvent.SplitOff e => told.Theirs("split-off", "file-check", told.Again ? e.Excerpt : null) with { Office = e.Office },
            ComplaintEvent.TakenIn e => told.Ours("taken-in", "clipboard-check", e.Reason) with
            {
                Office = e.Desk,
                Detail = e.ReadBack ? ["take-in.read-back"] : [],
            },
            ComplaintEvent.AgainstOffice e => told.That("against-office", "building-2") with { Office = e.Office },
            // Who represents is as private as who is represented; that somebody does is not.
            ComplaintEvent.Represented e => told.That("represented", "users", Of("representation.", e.Kind)) with { Office = null },
            ComplaintEvent.PowerShown => told.Theirs("power-shown", "file-text", null),
            // Who filed is told apart from what happened, and only to whom access.md allows.
            ComplaintEvent.Identified => null,
            ComplaintEvent.CompletionRequested e => told.ToThem("completion-requested", "circle-question-mark", e.Message) with
            {
                Detail = [.. e.Missing.Select(item => Of("missing.", item))],
            },
            ComplaintEvent.Completed e => told.Theirs("completed", "message-square-text", e.Text, e.Evidence),
            ComplaintEvent.AcceptedLate e => told.Internally("accepted-late", "clock", e.Reason),
            ComplaintEvent.Verified e => told.That("verified", "clipboard-check", [Of("class.", e.Class), .. KindOf(e.Kind)]),
            ComplaintEvent.Classified e => told.Internally("classified", "tag", e.Reason) with
            {
                Detail = [Of("class.", e.Class), .. KindOf(e.Kind), .. e.IsInCourt ? ["classify.in-court"] : Nothing],
            },
            ComplaintEvent.Concerned e => told.That("concerned", "calendar", [.. WhatItConcerns(e)]),
            ComplaintEvent.TransferProposed e => told.ToThem("transfer-proposed", "send", e.Reason) with
            {
                Office = e.Addressee,
                Detail = [Of("transfer.extent.", e.Extent)],
            },
            ComplaintEvent.TransferAgreed e => told.Consent("transfer-agreed", "thumbs-up", e.Basis, e.Note, e.Addressee),
            ComplaintEvent.TransferDeclined e => told.Consent("transfer-declined", "ban", e.Basis, e.Note, e.Addressee),
            ComplaintEvent.Transferred e => told.ToThem("transferred", "send", e.LetterNumber) with { Office = e.Addressee },
            ComplaintEvent.Joined e => told.That("joined", "users", Of("group.", e.Kind)),
            ComplaintEvent.Parted e => told.Ours("parted", "undo-2", e.Reason),
            ComplaintEvent.LeadFollowed => told.That("lead-followed", "users"),
            ComplaintEvent.Divided => told.That("divided", "copy"),
            // What other cases there are is the office's to know.
            ComplaintEvent.Linked e => told.ToOfficers(told.Ours("linked", "link", e.Note) with { Detail = [Of("link.", e.Kind)] }),
            ComplaintEvent.Unlinked e => told.ToOfficers(told.Ours("unlinked", "link", e.Reason)),
            ComplaintEvent.MemberJoined e => told.ToOfficers(told.That("member-joined", "users", Of("group.", e.Kind))),
            ComplaintEvent.MemberParted => told.ToOfficers(told.That("member-parted", "undo-2")),
            ComplaintEvent.Assigned e => told.Ours("assigned", "arrow-right", e.Instruction) with
            {
                Office = e.Office,
                Detail = reader == TimelineReader.Officer ? [$"unit.{e.Unit.Value}"] : [],
            },
            ComplaintEvent.AssignmentTakenBack => told.That("assignment-taken-back", "undo-2"),
            ComplaintEvent.TakenUp => told.That("taken-up", "user-check"),
            ComplaintEvent.Returned e => told.Internally("returned", "corner-up-left", e.Reason),
            ComplaintEvent.Directed e => told.ToOfficers(told.Internally("directed", "flag", e.Instruction)),
            ComplaintEvent.Asked e => told.ToThem("asked", "circle-question-mark", e.Question),
            ComplaintEvent.QuestionAnswered e => told.Theirs("question-answered", "message-square-text", e.Text, e.Evidence),
            ComplaintEvent.QuestionLapsed => told.That("question-lapsed", "hourglass") with { Office = null },
            // A draft and what was said of it are the office's own until the answer goes out.
            ComplaintEvent.AnswerProposed e => told.ToOfficers(
                told.Internally("answer-proposed", "pencil", e.Text) with
                {
                    Files = e.Evidence ?? [],
                }
            ),
            ComplaintEvent.CompensationAsked => told.That("compensation-asked", "receipt-text"),
            ComplaintEvent.CompensationDecided e => told.That(
                "compensation-decided",
                "receipt-text",
                CompensationWords.Write(e.Compensation)
            ),
            ComplaintEvent.ApartWished => told.That("apart-wished", "shield") with { Office = null },
            ComplaintEvent.AnswerReturned e => told.ToOfficers(told.Internally("answer-returned", "corner-up-left", e.Comment)),
            ComplaintEvent.AnswerApproved => told.ToOfficers(told.That("answer-approved", "circle-check")),
            ComplaintEvent.Answered e => told.ToThem("answered", "message-square-reply", e.Text, e.Evidence),
            ComplaintEvent.Replied e => told.Theirs("replied", "message-square-text", e.Text, e.Evidence),
            ComplaintEvent.Accepted e => told.Theirs("accepted", "thumbs-up", e.Text),
            ComplaintEvent.Rated e => told.Theirs("rated", "star", e.Comment) with
            {
                Detail = [$"rating.ease.{e.Rating.Ease}", $"rating.result.{e.Rating.Result}"],
            },
            ComplaintEvent.Withdrawn e => told.Theirs("withdrawn", "undo-2", e.Reason),
            ComplaintEvent.Objected e => told.Theirs("objected", "refresh-cw", e.Text, e.Evidence),
            ComplaintEvent.Reopened e => told.ToThem("reopened", "refresh-cw", e.Reason),
            ComplaintEvent.WordAdded e => told.Theirs("word-added", "message-square-text", e.Text, e.Evidence),
            ComplaintEvent.WordRead => told.That("word-read", "eye"),
            ComplaintEvent.NoteAdded e => told.ToOfficers(told.Internally("note-added", "sticky-note", e.Text)),
            ComplaintEvent.Barred e => told.ToOfficers(
                told.Internally("barred", "shield", e.Reason) with
                {
                    Detail = [Of("bar.", e.Ground)],
                }
            ),
            ComplaintEvent.BarLifted e => told.ToOfficers(told.Internally("bar-lifted", "shield", e.Reason)),
            ComplaintEvent.HandedUp e => told.That("handed-up", "arrow-right") with { Office = e.Office },
            ComplaintEvent.EntryRemoved e => told.ToThem("entry-removed", "file-check", e.Proof),
            ComplaintEvent.Closed e => told.ToThem("closed", "archive", e.Explanation) with { Detail = [Of("reason.", e.Reason)] },
            ComplaintEvent.ClockLapsed e => told.That("clock-lapsed", "triangle-alert", Of("clock.", e.Kind)) with
            {
                Tone = EntryTone.Late,
                Office = null,
            },
            // That a date was found to be the same is nobody's news.
            ComplaintEvent.ClocksRecounted e when e.Clocks.Moved(recorded.OccurredAt).ToList() is [_, ..] moved => told.That(
                "clocks-recounted",
                "calendar",
                [.. moved.Select(kind => Of("clock.", kind))]
            ) with
            {
                Office = null,
            },
            ComplaintEvent.ClocksRecounted => null,
            ComplaintEvent.IdentityRevealed e => told.Internally("identity-revealed", "eye", e.Reason),
            ComplaintEvent.UnmaskingRequested e => told.Internally("unmasking-requested", "key-round", e.Reason) with { Office = e.Office },
            ComplaintEvent.RequestJudged e => told.Internally(
                Of("request-judged.", e.Ruling),
                e.Ruling == Ruling.Allowed ? "check" : "x",
                e.Reason
            ),
            ComplaintEvent.OriginalReleased e => told.Internally("original-released", "download", e.Reason),
            ComplaintEvent.FileQuarantined => told.That("file-quarantined", "ban") with { Office = null },
            ComplaintEvent.LevelChanged e when e.From == e.To => told.Ours("identity-told", "eye-off", e.Reason),
            ComplaintEvent.LevelChanged e => told.Ours("level-changed", "eye-off", e.Reason) with { Detail = [Of("identity.", e.To)] },
            ComplaintEvent.CodeLossReported e => told.Internally("code-loss-reported", "key-round", e.Note) with
            {
                Office = e.Office,
                Detail = [.. e.Proofs.Select(proof => Of("proof.", proof))],
            },
            ComplaintEvent.CodeReissued => told.That("code-reissued", "key-round"),
            ComplaintEvent.ComplainantUnreached => told.That("complainant-unreached", "mail-x") with { Office = null },
            ComplaintEvent.ComplainantContacted e => told.Internally("complainant-contacted", "phone", e.Note),
            ComplaintEvent.Imported e => told.That("imported", "archive") with { Office = e.Office },
            ComplaintEvent.Escalated e => told.Said(Of("escalated-", e.Way), "scale", e.Reason) with
            {
                Office = e.Office,
                Detail = [Of("exhaustion.", e.Exhaustion.Ground)],
            },
            // Beside the case's own course; whoever filed reads them under the own data.
            ComplaintEvent.NoticeShown or ComplaintEvent.ConsentGiven or ComplaintEvent.ConsentWithdrawn => null,
            ComplaintEvent.IdentityCorrected => told.That("identity-corrected", "pencil"),
            ComplaintEvent.ProcessingRestricted => told.That("processing-restricted", "hourglass"),
            ComplaintEvent.RestrictionLifted e => told.Said("restriction-lifted", "refresh-cw", e.Reason),
            ComplaintEvent.HoldPlaced e => told.Internally("hold-placed", "gavel", e.Reason),
            ComplaintEvent.HoldLifted e => told.Internally("hold-lifted", "gavel", e.Reason),
            ComplaintEvent.PersonalDataErased e => told.That("personal-data-erased", "trash-2", Of("erasure.", e.Reason)),
            ComplaintEvent.IdentityShared => told.That("identity-shared", "user-check") with { Office = null },
            ComplaintEvent.NotesReleased e => told.Internally("notes-released", "folder-open", e.Reason),
            ComplaintEvent.EscalationEnded e => told.That(
                "escalation-ended",
                "scale",
                e.Conclusion is { } end ? Of("conclusion.", end) : "conclusion.none"
            ),
            _ => throw new UnreachableException($"No timeline entry for {recorded.Fact.GetType().Name}."),
        };
    }

    private static readonly string[] Nothing = [];

    /// <summary>A name among those of a family, for <see cref="CaseWords.Detail"/> to say.</summary>
    private static string Of(string family, Enum code) => family + code.Code();

    private static string[] KindOf(GrievanceCode? kind) => kind is { } known ? [$"kind.{known}"] : Nothing;

    private static IEnumerable<string> WhatItConcerns(ComplaintEvent.Concerned e)
    {
        if (e is { Election: { } election, Stage: { } stage })
        {
            yield return $"stage-of.{election}/{stage}";
        }

        if (e.Body is { } body)
        {
            yield return $"body-of.{body}";
        }

        if (e.Office is { } answers)
        {
            yield return $"office.{answers}";
        }

        if (e is { Election: null, Office: null })
        {
            yield return "concern.none";
        }
    }

    /// <summary>The few ways in which one event is told to one reader.</summary>
    private readonly record struct Telling(TimelineReader Reader, Recorded<ComplaintEvent> Recorded)
    {
        /// <summary>That it happened; nobody wrote anything.</summary>
        public TimelineEntry That(string name, string icon, params string[] detail) =>
            Entry(name, icon, EntryTone.Plain, null) with
            {
                Detail = detail,
            };

        /// <summary>The complainant's own words.</summary>
        public TimelineEntry Theirs(string name, string icon, string? words, IReadOnlyList<Evidence>? files = null) =>
            Entry(name, icon, EntryTone.FromComplainant, words) with
            {
                Office = null,
                Files = files ?? [],
            };

        /// <summary>What the office wrote to the complainant.</summary>
        public TimelineEntry ToThem(string name, string icon, string? words, IReadOnlyList<Evidence>? files = null) =>
            Entry(name, icon, EntryTone.FromOffice, words) with
            {
                Files = files ?? [],
            };

        /// <summary>What the office wrote to the complainant, if it wrote anything.</summary>
        public TimelineEntry Said(string name, string icon, string? words) => words is null ? That(name, icon) : ToThem(name, icon, words);

        /// <summary>What the office wrote for itself: an officer reads it as such, the complainant only that it happened.</summary>
        public TimelineEntry Internally(string name, string icon, string? words) =>
            Reader == TimelineReader.Officer ? Entry(name, icon, EntryTone.Internal, words) : That(name, icon);

        /// <summary>The same where the office need not write anything.</summary>
        public TimelineEntry Ours(string name, string icon, string? words) =>
            words is null ? That(name, icon) : Internally(name, icon, words);

        /// <summary>What the complainant is not told at all.</summary>
        public TimelineEntry? ToOfficers(TimelineEntry entry) => Reader == TimelineReader.Officer ? entry : null;

        /// <summary>The complainant's own word, or what an officer wrote down of it.</summary>
        public TimelineEntry Consent(string name, string icon, ConsentBasis basis, string? note, OfficeCode addressee) =>
            basis == ConsentBasis.Page
                ? Theirs(name, icon, note) with
                {
                    Office = addressee,
                    Detail = ["consent.halaman"],
                }
                : Internally(name, icon, note) with
                {
                    Office = addressee,
                    Detail = ["consent.petugas"],
                };

        /// <summary>The first story and its files are shown to whoever filed only after the code was given again.</summary>
        public bool Again => Reader != TimelineReader.Complainant;

        private TimelineEntry Entry(string name, string icon, EntryTone tone, string? words) =>
            new(Recorded, $"timeline.{name}", icon, tone, words, Recorded.Erased, Recorded.Office, [], []);
    }
}
