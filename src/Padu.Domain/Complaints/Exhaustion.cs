using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Complaints;

/// <summary>Why a complaint may be taken to the Ombudsman, as far as the record itself tells.</summary>
public enum ExhaustionGround
{
    /// <summary>The office still has time. No bar: the complainant may ask, and the Ombudsman decides.</summary>
    [Code("masih_berjalan")]
    StillRunning,

    /// <summary>A legal period has passed without its act: silence is a ground by itself.</summary>
    [Code("tidak_dijawab")]
    Silence,

    /// <summary>The office answered and the complainant does not accept the answer.</summary>
    [Code("jawaban_tidak_diterima")]
    Answered,

    [Code("sudah_ditutup")]
    Closed,

    /// <summary>The complainant did not want the provider to settle it (UU 25/2009 art. 46(2)).</summary>
    [Code("tidak_melalui_kpu")]
    NotAsked,
}

/// <summary>
/// The computed statement of exhaustion: complained on, due on, not answered by, therefore. Dates and codes only; it is kept with the escalation as it
/// stood, so that both institutions read the same.
/// </summary>
/// <param name="ComplainedOn">The legal day of receipt.</param>
/// <param name="Period">The clock on which the statement rests: the first that passed, or the next that will.</param>
/// <param name="DueOn">Its last day.</param>
/// <param name="AnsweredOn">The day of the last answer, where there was one.</param>
public sealed record Exhaustion(
    ExhaustionGround Ground,
    LocalDate ComplainedOn,
    ClockKind? Period = null,
    RuleCode? Rule = null,
    LocalDate? DueOn = null,
    LocalDate? AnsweredOn = null
)
{
    /// <summary>What an office owes; a period of the complainant's is no ground.</summary>
    private static readonly ClockKind[] Owed =
    [
        ClockKind.Verification,
        ClockKind.Completeness,
        ClockKind.FirstAnswer,
        ClockKind.Resolution,
        ClockKind.Decision,
    ];

    /// <summary>From which day silence is a ground by itself; null where there is a ground already, or none can be told yet.</summary>
    public LocalDate? GroundFrom => Ground == ExhaustionGround.StillRunning ? DueOn?.PlusDays(1) : null;

    /// <law>
    /// UU 37/2008 art. 24(1)(c): complained to the reported party or its superior without a proper settlement. UU 25/2009 art. 46(2): the Ombudsman must
    /// resolve what the complainant does not want the provider to; so this statement informs and never bars.
    /// </law>
    public static Exhaustion Of(Complaint complaint, Instant at, LegalContext legal)
    {
        var complained = legal.DayOf(complaint.ReceivedAt);
        var answered = complaint.AnsweredAt is { } answer ? legal.DayOf(answer) : (LocalDate?)null;
        var first = complaint
            .Clocks.Where(clock => clock.Status == ClockStatus.Running && Owed.Contains(clock.Kind))
            .OrderBy(clock => clock.Due)
            .FirstOrDefault();
        var ground = complaint.Stage switch
        {
            Stage.Closed => ExhaustionGround.Closed,
            _ when first?.Due <= at => ExhaustionGround.Silence,
            _ when answered is not null => ExhaustionGround.Answered,
            _ => ExhaustionGround.StillRunning,
        };
        return ground is ExhaustionGround.Silence or ExhaustionGround.StillRunning
            ? new Exhaustion(ground, complained, first?.Kind, first?.Rule, first?.DueDate, answered)
            : new Exhaustion(ground, complained, AnsweredOn: answered);
    }
}
