namespace Padu.Domain.Triage;

/// <summary>Slips of the finger: a letter too many, too few, another, or two changed about.</summary>
public static class Typing
{
    /// <summary>A short word with a slip is another word; one letter below this it may only lack a letter.</summary>
    private const int ShortestWithSlip = 6;
    private const int ShortestWithTwo = 9;

    /// <summary>The one known word of which this is a slip; null when there is none or more than one as near.</summary>
    public static string? Meant(string word, IEnumerable<string> known)
    {
        if (word.Length < ShortestWithSlip - 1 || word.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var most = word.Length >= ShortestWithTwo ? 2 : 1;
        string? nearest = null;
        var twice = false;
        foreach (var candidate in known)
        {
            // The first letter is seldom wrong, and looking at it saves most of the work.
            if (
                candidate.Length < ShortestWithSlip - (word.Length < ShortestWithSlip ? 0 : 1)
                || candidate[0] != word[0]
                || Math.Abs(candidate.Length - word.Length) > most
            )
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance < most || (distance == most && nearest is null))
            {
                (nearest, most, twice) = (candidate, distance, false);
            }
            else if (distance == most)
            {
                twice = true;
            }
        }

        return twice ? null : nearest;
    }

    /// <summary>How many slips lie between two words, counting two letters changed about as one.</summary>
    public static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                        Math.Min(
                            rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1),
                            i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]
                                ? rows[i - 2, j - 2] + 1
                                : int.MaxValue
                        )
                    );
            }
        }

        return rows[one.Length, other.Length];
    }
}
