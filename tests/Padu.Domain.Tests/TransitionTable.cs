using System.Text;

namespace Padu.Domain.Tests;

/// <summary>
/// What every act does in every state for everybody, written to be read: by act, people with the same outcomes on one line, and for each outcome
/// the states that have it. Nothing is left out, so a change of any cell changes the text.
/// </summary>
internal sealed class TransitionTable(IEnumerable<string> states)
{
    private readonly string[] states = [.. states];
    private readonly StringBuilder text = new();

    /// <summary>Events in bold, or the code of the refusal.</summary>
    public static string Cell<T>(Decision<T> decision)
        where T : class =>
        decision.IsRefused ? decision.Refusal.Code : "**" + string.Join(" + ", decision.Events.Select(fact => fact.GetType().Name)) + "**";

    /// <summary>The requests that a table leaves out: none, where it says "every act".</summary>
    public static IEnumerable<string> Missing<TCommand>(IEnumerable<TCommand> asked)
        where TCommand : class =>
        typeof(TCommand)
            .GetNestedTypes()
            .Where(type => type.IsAssignableTo(typeof(TCommand)))
            .Except(asked.Select(command => command.GetType()))
            .Select(type => type.Name);

    public void Add(string act, IEnumerable<(string Who, IEnumerable<string> Cells)> rows)
    {
        text.Append("\n## ").Append(act).Append("\n\n");
        var lines = rows.GroupBy(row => Line([.. row.Cells]), row => row.Who)
            .OrderByDescending(group => group.Key.Contains("**", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            text.Append("- ").AppendJoin(", ", line).Append(": ").Append(line.Key).Append('\n');
        }
    }

    public string Text(string of) =>
        $"# What every act does: {of}\n\nStates: {string.Join("; ", states.Select((state, at) => $"{at + 1} {state}"))}.\n{text}";

    private string Line(string[] cells) =>
        string.Join(
            "; ",
            cells
                .Select((cell, at) => (cell, at))
                .GroupBy(one => one.cell, one => one.at + 1)
                .OrderByDescending(group => group.Key.Contains("**", StringComparison.Ordinal))
                .Select(group => group.Count() == states.Length ? group.Key : $"{group.Key} {Ranges([.. group])}")
        );

    private static string Ranges(int[] numbers)
    {
        var parts = new List<string>();
        for (var at = 0; at < numbers.Length; at++)
        {
            var first = at;
            while (at + 1 < numbers.Length && numbers[at + 1] == numbers[at] + 1)
            {
                at++;
            }

            parts.Add(first == at ? $"{numbers[at]}" : $"{numbers[first]}–{numbers[at]}");
        }

        return string.Join(", ", parts);
    }
}
