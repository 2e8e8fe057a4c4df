using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>One thing that cannot be called back: who could read or read the identity, or how many letters went out.</summary>
/// <param name="Key">The words: <c>level.seen.{name}</c>.</param>
/// <param name="Count">Of letters; 0 elsewhere.</param>
public sealed record Disclosure(string Key, Instant At, OfficeCode? Office, int Count);

/// <summary>
/// What was already seen and sent, computed from the history: the plain statement that goes with a change of level. A change protects from then on; it takes
/// nothing back.
/// </summary>
public static class Disclosures
{
    public static IReadOnlyList<Disclosure> Of(IEnumerable<Recorded<ComplaintEvent>> history)
    {
        var told = new List<Disclosure>();
        var level = IdentityLevel.Anonymous;
        var hasEmail = false;
        OfficeCode? seat = null;
        var letters = new List<Instant>();
        foreach (var recorded in history)
        {
            switch (recorded.Fact)
            {
                case ComplaintEvent.Submitted e:
                    (level, hasEmail, seat) = (e.Level, e.HasEmail, e.Office);
                    break;
                case ComplaintEvent.Assigned e:
                    seat = e.Office;
                    break;
                case ComplaintEvent.LevelChanged e:
                    (level, hasEmail) = (e.To, e.HasEmail);
                    break;
                case ComplaintEvent.IdentityRevealed:
                    told.Add(new Disclosure("level.seen.revealed", recorded.OccurredAt, recorded.Office, 0));
                    break;
            }

            if (
                level == IdentityLevel.Open
                && seat is { } office
                && !told.Exists(one => one.Key == "level.seen.open" && one.Office == office)
            )
            {
                told.Add(new Disclosure("level.seen.open", recorded.OccurredAt, office, 0));
            }

            if (hasEmail && IsWrittenOf(recorded.Fact))
            {
                letters.Add(recorded.OccurredAt);
            }
        }

        if (letters.Count > 0)
        {
            told.Add(new Disclosure("level.seen.letters", letters[^1], null, letters.Count));
        }

        return told;
    }

    /// <summary>Facts of which a complainant who left an address gets a letter; the same as the follower writes of, held by a test.</summary>
    public static bool IsWrittenOf(ComplaintEvent fact) =>
        fact
            is ComplaintEvent.Submitted
                or ComplaintEvent.CompletionRequested
                or ComplaintEvent.Verified
                or ComplaintEvent.Assigned
                or ComplaintEvent.Asked
                or ComplaintEvent.TransferProposed
                or ComplaintEvent.Transferred
                or ComplaintEvent.Joined
                or ComplaintEvent.Divided
                or ComplaintEvent.Answered
                or ComplaintEvent.Reopened
                or ComplaintEvent.Closed
                or ComplaintEvent.Escalated;
}
