using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Letters;

namespace Padu.Letters;

/// <summary>
/// Where anybody checks a letter: number and the code printed on it. An unknown number and a wrong code get the same answer after the same work, and
/// guessing is slowed for each number typed, known or not.
/// </summary>
public sealed class LetterDoor(LetterQueries queries, LetterChecks checks, TrackingGuard guard)
{
    /// <summary>The letter, or why nothing is told; with how many whole seconds to wait, where too many tries were made.</summary>
    public async Task<(Letter? Letter, LetterNumber? Number, Refusal? Refusal, int Wait)> Check(
        string? typed,
        string? code,
        CancellationToken cancel
    )
    {
        var number = LetterNumber.Read(typed);
        if (number is { } guarded && guard.WaitFor(guarded.ToString()) is var wait && wait > Duration.Zero)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            return (null, null, new Refusal("track.wait", "Kode", seconds), seconds);
        }

        // The same steps whether the number exists or not: look up, fold, one keyed hash, compare.
        var letter = await queries.ByNumber(number, cancel);
        if (!checks.Matches(letter.Id, code))
        {
            if (number is { } failed)
            {
                guard.Failed(failed.ToString());
            }

            return (null, null, new Refusal("letter.no-match", "Kode"), 0);
        }

        guard.Succeeded(number!.ToString());
        return (letter, number, null, 0);
    }
}
