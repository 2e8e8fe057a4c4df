using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Demonstration;

/// <summary>One moment of the demonstration: a filing, an act, or the sweep after midnight.</summary>
public abstract record DemonstrationStep(Instant At)
{
    public sealed record File(Instant At, DemonstrationCase Case) : DemonstrationStep(At);

    public sealed record Act(Instant At, DemonstrationCase Case, DemonstrationAct Does) : DemonstrationStep(At);

    public sealed record Report(Instant At, DemonstrationCase Case, DemonstrationReportAct Does) : DemonstrationStep(At);

    /// <summary>An act of the cooperation of both institutions.</summary>
    public sealed record Cooperate(Instant At, Func<DemonstrationCast, CancellationToken, Task> Does) : DemonstrationStep(At);

    public sealed record Sweep(Instant At) : DemonstrationStep(At);
}

/// <summary>Every script in one order of time.</summary>
public static class DemonstrationScript
{
    /// <summary>Shortly after midnight: what fell due at the end of a day lapses before anybody acts on the next.</summary>
    private static readonly LocalTime SweepTime = new(0, 5);

    public static ImmutableArray<DemonstrationStep> Steps(
        DemonstrationContent content,
        DemonstrationDays days,
        LegalContext legal,
        Instant now,
        IEnumerable<DemonstrationStep>? beside = null
    )
    {
        var acts = content
            .Complaints.SelectMany(one =>
                one.Acts.Select(act => (DemonstrationStep)new DemonstrationStep.Act(days.At(act.Day, act.Time), one, act))
                    .Concat(one.Ombudsman.Select(act => new DemonstrationStep.Report(days.At(act.Day, act.Time), one, act)))
                    .Prepend(new DemonstrationStep.File(days.At(one.Day, one.Time), one))
            )
            .ToList();
        var first = acts.Min(step => step.At).InZone(legal.Zone).Date;
        var last = now.InZone(legal.Zone).Date;
        var sweeps = Enumerable
            .Range(1, Period.DaysBetween(first, last))
            .Select(day => new DemonstrationStep.Sweep(first.PlusDays(day).At(SweepTime).InZoneLeniently(legal.Zone).ToInstant()))
            .Where(sweep => sweep.At <= now);
        // Two acts in the same minute keep the order of their script.
        return [.. acts.Concat(beside ?? []).Concat(sweeps).OrderBy(step => step.At)];
    }
}
