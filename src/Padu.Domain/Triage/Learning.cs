using System.Collections.Immutable;
using Padu.Domain.Complaints;

namespace Padu.Domain.Triage;

/// <summary>A story and what an officer decided it was about.</summary>
public sealed record Lesson(string Story, GrievanceCode Kind);

/// <summary>What was learned about one known word and one kind.</summary>
public sealed record LearnedWeight(string Word, GrievanceCode Kind, double Weight);

/// <summary>What an office's own decisions add to the word list.</summary>
public sealed class LearnedWeights
{
    public static readonly LearnedWeights None = new([]);

    private readonly ImmutableDictionary<(GrievanceCode, string), double> weights;

    public LearnedWeights(IEnumerable<LearnedWeight> weights)
    {
        All = [.. weights];
        this.weights = All.ToImmutableDictionary(one => (one.Kind, one.Word), one => one.Weight);
    }

    public ImmutableArray<LearnedWeight> All { get; }

    /// <summary>What was learned of all words of a text together; bounded, so that a long letter full of common words moves no more than a strong clue.</summary>
    internal double Of(GrievanceCode kind, ImmutableArray<string> roots) =>
        All.IsEmpty ? 0 : Math.Clamp(roots.Sum(root => weights.GetValueOrDefault((kind, root))), -Learning.BoundInAll, Learning.BoundInAll);
}

/// <summary>
/// Learning from decisions: for each word of the list and each kind, how much more often the word stands in letters of that kind than in others (the
/// weight of evidence of a naive Bayes classifier, smoothed and bounded). Only words the list knows are counted and only those that several letters
/// share, so nothing that somebody wrote, no name and no number, is ever learned.
/// </summary>
public static class Learning
{
    /// <summary>A word that stands in fewer letters teaches nothing.</summary>
    public const int FewestLetters = 3;

    /// <summary>A kind decided fewer times teaches nothing.</summary>
    public const int FewestDecisions = 3;

    /// <summary>The most that one word may be worth.</summary>
    public const double Bound = 2;

    /// <summary>The most that all words together may be worth: less than a strong clue.</summary>
    public const double BoundInAll = 4;

    private const double Smoothing = 0.5;

    public static LearnedWeights From(IEnumerable<Lesson> lessons, WordList words)
    {
        var read = lessons.Select(lesson => (lesson.Kind, words.Read(lesson.Story).Roots)).ToList();
        var ofKind = read.CountBy(lesson => lesson.Kind).ToDictionary();
        var ofWord = read.SelectMany(lesson => lesson.Roots).CountBy(root => root).ToDictionary();
        var both = read.SelectMany(lesson => lesson.Roots.Select(root => (lesson.Kind, Root: root))).CountBy(one => one).ToDictionary();
        return new LearnedWeights(
            from word in ofWord
            where word.Value >= FewestLetters
            from kind in ofKind
            where kind.Value >= FewestDecisions && kind.Value < read.Count
            let inside = both.GetValueOrDefault((kind.Key, word.Key))
            let weight = Evidence(inside, kind.Value, word.Value - inside, read.Count - kind.Value)
            where Math.Abs(weight) >= 0.1
            orderby word.Key, kind.Key.Value
            select new LearnedWeight(word.Key, kind.Key, weight)
        );
    }

    private static double Evidence(int inside, int insideAll, int outside, int outsideAll) =>
        Math.Round(
            Math.Clamp(
                Math.Log((inside + Smoothing) / (insideAll + (2 * Smoothing)))
                    - Math.Log((outside + Smoothing) / (outsideAll + (2 * Smoothing))),
                -Bound,
                Bound
            ),
            2
        );
}
