namespace Padu.Mutate;

/// <summary>One small lie about the law, which some test must notice.</summary>
/// <param name="File">The file it is told in, from the root.</param>
/// <param name="Line">Its line there.</param>
/// <param name="What">What was changed.</param>
internal abstract record Mutant(string File, int Line, string What)
{
    public sealed override string ToString() => $"{File}:{Line}  {What}";
}

/// <summary>An amount of a rule's row, one more or one less.</summary>
/// <param name="Told">The lying table.</param>
internal sealed record AmountMutant(string File, int Line, string What, string[] Told) : Mutant(File, Line, What)
{
    public const string Table = "reference/deadlines.csv";

    public static IEnumerable<AmountMutant> All(string root)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(root, Table));
        for (var at = 1; at < lines.Length; at++)
        {
            var columns = lines[at].Split(',', 3);
            foreach (var step in new[] { -1, 1 })
            {
                var other = int.Parse(columns[1], System.Globalization.CultureInfo.InvariantCulture) + step;
                if (other < 1)
                {
                    continue;
                }

                string[] told = [.. lines];
                told[at] = $"{columns[0]},{other},{columns[2]}";
                yield return new AmountMutant(Table, at + 1, $"{columns[0]}: {columns[1]} becomes {other}", told);
            }
        }
    }
}

/// <summary>An arm, a refusal or a guard of the rules, left out.</summary>
/// <param name="Number">By which the compiled rules know it.</param>
internal sealed record ArmMutant(string File, int Line, string What, int Number) : Mutant(File, Line, What);

/// <summary>
/// Lies that somebody looked at and that no test can notice, because the program says the same without the arm. Each with the reason, printed in every
/// run; one that no longer names an arm is told too.
/// </summary>
internal sealed class Excepted(string root)
{
    private readonly Dictionary<(string File, string What), string> reasons = System
        .IO.File.ReadLines(Path.Combine(root, "bench", "Padu.Mutate", "excepted.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(row => (row[0], row[1]), row => row[2]);

    public string? ReasonFor(Mutant mutant) => reasons.GetValueOrDefault((mutant.File, mutant.What));

    /// <summary>Those that none of all lies is any more.</summary>
    public IEnumerable<string> Stale(IEnumerable<Mutant> all)
    {
        var known = all.Select(mutant => (mutant.File, mutant.What)).ToHashSet();
        return reasons.Keys.Where(one => !known.Contains(one)).Select(one => $"{one.File}  {one.What}");
    }
}
