using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Complaints;

/// <summary>
/// Which rule rows start the clocks of a complaint, and what each act does to them. Several run at once; the earliest drives the work and
/// compliance is told per legal source (rule 20).
/// </summary>
public static class ComplaintClocks
{
    public static readonly RuleCode Verification = new("sp4n.verifikasi");
    public static readonly RuleCode Completeness = new("uu25.kelengkapan");
    public static readonly RuleCode Completion = new("uu25.melengkapi");
    public static readonly RuleCode FirstAnswer = new("sp4n.jawaban_pertama");
    public static readonly RuleCode Decision = new("uu25.keputusan");
    public static readonly RuleCode Notification = new("uu25.pemberitahuan");
    public static readonly RuleCode CounterReply = new("sp4n.balasan");
    public static readonly RuleCode Question = new("padu.menjawab_pertanyaan");

    /// <summary>How long after closing the complainant may open the case again; no clock runs in a closed case.</summary>
    public static readonly RuleCode Reopening = new("padu.buka_kembali");

    /// <summary>Within which a complaint should follow the service; warned of, never a bar.</summary>
    public static readonly RuleCode Filing = new("uu25.pengajuan");

    /// <summary>Up to which age of an event the Ombudsman examines.</summary>
    public static readonly RuleCode TooOld = new("uu37.batas_peristiwa");

    /// <summary>Bawaslu's own; no clock of a complaint, shown where one may go there.</summary>
    public static readonly RuleCode ReportToBawaslu = new("uu7.lapor_bawaslu");

    /// <summary>The same in a regional election.</summary>
    public static readonly RuleCode ReportToBawasluRegional = new("uu10.lapor_bawaslu");

    /// <law>SP4N completion limits by class; rule 18. A suggestion's limit is the office's own; rule 19.</law>
    public static RuleCode Resolution(ComplaintClass? @class) =>
        @class switch
        {
            null or ComplaintClass.Complaint => new RuleCode("sp4n.selesai.pengaduan"),
            ComplaintClass.Supervision => new RuleCode("sp4n.selesai.pengawasan"),
            ComplaintClass.InformationRequest => new RuleCode("sp4n.selesai.informasi"),
            ComplaintClass.Suggestion => new RuleCode("sp4n.selesai.aspirasi"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The rule under which a clock of that kind runs in a case of that class.</summary>
    public static RuleCode RuleOf(ClockKind kind, ComplaintClass? @class) =>
        kind switch
        {
            ClockKind.Verification => Verification,
            ClockKind.Completeness => Completeness,
            ClockKind.Completion => Completion,
            ClockKind.FirstAnswer => FirstAnswer,
            ClockKind.Resolution => Resolution(@class),
            ClockKind.Decision => Decision,
            ClockKind.Notification => Notification,
            ClockKind.CounterReply => CounterReply,
            ClockKind.Question => Question,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    internal static Clock Start(this ComplaintContext context, ClockKind kind, RuleCode rule) =>
        Counting.Start(kind, rule, context.At, context.Legal);

    /// <summary>The clock's act was done. Nothing when it is not open.</summary>
    internal static IEnumerable<Clock> Meet(this Complaint complaint, Instant at, params ReadOnlySpan<ClockKind> kinds) =>
        Stop(complaint, at, ClockStatus.Met, kinds.ToArray());

    /// <summary>The clock ended because another fact made it moot.</summary>
    internal static IEnumerable<Clock> End(this Complaint complaint, Instant at) =>
        Stop(complaint, at, ClockStatus.Ended, [.. complaint.Clocks.Select(clock => clock.Kind)]);

    /// <summary>Pauses the clocks whose rule allows a pause for that reason; the others run on.</summary>
    internal static IEnumerable<Clock> Pause(this Complaint complaint, ComplaintContext context, PauseReason reason) =>
        complaint
            .Clocks.Where(clock =>
                clock.Status == ClockStatus.Running
                && context.Legal.Rules.Behind(clock, context.Legal.DayOf(clock.TriggeredAt)).MayPause(reason)
            )
            .Select(clock => Counting.Pause(clock, context.At, reason, context.Legal));

    internal static IEnumerable<Clock> Resume(this Complaint complaint, Instant at, LegalContext legal) =>
        complaint.Clocks.Where(clock => clock.Status == ClockStatus.Paused).Select(clock => Counting.Resume(clock, at, legal));

    /// <summary>The finishing clock under another class, from the same moment and with the same pauses.</summary>
    internal static IEnumerable<Clock> Reclassify(this Complaint complaint, ComplaintClass @class, ComplaintContext context) =>
        complaint.ClockOf(ClockKind.Resolution) is { Status: ClockStatus.Running } clock
            ? [Counting.Under(clock, Resolution(@class), context.Legal)]
            : [];

    private static IEnumerable<Clock> Stop(Complaint complaint, Instant at, ClockStatus status, ClockKind[] kinds) =>
        complaint.Clocks.Stopped(at, status, kinds);
}
