using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Obligations;

namespace Padu.Meetings;

/// <summary>What an earlier meeting of the series decided and an office still owed when this one was held.</summary>
public sealed record CarriedDuty(MeetingLine From, ObligationLine Owed);

/// <summary>
/// The agenda a meeting has by itself: whatever earlier meetings of its series decided and was still owed when it was held (now, where it was not yet).
/// Nobody enters it and nobody can leave one out.
/// </summary>
public sealed class MeetingAgenda(MeetingQueries queries, ObligationQueries owed, IClock clock)
{
    public async Task<IReadOnlyList<CarriedDuty>> CarriedOver(Meeting meeting, string language, CancellationToken cancel)
    {
        var found = new List<CarriedDuty>();
        if (meeting.Previous is null)
        {
            return found;
        }

        var at = meeting.HeldAt ?? clock.GetCurrentInstant();
        foreach (var earlier in await queries.Before(meeting, language, cancel))
        {
            found.AddRange(
                (await owed.From(earlier.Row.Id, cancel))
                    .Where(line => line.Row.Source == SourceKind.Decision && WasOwed(line.Row, at))
                    .Select(line => new CarriedDuty(earlier, line))
            );
        }

        return [.. found.OrderBy(one => one.Owed.Row.Due).ThenBy(one => one.Owed.Row.Owner.Value, StringComparer.Ordinal)];
    }

    /// <summary>A duty and its successor never both: the one ends at the moment the other begins.</summary>
    internal static bool WasOwed(ObligationRow row, Instant at) => row.PromisedAt <= at && (row.OverAt is not { } over || over > at);
}
