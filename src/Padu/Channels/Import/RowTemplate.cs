using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Padu.Channels.Import;

/// <summary>Text with columns in braces: <c>{complaint_type}: {descriptor}</c>.</summary>
public sealed class RowTemplate
{
    private readonly ImmutableArray<(string Text, bool IsColumn)> parts;

    private RowTemplate(ImmutableArray<(string, bool)> parts) => this.parts = parts;

    public IEnumerable<string> Columns => parts.Where(part => part.IsColumn).Select(part => part.Text);

    /// <summary>False for a lone or nested brace.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RowTemplate? template)
    {
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        template = null;
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOfAny(['{', '}'], at);
            if (open < 0)
            {
                parts.Add((text[at..], false));
                break;
            }

            var close = text[open] == '{' ? text.IndexOfAny(['{', '}'], open + 1) : -1;
            if (close <= open + 1 || text[close] != '}')
            {
                return false;
            }

            if (open > at)
            {
                parts.Add((text[at..open], false));
            }

            parts.Add((text[(open + 1)..close], true));
            at = close + 1;
        }

        template = new RowTemplate(parts.ToImmutable());
        return true;
    }

    /// <summary>Null when one of its columns holds nothing in this row.</summary>
    public string? Fill(Func<string, string?> valueOf)
    {
        var filled = new StringBuilder();
        foreach (var (text, isColumn) in parts)
        {
            if (!isColumn)
            {
                filled.Append(text);
            }
            else if (valueOf(text) is { } value)
            {
                filled.Append(value);
            }
            else
            {
                return null;
            }
        }

        return filled.ToString();
    }
}
