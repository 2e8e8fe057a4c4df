using System.Reflection;
using System.Text.RegularExpressions;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests;

/// <summary>Each rule of the list has a test by its number, so that whoever asks "where is rule 42 proven?" finds it.</summary>
public sealed partial class RuleNamesTests
{
    /// <summary>
    /// The rules of the law that this project has taken on. 44 and 45 are information only; 49 and 66 speak of pages and of numbers as they are drawn, and
    /// are proven over HTTP in <c>Padu.Tests</c>.
    /// </summary>
    private static readonly int[] Owed = [.. Enumerable.Range(1, 20), .. Enumerable.Range(39, 15), .. Enumerable.Range(57, 4)];

    private static readonly int[] Elsewhere = [44, 45, 49];

    [Fact]
    public void Every_rule_has_a_test_that_names_it()
    {
        var named = typeof(RuleNamesTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => method.GetCustomAttribute<FactAttribute>()!.DisplayName ?? method.Name)
            .Concat(RulePeriodTests.Periods.Select(row => row.TestDisplayName!))
            .SelectMany(Numbers)
            .ToHashSet();
        Assert.Empty(Owed.Except(Elsewhere).Except(named));
    }

    /// <summary><c>Rule 12: …</c>, <c>Rules 06, 15: …</c>, <c>Rule_51_…</c>.</summary>
    private static IEnumerable<int> Numbers(string name) =>
        Named().Match(name) is { Success: true } found
            ? found.Groups[1].Captures.Select(one => int.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture))
            : [];

    [GeneratedRegex("^Rules?[ _](?:([0-9]{2})(?:, )?)+")]
    private static partial Regex Named();
}
