using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Padu.Domain.Triage;

/// <summary>A word as it stood in the text and as it is read.</summary>
/// <param name="Sentence">The number of its sentence, from 0.</param>
public sealed record Token(string Written, string Word, int Sentence);

/// <summary>Everyday spelling made plain: <c>yg</c>, <c>gak</c>, <c>dak</c>, <c>e-KTP</c>; and the words of Bengkulu and Jakarta for the ones everybody knows.</summary>
public sealed class Spelling
{
    private const int LongestPhrase = 4;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> means;
    private readonly ImmutableHashSet<string> words;

    /// <param name="pairs">What is written, in one or more words, and what it means.</param>
    public Spelling(IEnumerable<(string Written, string Means)> pairs)
    {
        means = pairs.ToImmutableDictionary(
            pair => string.Join(' ', Plain(pair.Written).Select(token => token.Word)),
            pair => Plain(pair.Means).Select(token => token.Word).ToImmutableArray()
        );
        words = [.. means.Values.SelectMany(meaning => meaning)];
    }

    /// <summary>A word of its own, and so no slip of another: <c>coklat</c> is not <c>coklit</c>.</summary>
    public bool Knows(string word) => words.Contains(word);

    /// <summary>The words of a text, in order; the longest known phrase counts first.</summary>
    public ImmutableArray<Token> Read(string text)
    {
        var plain = Plain(text);
        var tokens = ImmutableArray.CreateBuilder<Token>(plain.Count);
        for (var at = 0; at < plain.Count; )
        {
            var length = Math.Min(LongestPhrase, plain.Count - at);
            while (length > 0 && !IsKnown(plain, at, length))
            {
                length--;
            }

            if (length == 0)
            {
                tokens.Add(plain[at]);
                at++;
                continue;
            }

            var written = string.Join(' ', plain.Skip(at).Take(length).Select(token => token.Written));
            tokens.AddRange(means[Key(plain, at, length)].Select(word => new Token(written, word, plain[at].Sentence)));
            at += length;
        }

        return tokens.ToImmutable();
    }

    /// <summary>The sentences of a text as they were written, numbered as the tokens say.</summary>
    public static ImmutableArray<string> Sentences(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        var begin = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Ends(text, at))
            {
                sentences.Add(text[begin..(at + 1)]);
                begin = at + 1;
            }
        }

        sentences.Add(text[begin..]);
        return sentences.ToImmutable();
    }

    private bool IsKnown(List<Token> plain, int at, int length) =>
        plain[at].Sentence == plain[at + length - 1].Sentence && means.ContainsKey(Key(plain, at, length));

    private static string Key(List<Token> plain, int at, int length) =>
        length == 1 ? plain[at].Word : string.Join(' ', plain.Skip(at).Take(length).Select(token => token.Word));

    private static List<Token> Plain(string text)
    {
        var tokens = new List<Token>();
        var sentences = Sentences(text);
        for (var number = 0; number < sentences.Length; number++)
        {
            var word = new StringBuilder();
            foreach (var letter in sentences[number].Append(' '))
            {
                if (char.IsLetterOrDigit(letter))
                {
                    word.Append(letter);
                }
                else if (word.Length > 0)
                {
                    tokens.Add(new Token(word.ToString(), Calm(word.ToString()), number));
                    word.Clear();
                }
            }
        }

        return tokens;
    }

    /// <summary>Small letters without accents; a letter held down (<c>bangeeet</c>) counts once; <c>bagi2</c> is said twice.</summary>
    private static string Calm(string word)
    {
        var calm = new StringBuilder();
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            var held = calm.Length > 1 && calm[^1] == letter && calm[^2] == letter;
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && !held)
            {
                calm.Append(letter);
            }
        }

        return calm is [.., var before, '2'] && char.IsLetter(before) ? calm.ToString(0, calm.Length - 1) : calm.ToString();
    }

    /// <summary>A line break ends a sentence; so does a mark that a blank or the end follows, so that <c>C.Hasil</c> stays whole.</summary>
    private static bool Ends(string text, int at) =>
        text[at] is '\n' || (text[at] is '.' or '!' or '?' or ';' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
}
