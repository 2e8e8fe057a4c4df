using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>All rule rows. A code may have several rows over time; the one valid on the triggering day counts.</summary>
public sealed class DeadlineRules(string version, ImmutableArray<DeadlineRule> rows)
{
    public string Version { get; } = version;

    public ImmutableArray<DeadlineRule> Rows { get; } = rows;

    /// <exception cref="InvalidOperationException">No row of that code is valid on that day: reference data is incomplete, a bug.</exception>
    public DeadlineRule On(RuleCode code, LocalDate day) =>
        Rows.FirstOrDefault(row => row.Code == code && row.IsValidOn(day))
        ?? throw new InvalidOperationException($"No deadline rule '{code}' is valid on {day:uuuu-MM-dd}.");

    /// <summary>Whether a row of that code is valid on that day.</summary>
    public bool IsInForce(RuleCode code, LocalDate day) => Rows.Any(row => row.Code == code && row.IsValidOn(day));

    /// <summary>The row a clock was started by: its numbers as they were then, all else as it stands now.</summary>
    public DeadlineRule Behind(Clock clock, LocalDate triggered)
    {
        var row =
            Rows.FirstOrDefault(row => row.Code == clock.Rule && row.IsValidOn(triggered))
            ?? Rows.LastOrDefault(row => row.Code == clock.Rule)
            ?? new DeadlineRule(clock.Rule, 1, clock.Terms.Unit, "", clock.Side, "", triggered, null, Confidence.Doubtful, null);
        return row with
        {
            Amount = clock.Terms.Amount,
            Unit = clock.Terms.Unit,
            LeaveIsWorking = clock.Terms.LeaveIsWorking,
            Source = clock.Terms.Source.Value,
        };
    }
}
