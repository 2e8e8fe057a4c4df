using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Accounts;

/// <summary>Somebody with the posts held, as administrators see them.</summary>
public sealed record Person(Account Account, ImmutableArray<PostView> Posts);

/// <summary>Reads of people for <c>/atur</c>.</summary>
public sealed class PeopleQueries(IDbContextFactory<PaduDb> contexts, PostQueries posts, OfficeRegister offices, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>A page of the people this administrator looks after, by user name.</summary>
    /// <param name="after">The user name the page before ended with.</param>
    public async Task<(ImmutableArray<Person> People, string? Next)> List(Actor actor, string? after, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var page = new List<Person>();
        var from = after?.ToUpperInvariant() ?? "";
        while (page.Count <= PageSize)
        {
#pragma warning disable CA1309 // translated to SQL, where the column's own order counts
            var accounts = await db.Set<Account>()
                .AsNoTracking()
                .Where(account => string.Compare(account.NormalizedUserName, from) > 0)
                .OrderBy(account => account.NormalizedUserName)
                .Take(PageSize + 1)
                .ToListAsync(cancel);
#pragma warning restore CA1309
            var held = await posts.Of([.. accounts.Select(account => account.Id)], cancel);
            page.AddRange(
                accounts
                    .Select(account => new Person(account, held.GetValueOrDefault(account.Id, [])))
                    .Where(person => MayManage(actor, person))
            );
            if (accounts.Count <= PageSize)
            {
                break;
            }

            from = accounts[^1].NormalizedUserName!;
        }

        var shown = page.Take(PageSize).ToImmutableArray();
        return (shown, page.Count > PageSize ? shown[^1].Account.UserName : null);
    }

    /// <summary>Null when there is nobody, or nobody this administrator looks after.</summary>
    public async Task<Person?> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancel);
        var person = account is null ? null : new Person(account, await posts.Of(id, cancel));
        return person is not null && MayManage(actor, person) ? person : null;
    }

    /// <summary>The display names of some accounts.</summary>
    public async Task<IReadOnlyDictionary<Guid, Account>> Named(IReadOnlyCollection<Guid> accounts, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Account>()
            .AsNoTracking()
            .Where(account => accounts.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, cancel);
    }

    /// <summary>The posts somebody holds today or will hold.</summary>
    public IEnumerable<(PostView Post, Holding Holding, Office Office)> Held(Person person) =>
        from post in person.Posts
        let office = offices.Find(post.Row.Office)
        where office is not null
        from holding in post.Holdings
        where holding.Account == person.Account.Id && !holding.IsOverOn(offices.DayIn(office, clock.GetCurrentInstant()))
        select (post, holding, office);

    private bool MayManage(Actor actor, Person person) =>
        Administration.MayManage(actor, Held(person).Select(held => (held.Office, held.Post.Row.Role)));
}
