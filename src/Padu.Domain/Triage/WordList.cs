using System.Collections.Frozen;
using System.Collections.Immutable;
using Padu.Domain.Complaints;

namespace Padu.Domain.Triage;

/// <summary>A clue as the reference table writes it.</summary>
/// <param name="Words">Words in order, blanks between them, alternatives with strokes: <c>tidak/belum bayar</c>.</param>
/// <param name="IsAnchor">It speaks of elections, so that the text is about our matters at all.</param>
/// <param name="Weights">For which kinds it speaks, and how strongly.</param>
public sealed record Clue(string Words, bool IsAnchor, ImmutableArray<(GrievanceCode Kind, double Weight)> Weights);

/// <summary>A clue for the class of a submission.</summary>
public sealed record ClassClue(string Words, ComplaintClass Class, double Weight);

/// <summary>A clue found, with the words that were written; three dots stand for what lies between them.</summary>
internal sealed record Found<T>(T Clue, string Written, bool IsGuess);

/// <summary>The clues and the spelling by which a text is read. Immutable; one for the life of the process.</summary>
public sealed class WordList
{
    /// <summary>How many other words may stand between two words of a clue.</summary>
    private const int Gap = 4;

    private readonly Spelling spelling;
    private readonly ImmutableArray<Compiled<Clue>> clues;
    private readonly ImmutableArray<Compiled<ClassClue>> classes;
    private readonly FrozenSet<string> known;

    private sealed record Compiled<T>(T Clue, ImmutableArray<FrozenSet<string>> Slots);

    private readonly record struct ReadWord(Token Token, string? Root, bool IsGuess);

    /// <exception cref="ArgumentException">A clue has a word that the spelling writes in several.</exception>
    public WordList(Spelling spelling, IEnumerable<Clue> clues, IEnumerable<ClassClue> classes)
    {
        this.spelling = spelling;
        this.clues = [.. clues.Select(clue => new Compiled<Clue>(clue, Slots(clue.Words)))];
        this.classes = [.. classes.Select(clue => new Compiled<ClassClue>(clue, Slots(clue.Words)))];
        known = this
            .clues.SelectMany(clue => clue.Slots)
            .Concat(this.classes.SelectMany(clue => clue.Slots))
            .SelectMany(slot => slot)
            .ToFrozenSet();
    }

    /// <summary>Every word it knows; a text's other words count for nothing and are kept nowhere.</summary>
    public IReadOnlySet<string> Known => known;

    /// <summary>Every clue, as it was written.</summary>
    public IEnumerable<Clue> Clues => clues.Select(clue => clue.Clue);

    /// <summary>A text read for one suggestion.</summary>
    internal Reading Read(string text)
    {
        var roots = new Dictionary<string, (string? Root, bool IsGuess)>();
        var words = spelling.Read(text).Select(token => Understood(token, roots)).ToImmutableArray();
        return new Reading(
            [.. FindAll(clues, words)],
            [.. FindAll(classes, words)],
            [.. words.Select(word => word.Root).OfType<string>().Distinct()]
        );
    }

    private ReadWord Understood(Token token, Dictionary<string, (string? Root, bool IsGuess)> roots)
    {
        if (!roots.TryGetValue(token.Word, out var root))
        {
            var stem = Stemming.Root(token.Word, known);
            root =
                stem is not null ? (stem, false)
                : spelling.Knows(token.Word) ? (null, false)
                : (Typing.Meant(token.Word, known), true);
            roots[token.Word] = root;
        }

        return new ReadWord(token, root.Root, root is { Root: not null, IsGuess: true });
    }

    private ImmutableArray<FrozenSet<string>> Slots(string words) =>
        [.. words.Split(' ').Select(slot => slot.Split('/').Select(One).ToFrozenSet())];

    private string One(string word) =>
        spelling.Read(word) is [var only] ? only.Word : throw new ArgumentException($"'{word}' is written in more than one word");

    private static IEnumerable<Found<T>> FindAll<T>(ImmutableArray<Compiled<T>> all, ImmutableArray<ReadWord> words) =>
        all.Select(clue => Find(clue, words)).OfType<Found<T>>();

    /// <summary>Where the clue's words stand nearest to one another: in order, in one sentence.</summary>
    private static Found<T>? Find<T>(Compiled<T> clue, ImmutableArray<ReadWord> words)
    {
        List<int>? nearest = null;
        for (var begin = 0; begin < words.Length; begin++)
        {
            if (Chain(clue.Slots, words, begin) is { } chain && (nearest is null || chain[^1] - chain[0] < nearest[^1] - nearest[0]))
            {
                nearest = chain;
            }
        }

        return nearest is null ? null : new Found<T>(clue.Clue, Written(nearest, words), nearest.Exists(at => words[at].IsGuess));
    }

    private static string Written(List<int> chain, ImmutableArray<ReadWord> words)
    {
        var written = words[chain[0]].Token.Written;
        foreach (var (before, at) in chain.Zip(chain.Skip(1)))
        {
            // One written phrase may be read as two words: "kades" is "kepala desa".
            written +=
                at > before + 1 ? $" … {words[at].Token.Written}"
                : ReferenceEquals(words[at].Token.Written, words[before].Token.Written) ? ""
                : $" {words[at].Token.Written}";
        }

        return written;
    }

    private static List<int>? Chain(ImmutableArray<FrozenSet<string>> slots, ImmutableArray<ReadWord> words, int begin)
    {
        var chain = new List<int>();
        var from = begin;
        foreach (var slot in slots)
        {
            var until = chain.Count == 0 ? begin : Math.Min(words.Length - 1, from + Gap);
            var next = -1;
            for (var at = from; at <= until && next < 0; at++)
            {
                next =
                    words[at].Root is { } root && slot.Contains(root) && words[at].Token.Sentence == words[begin].Token.Sentence ? at : -1;
            }

            if (next < 0)
            {
                return null;
            }

            chain.Add(next);
            from = next + 1;
        }

        return chain;
    }
}

/// <summary>What a text holds of the word list.</summary>
/// <param name="Roots">The known words in it, each once.</param>
internal sealed record Reading(ImmutableArray<Found<Clue>> Clues, ImmutableArray<Found<ClassClue>> Classes, ImmutableArray<string> Roots);
