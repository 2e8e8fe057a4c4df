using Microsoft.EntityFrameworkCore;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The letters whose kind an officer has decided, for learning: each opened, counted, and let go again.</summary>
public sealed class DecidedStories(IDbContextFactory<PaduDb> databases, Journal journal, ComplaintStream stream)
{
    /// <summary>Words and kind of every such letter; what was erased, or is kept from the election commission, is not among them.</summary>
    public async IAsyncEnumerable<Lesson> Read([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var decided = database
            .Set<ComplaintRow>()
            .AsNoTracking()
            .Where(row => row.Class != null && !row.IsClosedToKpu)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .AsAsyncEnumerable();
        await foreach (var id in decided.WithCancellation(cancel))
        {
            var history = await journal.History(stream, id, part => part.Purpose == KeyPurpose.Words, cancel);
            if (
                Story(history[0].Fact) is { } story
                && history.Select(one => Kind(one.Fact)).LastOrDefault(kind => kind is not null) is { } kind
            )
            {
                yield return new Lesson(story, kind);
            }
        }
    }

    private static string? Story(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Submitted filed => filed.Story,
            ComplaintEvent.SplitOff part => part.Excerpt,
            _ => null,
        };

    private static GrievanceCode? Kind(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Verified verified => verified.Kind,
            ComplaintEvent.Classified classified => classified.Kind,
            _ => null,
        };
}
