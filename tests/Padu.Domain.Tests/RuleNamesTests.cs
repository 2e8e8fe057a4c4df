using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests;

/// <summary>Each rule of the list has a test by its number, so that whoever asks "where is rule 42 proven?" finds it.</summary>
public sealed partial class RuleNamesTests
{
    /// <summary>The rules of the law that this project has taken on.</summary>
    private static readonly int[] Owed = [.. Enumerable.Range(1, 20), .. Enumerable.Range(39, 15), .. Enumerable.Range(57, 4), 66];

    /// <summary>A rule is proven where it is decided, here, or where it is seen, over HTTP: so the sources of all tests are read.</summary>
    [Fact]
    public void Every_rule_has_a_test_that_names_it()
    {
        var named = Sources()
            .SelectMany(text => Test().Matches(text).Select(test => test.Groups[1].Value))
            .Concat(RulePeriodTests.Periods.Select(row => row.TestDisplayName!))
            .SelectMany(Numbers)
            .ToHashSet();
        Assert.Empty(Owed.Except(named));
    }

    [Theory]
    [InlineData("Rule 12: straight to the Ombudsman", new[] { 12 })]
    [InlineData("Rules 06, 15: what an office owes", new[] { 6, 15 })]
    [InlineData("Rules_41_and_46_an_anonymous_case", new[] { 41, 46 })]
    [InlineData("Rule_51_a_correction_after_72_hours", new[] { 51 })]
    [InlineData("Ruled out in 12", new int[0])]
    public void A_name_says_its_rules(string name, int[] numbers) => Assert.Equal(numbers, Numbers(name));

    private static IEnumerable<int> Numbers(string name) =>
        Named().Match(name) is { Success: true } found
            ? found.Groups[1].Captures.Select(one => int.Parse(one.Value, CultureInfo.InvariantCulture))
            : [];

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") =>
        from project in new[] { "Padu.Domain.Tests", "Padu.Tests" }
        from file in Directory.EnumerateFiles(
            Path.Combine(Path.GetDirectoryName(here)!, "..", project),
            "*Tests*.cs",
            SearchOption.AllDirectories
        )
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select File.ReadAllText(file);

    /// <summary>What a fact or theory is called, by its display name or its method's.</summary>
    [GeneratedRegex(@"(?:DisplayName = ""|public (?:async )?(?:void|Task) )(Rules?[ _][^""(]+)")]
    private static partial Regex Test();

    [GeneratedRegex("^Rules?[ _](?:([0-9]{2})(?:, |_and_)?)+")]
    private static partial Regex Named();
}
