using System.Collections.Immutable;
using Padu.Domain.Complaints;

namespace Padu.Domain.Triage;

/// <summary>Words that spoke for a kind, as they were written.</summary>
public sealed record Reason(string Words, double Weight);

/// <summary>One kind that a story may be about. A proposal only: people decide.</summary>
/// <param name="Reasons">The words that decided, the strongest first.</param>
/// <param name="Learned">The part of the score that the office's earlier decisions gave.</param>
public sealed record Proposal(GrievanceKind Kind, ComplaintClass Class, double Score, double Learned, ImmutableArray<Reason> Reasons);

/// <summary>One of several matters in a letter.</summary>
/// <param name="Excerpt">The letter's own sentences about it.</param>
public sealed record Matter(Proposal Proposal, string Excerpt);

/// <summary>
/// What a story sounds like: the clues it holds are added up for each kind, and those that weigh enough are proposed with the words that decided. Nothing
/// is proposed for a story that speaks of nothing we know.
/// </summary>
public sealed class Suggesting(ImmutableArray<GrievanceKind> kinds, WordList words, LearnedWeights learned)
{
    /// <summary>The most proposals anybody is shown.</summary>
    public const int Most = 3;

    /// <summary>Less than this is no reason to say anything.</summary>
    public const double Enough = 3;

    /// <summary>The same for a story without one word about elections.</summary>
    public const double EnoughWithoutAnchor = 7;

    /// <summary>What is far behind the first is not worth reading.</summary>
    private const double ShareOfFirst = 0.35;

    /// <summary>A word that was only guessed from a slip of the finger.</summary>
    private const double GuessCounts = 0.7;

    private const double EnoughForClass = 3;

    public ImmutableArray<Proposal> For(string story)
    {
        var reading = words.Read(story);
        var proposals = Weighed(reading).ToList();
        var enough = reading.Clues.Any(found => found is { Clue.IsAnchor: true, IsGuess: false }) ? Enough : EnoughWithoutAnchor;
        return proposals.Count == 0 || proposals[0].Score < enough
            ? []
            : [.. proposals.Where(proposal => proposal.Score >= Math.Max(Enough, proposals[0].Score * ShareOfFirst)).Take(Most)];
    }

    /// <summary>The matters of a letter that tells of several: sentences that sound like different bodies' or classes' affairs. Empty where there is but one.</summary>
    /// <law>Domain rules, section 4 (multi-facet rule) and rule 50: each matter has its own class, body and clocks.</law>
    public ImmutableArray<Matter> Matters(string story)
    {
        var matters = new List<(Proposal Proposal, List<string> Sentences)>();
        // Sentences that sound like nothing belong to what was spoken of before them; those at the beginning to what comes first.
        var current = new List<string>();
        foreach (var sentence in Spelling.Sentences(story).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0))
        {
            if (For(sentence).FirstOrDefault() is { } about)
            {
                var same = matters.FindIndex(matter =>
                    (matter.Proposal.Kind.Body, matter.Proposal.Class) == (about.Kind.Body, about.Class)
                );
                if (same < 0)
                {
                    matters.Add((about, matters.Count == 0 ? current : []));
                    same = matters.Count - 1;
                }

                current = matters[same].Sentences;
            }

            current.Add(sentence);
        }

        return matters.Count < 2 ? [] : [.. matters.Select(matter => new Matter(matter.Proposal, string.Join(' ', matter.Sentences)))];
    }

    private IEnumerable<Proposal> Weighed(Reading reading)
    {
        var weights = reading
            .Clues.SelectMany(found =>
                found.Clue.Weights.Select(weight =>
                    (weight.Kind, Reason: new Reason(found.Written, weight.Weight * (found.IsGuess ? GuessCounts : 1)))
                )
            )
            .ToLookup(one => one.Kind, one => one.Reason);
        return from kind in kinds
            let reasons = weights[kind.Code].ToList()
            where reasons.Count > 0
            let fromOffice = learned.Of(kind.Code, reading.Roots)
            let score = reasons.Sum(reason => reason.Weight) + fromOffice
            orderby score descending, kind.Row
            select new Proposal(kind, ClassOf(kind, reading), score, fromOffice, [.. Told(reasons)]);
    }

    /// <summary>Each word once, under the strongest clue that it is part of.</summary>
    private static IEnumerable<Reason> Told(IEnumerable<Reason> reasons) =>
        reasons
            .GroupBy(reason => reason.Words)
            .Select(same => new Reason(same.Key, same.Sum(reason => reason.Weight)))
            .OrderByDescending(reason => reason.Weight);

    /// <summary>The kind's own class, unless the words plainly say another.</summary>
    private static ComplaintClass ClassOf(GrievanceKind kind, Reading reading) =>
        reading
            .Classes.GroupBy(found => found.Clue.Class)
            .Select(group => (Class: group.Key, Weight: group.Sum(found => found.Clue.Weight)))
            .OrderByDescending(group => group.Weight)
            .FirstOrDefault()
            is { Weight: >= EnoughForClass } plain
        && kind.IsHere
            ? plain.Class
            : kind.Class;
}
