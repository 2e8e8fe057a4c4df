using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>A filter of the worklist under a name of its owner's.</summary>
/// <param name="Tab">The tab it was saved in, as its word in an address.</param>
public sealed record SavedFilter(Guid Id, string Name, string Tab, CaseFilter Filter)
{
    public string Path => $"/meja?tab={Tab}{Filter.Query}";
}

/// <summary>The filters that an account keeps beside the tabs, oldest first.</summary>
public sealed class SavedFilters(IDbContextFactory<PaduDb> databases, Journal journal, KeyFiles keys, IClock clock)
{
    /// <summary>More would be no list beside the tabs any more, and each is counted.</summary>
    public const int Most = 8;

    public const int LongestName = 40;

    public async Task<IReadOnlyList<SavedFilter>> Of(Guid account, CancellationToken cancel) =>
        [.. (await Rows(account, cancel)).OrderBy(row => row.SavedAt).ThenBy(row => row.Id).Select(Open)];

    /// <summary>Keeps a filter; why not is a refusal under the field <c>Name</c>.</summary>
    public async Task<Refusal?> Save(Guid account, string name, string tab, CaseFilter filter, CancellationToken cancel)
    {
        var own = await Of(account, cancel);
        var wrong =
            Wrong(name, own)
            ?? (
                filter == CaseFilter.None ? new Refusal("filter.nothing-chosen", "Name")
                : own.Count >= Most ? new Refusal("filter.too-many", "Name", Most)
                : null
            );
        if (wrong is null)
        {
            await journal.Store(
                Sealed(account, clock.GetCurrentInstant(), new SavedFilter(Guid.CreateVersion7(), name.Trim(), tab, filter))
            );
        }

        return wrong;
    }

    /// <summary>Another name; one that is no longer there is refused.</summary>
    public async Task<Refusal?> Rename(Guid account, Guid id, string name, CancellationToken cancel)
    {
        if ((await Rows(account, cancel)).FirstOrDefault(row => row.Id == id) is not { } row)
        {
            return new Refusal("filter.gone", "Name");
        }

        var others = (await Of(account, cancel)).Where(one => one.Id != id).ToList();
        var wrong = Wrong(name, others);
        if (wrong is null)
        {
            await journal.Store(Sealed(account, row.SavedAt, Open(row) with { Name = name.Trim() }));
        }

        return wrong;
    }

    /// <summary>Removing what is gone already is no mistake.</summary>
    public async Task Delete(Guid account, Guid id, CancellationToken cancel)
    {
        if ((await Rows(account, cancel)).FirstOrDefault(row => row.Id == id) is { } row)
        {
            await journal.Remove(row);
        }
    }

    private static Refusal? Wrong(string name, IReadOnlyList<SavedFilter> others) =>
        Wording.Check("Name", name, required: true, oneLine: true, longest: LongestName)
        ?? (
            others.Any(one => string.Equals(one.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
                ? new Refusal("filter.name-taken", "Name")
                : null
        );

    private async Task<List<SavedFilterRow>> Rows(Guid account, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<SavedFilterRow>().AsNoTracking().Where(row => row.Account == account).Take(Most).ToListAsync(cancel);
    }

    private SavedFilterRow Sealed(Guid account, Instant at, SavedFilter filter) =>
        new(
            account,
            filter.Id,
            at,
            SealedBox.Seal(
                KeyOf(account, filter.Id),
                JsonSerializer.SerializeToUtf8Bytes(new Content(filter.Name, filter.Tab, filter.Filter.Query))
            )
        );

    private SavedFilter Open(SavedFilterRow row)
    {
        var content =
            JsonSerializer.Deserialize<Content>(SealedBox.Open(KeyOf(row.Account, row.Id), row.Sealed))
            ?? throw new InvalidOperationException("An empty filter was sealed.");
        var pairs = QueryHelpers.ParseQuery(content.Query);
        return new SavedFilter(row.Id, content.Name, content.Tab, CaseFilter.Read(key => pairs.GetValueOrDefault(key)));
    }

    /// <summary>What is sealed of a filter.</summary>
    private sealed record Content(string Name, string Tab, string Query);

    private byte[] KeyOf(Guid account, Guid id) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Pepper, 32, info: Encoding.UTF8.GetBytes($"padu saved filter v1 {account:N} {id:N}"));
}
