using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>One case: story and history on the left, clocks, lawful acts and people on the right.</summary>
public sealed class CaseModel(ComplaintQueries queries, CurrentActor current, AnswerDrafts drafts, AnswerDesk writing, IClock clock)
    : CasePageModel(queries, current)
{
    private static readonly Duration JustNow = Duration.FromMinutes(5);
    private readonly ComplaintQueries queries = queries;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>Who filed it, where this reader may know without the unmasking act.</summary>
    public Identity? Identity { get; private set; }

    /// <summary>The posts of colleagues who are writing an answer right now.</summary>
    public IEnumerable<string> Writers { get; private set; } = [];

    /// <summary>The post that took the case on.</summary>
    public string? Officer { get; private set; }

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
            Act.NamePerson => "terkait",
            Act.DeclareConflict => "benturan",
            Act.Contact => "hubungi",
            Act.RevealIdentity => "identitas",
            Act.Close => "tutup",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The acts that bring a case further; the others stand below, folded, and none of them is the button that stands out.</summary>
    public static bool IsForward(Act act) => act is not (Act.RevealIdentity or Act.Close or Act.NamePerson or Act.DeclareConflict);

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
            Act.Contact => "phone",
            Act.RevealIdentity => "eye",
            Act.Close => "archive",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task<IActionResult> OnGet(int? baru, CancellationToken cancel)
    {
        // The story stands by itself above the history.
        Timeline =
        [
            .. CaseTimeline
                .For(Reader.Officer, Case.History)
                .Select(entry => entry.Event.Version == Case.Beginning.Version ? entry with { Body = null } : entry),
        ];
        Writers = (await writing.NamesOf(await drafts.Others(Case.Complaint.Id, Case.Reader, cancel), cancel)).Values;
        Officer = Case.Complaint.Officer is { } officer ? await writing.NameOf(officer, cancel) : null;
        if (Access.SeesIdentity(Case.Reader, Case.Complaint.Subject))
        {
            Identity = await queries.IdentityOf(Case.Complaint, cancel);
        }

        Done = Timeline.FirstOrDefault(entry =>
            entry.Event.Version == baru
            && entry.Event.Actor == Case.Reader.Name
            && clock.GetCurrentInstant() - entry.Event.RecordedAt < JustNow
        );
        return Page();
    }
}
