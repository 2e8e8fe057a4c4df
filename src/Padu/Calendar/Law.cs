using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Calendar;

/// <summary>
/// The rules and holidays as they are in force here: the reference files, and what people of this installation have confirmed of them.
/// </summary>
public sealed class Law(ReferenceCalendar reference, LawConfirmations confirmations, Elections elections)
{
    /// <summary>Said of a row that somebody here has confirmed, in place of a name: who it was stands in the register.</summary>
    private const string Here = "dikonfirmasi di instalasi ini";

    private volatile Marked? marked;

    private sealed record Marked(object Confirmations, DeadlineRules Rules);

    public WorkingCalendar Calendar => reference.Calendar;

    /// <summary>The elections and their stages as they stand now.</summary>
    public ElectionSchedule Elections => elections.Now;

    /// <summary>All rows, those confirmed here marked so.</summary>
    public DeadlineRules Rules
    {
        get
        {
            var now = confirmations.Now;
            if (marked is { } kept && ReferenceEquals(kept.Confirmations, now))
            {
                return kept.Rules;
            }

            var rules = new DeadlineRules(reference.Rules.Version, [.. reference.Rules.Rows.Select(Confirmed)]);
            marked = new Marked(now, rules);
            return rules;
        }
    }

    /// <summary>The law as it is counted in a province.</summary>
    /// <exception cref="ArgumentException">No such province.</exception>
    public LegalContext For(string provinceCode) => reference.For(provinceCode) with { Rules = Rules, Elections = Elections };

    public ImmutableArray<LawConfirmationRow> WhoConfirmed(DeadlineRule row) => confirmations.Of(LawItem.Of(row), LawContent.Of(row));

    public ImmutableArray<LawConfirmationRow> WhoSigned(HolidaySet set) => confirmations.Of(LawItem.Of(set), LawContent.Of(set));

    public ImmutableArray<LawConfirmationRow> WhoSigned(Election election) => elections.WhoSigned(election);

    private DeadlineRule Confirmed(DeadlineRule row) =>
        row.IsConfirmed || WhoConfirmed(row).IsEmpty ? row : row with { ConfirmedBy = Here };
}
