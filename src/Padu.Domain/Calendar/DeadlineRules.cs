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
        Rows.FirstOrDefault(row => row.Code == code && row.ValidFrom <= day && (row.ValidTo is not { } last || day <= last))
        ?? throw new InvalidOperationException($"No deadline rule '{code}' is valid on {day:uuuu-MM-dd}.");
}
