using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Examinations;

/// <summary>Which rule rows start the clocks of an examination. No open examination is without one.</summary>
public static class ExaminationClocks
{
    public static readonly RuleCode Verification = new("ombudsman.verifikasi");
    public static readonly RuleCode Completion = new("uu37.melengkapi");
    public static readonly RuleCode Plenary = new("ombudsman.pleno");
    public static readonly RuleCode Examining = new("ombudsman.pemeriksaan");
    public static readonly RuleCode RapidResponse = new("ombudsman.respons_cepat");

    /// <law>UU 37/2008 art. 27, rule 23: seven days where the Ombudsman is not competent; the same for every report that is not accepted.</law>
    public static readonly RuleCode NotAcceptedNotice = new("uu37.bukan_kewenangan");

    public static readonly RuleCode ConclusionNotice = new("ombudsman.pemberitahuan_hasil");

    internal static Clock Start(this ExaminationContext context, ClockKind kind, RuleCode rule) =>
        Counting.Start(kind, rule, context.At, context.Legal);

    internal static IEnumerable<Clock> Meet(this Examination examination, Instant at, params ReadOnlySpan<ClockKind> kinds) =>
        examination.Clocks.Stopped(at, ClockStatus.Met, kinds.ToArray());

    /// <summary>Every open clock that another fact made moot.</summary>
    internal static IEnumerable<Clock> End(this Examination examination, Instant at, params ReadOnlySpan<ClockKind> kinds) =>
        examination.Clocks.Stopped(at, ClockStatus.Ended, kinds.ToArray());
}
