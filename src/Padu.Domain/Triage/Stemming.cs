using System.Collections.Immutable;

namespace Padu.Domain.Triage;

/// <summary>
/// A light stemmer of Indonesian as people write it, over the words the word list knows: affixes are taken off one at a time until a known word
/// stands there, the least taken off first. So it never makes up a word, and a word it does not know stays unknown.
/// </summary>
public static class Stemming
{
    private const int Shortest = 3;

    /// <summary>Affixes taken off at most: what is left after more is likelier another word.</summary>
    private const int MostSteps = 3;

    private static readonly ImmutableArray<string> Endings = ["lah", "kah", "tah", "pun", "nya", "nyo", "ku", "mu", "kan", "an", "in", "i"];

    /// <summary>A prefix, and what the root may have lost to it: <c>menolak</c> is <c>tolak</c>, colloquial <c>nyoblos</c> is <c>coblos</c>.</summary>
    private static readonly ImmutableArray<(string Prefix, string[] Lost)> Prefixes =
    [
        ("di", [""]),
        ("ke", [""]),
        ("se", [""]),
        ("ber", [""]),
        ("be", [""]),
        ("ter", [""]),
        ("te", [""]),
        ("per", [""]),
        ("memper", [""]),
        ("menge", [""]),
        ("meng", ["", "k"]),
        ("meny", ["s", "c"]),
        ("men", ["", "t"]),
        ("mem", ["", "p"]),
        ("me", [""]),
        ("penge", [""]),
        ("peng", ["", "k"]),
        ("peny", ["s", "c"]),
        ("pen", ["", "t"]),
        ("pem", ["", "p"]),
        ("pe", [""]),
        ("nge", [""]),
        ("ng", ["", "k"]),
        ("ny", ["s", "c"]),
        ("n", ["t"]),
        ("m", ["p"]),
    ];

    /// <summary>The known word a written one comes from; null when it comes from none.</summary>
    public static string? Root(string word, IReadOnlySet<string> known)
    {
        var layer = new List<string> { word };
        var seen = new HashSet<string>(layer);
        for (var step = 0; layer.Count > 0; step++)
        {
            if (layer.Find(known.Contains) is { } found)
            {
                return found;
            }

            if (step == MostSteps)
            {
                return null;
            }

            layer = [.. layer.SelectMany(Shorter).Where(seen.Add)];
        }

        return null;
    }

    private static IEnumerable<string> Shorter(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return word[..^ending.Length];
            }
        }

        foreach (var (prefix, lost) in Prefixes)
        {
            if (word.Length - prefix.Length >= Shortest - 1 && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                foreach (var letter in lost.Where(letter => letter.Length + word.Length - prefix.Length >= Shortest))
                {
                    yield return letter + word[prefix.Length..];
                }
            }
        }

        // Bengkulu Malay ends in o where Indonesian ends in a: namo, suaro, terimo.
        if (word.EndsWith('o') && word.Length > Shortest)
        {
            yield return $"{word[..^1]}a";
        }
    }
}
