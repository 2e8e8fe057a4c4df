using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>One case: story and history on the left, clocks, lawful acts and people on the right.</summary>
public sealed class CaseModel(
    ComplaintQueries queries,
    CurrentActor current,
    CaseCustody custody,
    IOmbudsmanSide ombudsman,
    IClock clock
)
    : CasePageModel(queries, current)
{
    private static readonly Duration JustNow = Duration.FromMinutes(5);
    private readonly ComplaintQueries queries = queries;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public IReadOnlyList<KeptFile> Files { get; private set; } = [];

    /// <summary>What the Ombudsman lets the office see; null when it never went there.</summary>
    public OmbudsmanSide? Ombudsman { get; private set; }

    /// <summary>Who filed it, where this reader may know without the unmasking act.</summary>
    public Identity? Identity { get; private set; }

    /// <summary>What this reader has just done here.</summary>
    public TimelineEntry? Done { get; private set; }

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(Act act) =>
        act switch
        {
            Act.Verify => "verifikasi",
            Act.RequestCompletion => "kelengkapan",
            Act.Assign => "tugaskan",
            Act.Answer => "jawab",
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
        act is not (Act.RequestUnmasking or Act.RevealIdentity or Act.Refer or Act.ReleaseNotes or Act.Close);

    public static string IconOf(Act act) =>
        act switch
        {
            Act.Verify => "clipboard-check",
            Act.RequestCompletion => "circle-question-mark",
            Act.Assign => "arrow-right",
            Act.Answer => "message-square-reply",
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
        Ombudsman = await ombudsman.Of(Case.Complaint, Reader.Officer, cancel);
        // The story stands by itself above the history.
        IReadOnlyList<TimelineEntry> own =
        [
            .. CaseTimeline
                .For(Reader.Officer, Case.History)
                .Select(entry => entry.Event.Version == Case.Beginning.Version ? entry with { Body = null } : entry),
        ];
        Files = await custody.Of(Case.Complaint, Case.History, cancel);
        Timeline = own.With(Ombudsman);
        if (Access.SeesIdentity(Case.Reader, Case.Complaint.Subject))
        {
            Identity = await queries.IdentityOf(Case.Complaint, cancel);
        }

        Done = own.FirstOrDefault(entry =>
            entry.Event.Version == baru
            && entry.Event.Actor == Case.Reader.Name
            && clock.GetCurrentInstant() - entry.Event.RecordedAt < JustNow
        );
        return Page();
    }
}
