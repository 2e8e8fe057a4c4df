using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;

namespace Padu.Coordination;

/// <summary>
/// The door to an input: number and code, always by POST. An unknown number and a wrong code get the same answer after the same work, and guessing is
/// slowed for each number typed, known or not.
/// </summary>
public sealed class InputDoor(InputQueries queries, AccessCodes codes, TrackingGuard guard)
{
    /// <summary>The input, or why it does not open; with how many whole seconds to wait, where too many tries were made.</summary>
    public async Task<(InputOpened? Opened, Refusal? Refusal, int Wait)> Open(string? typed, string? code, CancellationToken cancel)
    {
        var number = InputNumbers.Read(typed);
        if (number is { } guarded && guard.WaitFor(guarded.Value) is var wait && wait > Duration.Zero)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            return (null, new Refusal("track.wait", "Code", seconds), seconds);
        }

        // The same steps whether the number exists or not: look up, fold, one keyed hash, compare.
        var asked = number ?? new InputNumber("");
        var input = await queries.State(await queries.IdOf(asked, cancel) ?? new InputId(Guid.Empty), cancel);
        if (!codes.Matches(new PublicNumber(asked.Value), code ?? "", input.Verifier))
        {
            if (number is { } failed)
            {
                guard.Failed(failed.Value);
            }

            return (null, new Refusal("track.no-match", "Code"), 0);
        }

        guard.Succeeded(asked.Value);
        return (await queries.Of(input.Id, cancel), null, 0);
    }
}
