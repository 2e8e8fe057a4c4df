using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>An address of a personal feed, without the address: what is kept of the token opens nothing.</summary>
/// <param name="Hash">HMAC-SHA-256 of the token under the pepper.</param>
/// <param name="LastUsedOn">The last day a calendar asked; a finer moment would follow somebody's habits.</param>
public sealed record FeedTokenRow(Guid Account, Guid Id, Guid Post, string Hash, Instant MadeAt, LocalDate? LastUsedOn, Instant? RevokedAt);

internal sealed class FeedTokenRowConfiguration : IEntityTypeConfiguration<FeedTokenRow>
{
    public void Configure(EntityTypeBuilder<FeedTokenRow> builder)
    {
        builder.ToTable("feed_tokens");
        // The key begins with the account: whose they are is how they are listed.
        builder.HasKey(row => new { row.Account, row.Id });
        builder.HasIndex(row => row.Hash).IsUnique();
    }
}

/// <summary>
/// Addresses under which a calendar program reads the agenda as one post may see it. The address is the key: it is shown once, only its hash is kept, and
/// it opens no longer once it is revoked or its owner leaves the post.
/// </summary>
public sealed class FeedTokens(
    IDbContextFactory<PaduDb> databases,
    Journal journal,
    KeyFiles keys,
    PostQueries posts,
    OfficeRegister offices,
    IClock clock
)
{
    /// <summary>A telephone, a desk and some to spare.</summary>
    public const int Most = 5;

    private const int Bytes = 24;

    /// <summary>The addresses of an account that still open, the newest first.</summary>
    public async Task<IReadOnlyList<FeedTokenRow>> Of(Guid account, CancellationToken cancel) =>
        [.. (await Rows(account, cancel)).Where(row => row.RevokedAt is null).OrderByDescending(row => row.MadeAt)];

    /// <summary>A new token, told once; null with the reason where there are too many.</summary>
    public async Task<(string? Token, Refusal? Refusal)> Make(Actor.Staff staff, CancellationToken cancel)
    {
        if ((await Of(staff.Account, cancel)).Count >= Most)
        {
            return (null, new Refusal("feed.too-many", null, Most));
        }

        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        await journal.Store(
            new FeedTokenRow(
                staff.Account,
                Guid.CreateVersion7(),
                staff.Post.Value,
                HashOf(token),
                clock.GetCurrentInstant().ToMicroseconds(),
                null,
                null
            )
        );
        return (token, null);
    }

    /// <summary>Closes one of an account's own; one that is not there any more is closed already.</summary>
    public async Task Revoke(Guid account, Guid id, CancellationToken cancel)
    {
        if ((await Rows(account, cancel)).FirstOrDefault(row => row.Id == id && row.RevokedAt is null) is { } row)
        {
            await journal.Store(row with { RevokedAt = clock.GetCurrentInstant().ToMicroseconds() });
        }
    }

    /// <summary>Who reads under a token; null where it opens nothing.</summary>
    public async Task<Actor.Staff?> Reader(string token, CancellationToken cancel)
    {
        if (token.Length is < 20 or > 64)
        {
            return null;
        }

        var hash = HashOf(token);
        await using var database = await databases.CreateDbContextAsync(cancel);
        var row = await database.Set<FeedTokenRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash, cancel);
        if (
            row is not { RevokedAt: null }
            || await posts.Find(new PostId(row.Post), cancel) is not { } held
            || offices.Find(held.Row.Office) is not { } office
        )
        {
            return null;
        }

        var today = offices.DayIn(office, clock.GetCurrentInstant());
        if (held.HoldersOn(today).All(holding => holding.Account != row.Account))
        {
            return null;
        }

        if (row.LastUsedOn != today)
        {
            await journal.StoreIf(row, row with { LastUsedOn = today });
        }

        return new Actor.Staff(held.Id, row.Account, held.Row.Role, office, held.Row.Unit);
    }

    private string HashOf(string token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Pepper, Encoding.UTF8.GetBytes($"umpan|{token}")));

    private async Task<List<FeedTokenRow>> Rows(Guid account, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<FeedTokenRow>().AsNoTracking().Where(row => row.Account == account).ToListAsync(cancel);
    }
}
