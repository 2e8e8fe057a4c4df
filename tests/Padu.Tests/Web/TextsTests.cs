using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Web;

namespace Padu.Tests.Web;

public sealed partial class TextsTests
{
    private static readonly Texts Texts = new();

    [Fact]
    public void Both_languages_have_the_same_keys_and_placeholders()
    {
        var indonesian = Texts.Of(Languages.Indonesian);
        var english = Texts.Of(Languages.English);

        Assert.Equal(indonesian.Keys.Order(), english.Keys.Order());
        foreach (var (key, text) in indonesian)
        {
            Assert.False(string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(english[key]), key);
            Assert.True(Marks(text).SetEquals(Marks(english[key])), $"{key}: {text} / {english[key]}");
        }
    }

    [Fact]
    public void Every_key_the_sources_use_exists()
    {
        var used = SourceTree
            .Files(".cshtml", ".cs")
            .SelectMany(file =>
                Looked()
                    .Matches(Comments().Replace(file.Text, ""))
                    .Concat(Elements().Matches(file.Text).SelectMany(element => Attributes().Matches(element.Value)))
                    .Select(match => (Key: match.Groups[1].Value, file.Path))
            )
            .Distinct()
            .ToList();

        Assert.True(used.Count > 100, "The pattern no longer finds the keys.");
        Assert.DoesNotContain(used, use => !Texts.In(Languages.Indonesian).Has(use.Key));
    }

    /// <summary>A key made of a prefix and a code, such as <c>stage.{case.Stage.Code()}</c>, has words for every code of its enumeration.</summary>
    [Fact]
    public void Every_code_that_becomes_a_key_has_words()
    {
        var keys = Texts.Of(Languages.Indonesian).Keys;
        var codes = new[] { typeof(CodeAttribute).Assembly, typeof(Texts).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsEnum && type.GetFields().Any(field => field.IsDefined(typeof(CodeAttribute), inherit: false)))
            .ToDictionary(type => type, type => Enum.GetValues(type).Cast<Enum>().Select(value => value.Code()).ToHashSet());
        var families = SourceTree
            .Files(".cshtml", ".cs")
            .SelectMany(file => Coded().Matches(file.Text))
            .Select(match => (Before: match.Groups[1].Value, After: match.Groups[2].Value))
            .Distinct()
            .ToList();

        var missing = new List<string>();
        foreach (var (before, after) in families)
        {
            var spoken = keys.Where(key =>
                    key.StartsWith(before, StringComparison.Ordinal) && key.EndsWith(after, StringComparison.Ordinal)
                )
                .Where(key => key.Length > before.Length + after.Length)
                .Select(key => key[before.Length..^after.Length])
                .ToHashSet();
            var kind = codes.MaxBy(one =>
                (double)one.Value.Count(spoken.Contains) / one.Value.Union(spoken.Where(code => !code.Contains('.'))).Count()
            );
            missing.AddRange(kind.Value.Except(spoken).Select(code => $"{kind.Key.Name}: {before}{code}{after}"));
        }

        Assert.True(families.Count > 40, "The pattern no longer finds the keys.");
        Assert.Equal(string.Join("\n", NeverSaid.Order()), string.Join("\n", missing.Order()));
    }

    [Fact]
    public void A_missing_key_throws() => Assert.Throws<KeyNotFoundException>(() => Texts["tidak.ada"]);

    [Fact]
    public void Every_rule_and_trigger_of_the_reference_has_words()
    {
        var spoken = Texts.In(Languages.Indonesian);
        Assert.All(
            ReferenceCalendar.Load().Rules.Rows,
            rule =>
            {
                Assert.True(spoken.Has($"rule.{rule.Code}"), rule.Code.Value);
                Assert.True(spoken.Has($"trigger.{rule.Trigger}"), rule.Trigger);
            }
        );
        Assert.All(Enum.GetValues<DayMark>(), mark => Assert.True(spoken.Has($"daymark.{mark.Code()}"), mark.Code()));
    }

    [Fact]
    public void Numbers_and_dates_among_the_arguments_are_written_as_the_language_writes_them()
    {
        Assert.Equal("Sumber: 20.096.", Texts.In(Languages.Indonesian)["why.source", 20_096]);
        Assert.Equal("Source: 20,096.", Texts.In(Languages.English)["why.source", 20_096]);
        Assert.Equal("Sumber: Jumat, 10 April 2026.", Texts.In(Languages.Indonesian)["why.source", new LocalDate(2026, 4, 10)]);
    }

    /// <summary>Codes for which no page says these words, each with its reason.</summary>
    private static readonly string[] NeverSaid =
    [
        // An officer closes for none of these: the complainant accepts and withdraws, a letter sent hands on.
        "ClosingReason: close.reason.dialihkan",
        "ClosingReason: close.reason.dicabut_pelapor",
        "ClosingReason: close.reason.selesai_diterima_pelapor",
        // "The complainant" and "nobody" are words every case has.
        "ExaminationMover: examination.mover.pelapor",
        "ExaminationMover: examination.mover.tidak_ada",
        // Nothing comes next.
        "Stage: track.next.arsip",
        "Stage: track.next.ditutup",
    ];

    private static HashSet<string> Marks(string text) =>
        [.. Placeholders().Matches(text).Select(match => match.Value), .. Links().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Links();

    /// <summary><c>T["key"]</c> and <c>texts["key"]</c>; keys that are put together from parts are tested by what they are made of.</summary>
    [GeneratedRegex(@"\b(?:T|[Tt]exts)(?:\.In\([^)]*\))?\[""([a-z0-9._-]+)""")]
    private static partial Regex Looked();

    [GeneratedRegex(@"\$""([a-z.-]+\.)\{[^}]*\.Code\(\)\}([a-z.-]*)""")]
    private static partial Regex Coded();

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"<(?:t|nav-link|field-[a-z]+|choice)\b[^>]*>")]
    private static partial Regex Elements();

    [GeneratedRegex(@"\s(?:key|label|hint|empty)=""([a-z0-9._-]+)""")]
    private static partial Regex Attributes();
}
