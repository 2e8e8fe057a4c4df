using System.Diagnostics;

namespace Padu.Commands;

/// <summary>How far long work has come: one line that renews itself on a terminal, a line now and then in a log.</summary>
internal sealed class ConsoleProgress(long total)
{
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly TimeSpan every = Console.IsOutputRedirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(250);
    private TimeSpan shown = TimeSpan.Zero;
    private int width;

    public void Show(long done, string words)
    {
        if (elapsed.Elapsed - shown >= every)
        {
            shown = elapsed.Elapsed;
            Write($"{(total == 0 ? 100 : done * 100 / total), 3} %  {words}", isLast: Console.IsOutputRedirected);
        }
    }

    public void End(string words) => Write($"{words}, in {elapsed.Elapsed.TotalSeconds:F1} s", isLast: true);

    private void Write(string line, bool isLast)
    {
        Console.Write(Console.IsOutputRedirected ? line : "\r" + line.PadRight(width));
        width = line.Length;
        if (isLast)
        {
            Console.WriteLine();
        }
    }
}
