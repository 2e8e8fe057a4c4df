using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Examinations.Pages.Desk;

/// <summary>One report: the complaint as referred and both institutions' steps on the left; lawful acts, both clocks and people on the right.</summary>
public sealed class ReportModel(ExaminationQueries queries, CurrentActor current, IClock clock) : ReportPageModel(queries, current)
{
    private static readonly Duration JustNow = Duration.FromMinutes(5);
    private readonly ExaminationQueries queries = queries;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>Who the reporter is, where this reader may know without the unmasking act.</summary>
    public Identity? Identity { get; private set; }

    /// <summary>What this reader has just done here.</summary>
    public TimelineEntry? Done { get; private set; }

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(ExaminationAct act) =>
        act switch
        {
            ExaminationAct.Verify => "verifikasi",
            ExaminationAct.RequestCompletion => "kelengkapan",
            ExaminationAct.Plenary => "pleno",
            ExaminationAct.Begin => "periksa",
            ExaminationAct.Conclude => "simpulkan",
            ExaminationAct.Close => "tutup",
            ExaminationAct.Deliberate => "pertimbangan",
            ExaminationAct.FlagRapid => "respons-cepat",
            ExaminationAct.RevealIdentity => "identitas",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The acts that bring a report further.</summary>
    public static bool IsForward(ExaminationAct act) =>
        act is not (ExaminationAct.Deliberate or ExaminationAct.FlagRapid or ExaminationAct.RevealIdentity);

    public static string IconOf(ExaminationAct act) =>
        act switch
        {
            ExaminationAct.Verify => "clipboard-check",
            ExaminationAct.RequestCompletion => "circle-question-mark",
            ExaminationAct.Plenary => "users",
            ExaminationAct.Begin => "search",
            ExaminationAct.Conclude => "gavel",
            ExaminationAct.Close => "archive",
            ExaminationAct.Deliberate => "lock",
            ExaminationAct.FlagRapid => "triangle-alert",
            ExaminationAct.RevealIdentity => "eye",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task<IActionResult> OnGet(int? baru, CancellationToken cancel)
    {
        // The story stands by itself above the history, and so does the wish.
        var theirs = CaseTimeline
            .For(TimelineReader.Officer, Report.Case.History)
            .Select(entry => entry.Event.Version == Report.Case.Beginning.Version ? entry with { Body = null } : entry);
        var own = ExaminationTimeline
            .For(Audience.Ombudsman, Report.History)
            .Select(entry => entry.Event.Version == 1 ? entry with { Body = null } : entry)
            .ToList();
        Timeline = [.. theirs.Concat(own).OrderByDescending(entry => entry.Event.Position)];
        if (Access.SeesIdentity(Report.Reader, Report.Examination.Subject))
        {
            Identity = await queries.IdentityOf(Report.Case.Complaint, cancel);
        }

        Done = own.FirstOrDefault(entry =>
            entry.Event.Version == baru
            && entry.Event.Actor == Report.Reader.Name
            && clock.GetCurrentInstant() - entry.Event.RecordedAt < JustNow
        );
        return Page();
    }
}
