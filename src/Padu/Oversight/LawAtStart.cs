using System.Globalization;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Oversight;

namespace Padu.Oversight;

/// <summary>What whoever starts the program should know of the law it counts by; the same stands on the operator's page.</summary>
public static class LawAtStart
{
    /// <summary>
    /// Sentences for the console: rules nobody confirmed, holidays nobody signed, and years whose holidays are missing or provisional. None of them
    /// stops the program: dates are counted all the same, and those that rest on such a year say so.
    /// </summary>
    public static IEnumerable<string> Sentences(Law law, LocalDate today)
    {
        var rules = law.Rules.Rows.Where(row => !row.IsConfirmed).ToList();
        if (rules.Count > 0)
        {
            yield return $"Not confirmed by an institution (see /atur/aturan): {string.Join(", ", rules.Select(row => row.Code))}";
        }

        var unsigned = law.Calendar.Sets.Where(set => law.WhoSigned(set).Length < Confirming.Signatures).ToList();
        if (unsigned.Count > 0)
        {
            yield return $"Holidays not signed by {Confirming.Signatures} people: {string.Join(", ", unsigned.Select(set => set.Year))}";
        }

        foreach (var year in new[] { today.Year, today.Year + 1 })
        {
            var known = law.Calendar.SetOf(year);
            if (known is null)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"WARNING: no holidays are known for {year}: only weekends are taken off, and every date that rests on {year} says so."
                );
            }
            else if (!known.Official)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"WARNING: the holidays of {year} are provisional ({known.Source}); dates that rest on them say so."
                );
            }
        }
    }
}
