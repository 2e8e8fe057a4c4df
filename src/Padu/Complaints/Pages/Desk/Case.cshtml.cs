using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>One case: story and history on the left, clocks, lawful acts and people on the right.</summary>
public sealed class CaseModel(
    ComplaintQueries queries,
    CurrentActor current,
    AnswerDrafts drafts,
    AnswerDesk writing,
    CaseCustody custody,
    IOmbudsmanSide ombudsman,
    IClock clock
) : CasePageModel(queries, current)
{
    private static readonly Duration JustNow = Duration.FromMinutes(5);
    private readonly ComplaintQueries queries = queries;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public IReadOnlyList<KeptFile> Files { get; private set; } = [];

    /// <summary>What the Ombudsman lets the office see; null when it never went there.</summary>
    public OmbudsmanSide? Ombudsman { get; private set; }

    /// <summary>Who filed it, where this reader may know without the unmasking act.</summary>
    public Identity? Identity { get; private set; }

    /// <summary>The posts of colleagues who are writing an answer right now.</summary>
    public IEnumerable<string> Writers { get; private set; } = [];

    /// <summary>The post that took the case on.</summary>
    public string? Officer { get; private set; }

    /// <summary>The cases this one is tied to that the reader may see.</summary>
    public IReadOnlyList<CaseLine> Related { get; private set; } = [];

    /// <summary>How many may be the same; counted while the case is being checked, which is when it matters.</summary>
    public int SimilarCount { get; private set; }

    public Representative? Representative { get; private set; }

    public IReadOnlyList<(int Version, int Index, Evidence File)> Powers { get; private set; } = [];

    /// <summary>What this reader has just done here.</summary>
    public TimelineEntry? Done { get; private set; }

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(Act act) =>
        act switch
        {
            Act.Verify => "verifikasi",
            Act.RequestCompletion => "kelengkapan",
            Act.Assign => "tugaskan",
            Act.TakeUp => "ambil",
            Act.Return => "kembalikan",
            Act.Direct => "arahan",
            Act.Ask => "tanya",
            // One page: whether it sends or proposes is the office's own rule.
            Act.Answer or Act.Propose => "jawab",
            Act.Approve => "setujui",
            Act.Reopen => "buka-kembali",
            Act.Note => "catatan",
            Act.ReadWord => "tambahan",
            Act.PlaceHold => "tahan",
            Act.NamePerson => "terkait",
            Act.DeclareConflict => "benturan",
            Act.Classify => "kelas",
            Act.Concern => "tahapan",
            Act.ProposeTransfer => "alihkan",
            Act.RecordConsent => "persetujuan",
            Act.SendTransfer => "kirim",
            Act.Link => "tautkan",
            Act.Group => "kelompok",
            Act.Part => "lepas",
            Act.Split => "pecah",
            Act.Contact => "hubungi",
            Act.RequestUnmasking => "minta-identitas",
            Act.RevealIdentity => "identitas",
            Act.Refer => "ombudsman",
            Act.ReleaseNotes => "lepas-catatan",
            Act.Close => "tutup",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The acts that bring a case further; opening an identity and closing are never the button that stands out.</summary>
    public static bool IsForward(Act act) =>
        act is not (Act.RequestUnmasking or Act.RevealIdentity or Act.Refer or Act.ReleaseNotes or Act.Note or Act.Close) && !IsRare(act);

    /// <summary>What few cases need stands folded away below what most do.</summary>
    public static bool IsRare(Act act) =>
        act
            is Act.Classify
                or Act.Concern
                or Act.ProposeTransfer
                or Act.Link
                or Act.Group
                or Act.Part
                or Act.Split
                or Act.PlaceHold
                or Act.NamePerson
                or Act.DeclareConflict;

    /// <summary>How a related case is tied to this one: a word of the texts.</summary>
    public string TieOf(ComplaintRow row)
    {
        var (complaint, id) = (Case.Complaint, new ComplaintId(row.Id));
        return complaint.Lead == id ? "lead"
            : complaint.Origin == id ? "letter"
            : complaint.Parts.Contains(id) ? "part"
            : complaint.Links.First(link => link.Other == id).Kind.Code();
    }

    public static string IconOf(Act act) =>
        act switch
        {
            Act.Verify => "clipboard-check",
            Act.RequestCompletion => "circle-question-mark",
            Act.Assign => "arrow-right",
            Act.TakeUp => "user-check",
            Act.Return => "corner-up-left",
            Act.Direct => "flag",
            Act.Ask => "circle-question-mark",
            Act.Answer or Act.Propose => "message-square-reply",
            Act.Approve => "circle-check",
            Act.Reopen => "refresh-cw",
            Act.Note => "sticky-note",
            Act.ReadWord => "message-square-text",
            Act.NamePerson or Act.DeclareConflict => "shield",
            Act.PlaceHold => "gavel",
            Act.Classify => "tag",
            Act.Concern => "calendar",
            Act.ProposeTransfer or Act.SendTransfer => "send",
            Act.RecordConsent => "thumbs-up",
            Act.Link => "link",
            Act.Group => "users",
            Act.Part => "undo-2",
            Act.Split => "copy",
            Act.Contact => "phone",
            Act.RequestUnmasking => "key-round",
            Act.RevealIdentity => "eye",
            Act.Refer => "scale",
            Act.ReleaseNotes => "folder-open",
            Act.Close => "archive",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task<IActionResult> OnGet(int? baru, CancellationToken cancel)
    {
        Ombudsman = await ombudsman.Of(Case.Complaint, TimelineReader.Officer, cancel);
        // The story stands by itself above the history.
        IReadOnlyList<TimelineEntry> own =
        [
            .. CaseTimeline
                .For(TimelineReader.Officer, Case.History)
                .Select(entry => entry.Event.Version == Case.Beginning.Version ? entry with { Body = null } : entry),
        ];
        Writers = (await writing.NamesOf(await drafts.Others(Case.Complaint.Id, Case.Reader, cancel), cancel)).Values;
        Officer = Case.Complaint.Officer is { } officer ? await writing.NameOf(officer, cancel) : null;
        Files = await custody.Of(Case.Complaint, Case.History, cancel);
        Timeline = own.With(Ombudsman);
        if (Access.SeesIdentity(Case.Reader, Case.Complaint.Subject))
        {
            Identity = await queries.IdentityOf(Case.Complaint, cancel);
            Representative = (await queries.RepresentationOf(Case.Complaint, cancel))?.Who;
            Powers = await queries.PowerOf(Case.Complaint, cancel);
        }

        await Relate(cancel);
        Done = own.FirstOrDefault(entry =>
            entry.Event.Version == baru
            && entry.Event.Actor == Case.Reader.Name
            && clock.GetCurrentInstant() - entry.Event.RecordedAt < JustNow
        );
        return Page();
    }

    private async Task Relate(CancellationToken cancel)
    {
        var complaint = Case.Complaint;
        ComplaintId?[] single = [complaint.Lead, complaint.Origin];
        Related = await queries.Among(
            Case.Reader,
            [.. single.OfType<ComplaintId>(), .. complaint.Parts, .. complaint.Links.Select(link => link.Other)],
            cancel
        );
        if (complaint.Stage == Stage.Received && Case.Offers.Contains(Act.Link))
        {
            SimilarCount = (await queries.Similar(Case, cancel)).Count;
        }
    }
}
