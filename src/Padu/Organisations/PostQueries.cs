using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>A post with everybody who held it.</summary>
public sealed record PostView(PostRow Row, ImmutableArray<Holding> Holdings)
{
    public PostId Id => new(Row.Id);

    public IEnumerable<Holding> HoldersOn(NodaTime.LocalDate day) => Holdings.Where(holding => holding.IsOn(day));
}

/// <summary>Reads of posts and holders.</summary>
public sealed class PostQueries(IDbContextFactory<PaduDb> contexts)
{
    public async Task<PostView?> Find(PostId id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Set<PostRow>().AsNoTracking().SingleOrDefaultAsync(post => post.Id == id.Value, cancel);
        return row is null ? null : (await With(db, [row], cancel))[0];
    }

    /// <summary>Some posts by their ids, also abolished ones, in two queries.</summary>
    public async Task<IReadOnlyDictionary<Guid, PostView>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<PostRow>().AsNoTracking().Where(post => ids.Contains(post.Id)).ToListAsync(cancel);
        return (await With(db, rows, cancel)).ToDictionary(post => post.Row.Id);
    }

    /// <summary>The posts that acted, by what events keep of an actor; the system and people without a post are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PostView>> Behind(IEnumerable<string> actors, CancellationToken cancel = default)
    {
        var ids = actors
            .Distinct()
            .Where(actor => actor.StartsWith("jabatan/", StringComparison.Ordinal))
            .Select(actor => Guid.Parse(actor[8..]));
        return (await Find([.. ids], cancel)).Values.ToDictionary(post => $"jabatan/{post.Id}");
    }

    /// <summary>Every post the account holds, held or will hold.</summary>
    public async Task<ImmutableArray<PostView>> Of(Guid account, CancellationToken cancel = default) =>
        (await Of([account], cancel)).GetValueOrDefault(account, []);

    /// <summary>The same for the people of a list, in two queries.</summary>
    public async Task<IReadOnlyDictionary<Guid, ImmutableArray<PostView>>> Of(
        IReadOnlyCollection<Guid> accounts,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var held = await db.Set<PostHoldingRow>()
            .AsNoTracking()
            .Where(holding => accounts.Contains(holding.Account))
            .Select(holding => new { holding.Account, holding.Post })
            .Distinct()
            .ToListAsync(cancel);
        var ids = held.Select(pair => pair.Post).Distinct().ToList();
        var rows = await db.Set<PostRow>().AsNoTracking().Where(post => ids.Contains(post.Id)).OrderBy(post => post.Id).ToListAsync(cancel);
        var posts = (await With(db, rows, cancel)).ToDictionary(post => post.Row.Id);
        return held.GroupBy(pair => pair.Account)
            .ToDictionary(group => group.Key, group => group.Select(pair => posts[pair.Post]).ToImmutableArray());
    }

    /// <summary>The posts of some offices that still exist.</summary>
    public async Task<ImmutableArray<PostView>> In(IReadOnlyCollection<OfficeCode> offices, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<PostRow>()
            .AsNoTracking()
            .Where(post => offices.Contains(post.Office) && post.AbolishedOn == null)
            .OrderBy(post => post.Office)
            .ThenBy(post => post.Id)
            .ToListAsync(cancel);
        return await With(db, rows, cancel);
    }

    private static async Task<ImmutableArray<PostView>> With(PaduDb db, IReadOnlyCollection<PostRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var holdings = await db.Set<PostHoldingRow>().AsNoTracking().Where(holding => ids.Contains(holding.Post)).ToListAsync(cancel);
        var byPost = holdings.ToLookup(holding => holding.Post);
        return
        [
            .. rows.Select(row => new PostView(
                row,
                [.. byPost[row.Id].OrderBy(holding => holding.Number).Select(holding => holding.Holding)]
            )),
        ];
    }
}
