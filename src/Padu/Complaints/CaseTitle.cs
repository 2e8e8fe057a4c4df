using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>What a case is called: the officer's title, or the first words of the story until there is one.</summary>
public static class CaseTitle
{
    private const int Longest = 90;

    /// <summary>Null when the words are gone (erased) or could not be opened.</summary>
    public static string? Of(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Verified e => e.Title,
            ComplaintEvent.Imported e => e.Title,
            ComplaintEvent.Submitted { Story: { } story } => FirstWords(story),
            ComplaintEvent.SplitOff { Excerpt: { } excerpt } => FirstWords(excerpt),
            _ => null,
        };

    internal static string FirstWords(string story)
    {
        var line = story.Trim().Split('\n', 2)[0].Trim();
        var end = line.IndexOfAny(['.', '!', '?']);
        if (end is > 15 and < Longest)
        {
            return line[..end];
        }

        if (line.Length <= Longest)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', Longest);
        return line[..(cut > 30 ? cut : Longest)].TrimEnd(' ', ',', ';') + "…";
    }
}
