using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Triage;

/// <summary>How soon a complaint that belongs elsewhere has to be seen as such.</summary>
public static class Sorting
{
    public static readonly RuleCode Rule = new("padu.pemilahan");

    /// <summary>The last day for an office to see it and to tell the complainant.</summary>
    /// <law>Rule 39: within one working day, since filing here stops no other body's period (UU 7/2017 art. 454(6)).</law>
    public static LocalDate By(Instant receivedAt, LegalContext legal) =>
        Counting.Explain(legal.Rules.On(Rule, legal.DayOf(receivedAt)), receivedAt, [], legal).DueDate!.Value;
}
