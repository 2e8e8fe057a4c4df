using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Letters;

namespace Padu.Tests;

/// <summary>Letters of a case, of an office, and its book.</summary>
public abstract partial class QueryPlanTests
{
    private static IEnumerable<(string, NamedQuery)> Letters()
    {
        yield return ("LetterQueries.IssuedTo", new(ask => ask.Of<LetterQueries>().IssuedTo(Complaint.None, TestSite.City, Never)));
        yield return (
            "LetterQueries.ByNumber",
            new(ask => ask.Of<LetterQueries>().ByNumber(new LetterNumber(TestSite.City, 2026, 1), Never))
        );
        yield return ("LetterQueries.OfCase", new(ask => ask.Of<LetterQueries>().OfCase(ask.Post("admin-kota"), Complaint.None, Never)));
        yield return ("LetterQueries.ForComplainant", new(ask => ask.Of<LetterQueries>().ForComplainant(Complaint.None, Never)));
        foreach (var (reader, _) in Readers)
        {
            yield return (
                $"LetterQueries.Waiting, {reader}",
                new(ask => ask.Of<LetterQueries>().Waiting(ask.Post(reader), LetterState.Draft, Never))
            );
            yield return (
                $"LetterQueries.Worklist, {reader}",
                new(ask => ask.Of<LetterQueries>().Worklist(ask.Post(reader), LetterState.Proposed, null, Never))
            );
            yield return (
                $"LetterQueries.Worklist, {reader}, further down",
                new(ask => ask.Of<LetterQueries>().Worklist(ask.Post(reader), LetterState.Draft, Place, Never))
            );
            yield return (
                $"LetterQueries.Register, {reader}",
                new(ask => ask.Of<LetterQueries>().Register(ask.Post(reader), TestSite.City, new YearMonth(2026, 11), null, Never))
            );
            yield return (
                $"LetterQueries.Register, {reader}, further down",
                new(ask => ask.Of<LetterQueries>().Register(ask.Post(reader), TestSite.City, new YearMonth(2026, 11), Place, Never))
            );
        }
    }
}
