using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>
/// The same as <see cref="EveryFieldTests"/> for what the two institutions share and what is kept of personal data: each private text holds a word that
/// stands nowhere else, everybody opens every page and file, and each word is seen by those who may and by nobody else.
/// </summary>
public sealed class SharedFieldTests(SharedFieldSite site) : IClassFixture<SharedFieldSite>
{
    /// <summary>The record of the past is reference data that everybody reads.</summary>
    private const string Historical = "agreement.recorded.v1 ";

    [Fact]
    public void Every_private_field_is_planted_and_has_its_readers()
    {
        var fields = PrivateField
            .Shared.Where(field => !field.IsDrawn && !field.Name.StartsWith(Historical, StringComparison.Ordinal))
            // Nothing that is shared keeps a second, cleaned copy apart.
            .Where(field => !field.Path.Contains(".Original.", StringComparison.Ordinal))
            .Select(field => field.Name)
            .ToList();

        Assert.Empty(fields.Except(site.Words.Select(word => word.Field)));
        Assert.DoesNotContain(site.Words, word => SharedReaders.Of(word.Field, word.Affair) is null);
    }

    [Fact]
    public async Task Each_word_is_seen_by_those_who_may_and_by_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var person in new string?[] { null }.Concat(TestSite.Everybody))
        {
            var seen = await Crawl(person);
            foreach (var word in site.Words)
            {
                var may = SharedReaders.Of(word.Field, word.Affair)!.Contains(person ?? SharedReaders.Visitor);
                if (seen.Contains(word.Word, StringComparison.OrdinalIgnoreCase) != may)
                {
                    wrong.Add($"{person ?? "a visitor"} {(may ? "does not see" : "sees")} {word.Field} of '{word.Affair}'");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order()));
    }

    [Fact]
    public async Task No_word_lies_readable_in_the_data_folder_or_a_backup()
    {
        var places = Exits.FilesIn(site.Folder).ToList();
        var scratch = Directory.CreateTempSubdirectory("padu-cadangan-").FullName;
        try
        {
            await site
                .Services.GetRequiredService<Backup>()
                .Write(Path.Combine(scratch, "cadangan.padu"), "kata sandi cadangan", null, TestContext.Current.CancellationToken);
            places.AddRange(Exits.FilesIn(scratch));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        Assert.Contains(places, place => place.Name.EndsWith("cadangan.padu", StringComparison.Ordinal));
        Assert.Contains(places, place => place.Name.StartsWith("blobs", StringComparison.Ordinal));
        var found =
            from place in places
            let text = Exits.Unpacked(place.Name, place.Bytes)
            from word in site.Words
            where text.Contains(word.Word, StringComparison.OrdinalIgnoreCase)
            select $"{word.Field} lies in {place.Name}";
        Assert.Empty(found.Distinct());
    }

    private async Task<string> Crawl(string? person)
    {
        using var browser = person is null ? new Browser(site.Address) : await site.Enter(person);
        var text = new StringBuilder();
        foreach (var path in Paths().Distinct())
        {
            var seen = await browser.Once(HttpMethod.Get, path);
            Assert.True((int)seen.Status < 500, $"{path} as {person}: {seen.Status}");
            var body = await seen.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            text.Append(Exits.Unpacked(path, body)).Append(seen.Response.Content.Headers).Append(seen.Response.Headers);
        }

        return text.ToString();
    }

    private IEnumerable<string> Paths()
    {
        var nobody = Guid.Empty;
        foreach (var route in RouteList.Of(site.Services))
        {
            // Files lie in one of the first events of a stream, one in each.
            var versions = route.Pattern.Contains("{version", StringComparison.Ordinal) ? Enumerable.Range(1, 12) : [1];
            foreach (var version in versions)
            {
                var one = route with
                {
                    Pattern = route.Pattern.Replace("{version:int}/{index:int}", $"{version}/0", StringComparison.Ordinal),
                };
                if (one.Pattern.Contains("{id:guid}", StringComparison.Ordinal))
                {
                    foreach (var id in site.Ids)
                    {
                        yield return one.Path("", id);
                    }
                }
                else if (one.Pattern.Contains("{slug}", StringComparison.Ordinal))
                {
                    foreach (var slug in site.Slugs)
                    {
                        yield return one.Path("", nobody, slug);
                    }
                }
                else if (one.IsOfACase)
                {
                    foreach (var complaint in site.Cases)
                    {
                        yield return one.Path(complaint.Number.Value, nobody);
                    }
                }
                else
                {
                    yield return one.Path("", nobody);
                }
            }
        }

        yield return "/meja/pdp?buku=semua";
        yield return "/kewajiban?keadaan=semua";
        yield return "/kerja-sama/kewajiban?keadaan=semua";
    }
}

/// <summary>access.md for each of these fields: who finds it on the pages and in the files that are merely opened.</summary>
internal static class SharedReaders
{
    public const string Visitor = "";

    private static readonly string[] OfOmbudsman = ["kepala-ombudsman", "asisten-ombudsman", "auditor-ombudsman"];
    private static readonly string[] Negotiators = ["sekretariat", "admin-provinsi", "ketua-provinsi", "auditor-provinsi", .. OfOmbudsman];
    private static readonly string[] Owner = ["admin-kota", "ketua-kota"];
    private static readonly string[] Everybody = [Visitor, .. TestSite.Everybody];

    /// <summary>Null for a field that nobody has thought about.</summary>
    public static IReadOnlyList<string>? Of(string field, Affair affair) =>
        field.EndsWith(".GivenName", StringComparison.Ordinal) ? []
        : affair == Affair.Draft ? Negotiators
        : field.Split(' ')[0] switch
        {
            // Where it was meant to be signed: from then on each signature tells its own place.
            "agreement.drafted.v1" when field.EndsWith("Place", StringComparison.Ordinal) => [],
            "agreement.drafted.v1" => field.EndsWith("Note", StringComparison.Ordinal) ? Negotiators : Everybody,
            "agreement.signed.v1" or "agreement.documents-added.v1" or "agreement.ended.v1" or "agreement.evaluated.v1" => Everybody,
            "obligation.promised.v1" => Everybody,
            "obligation.evidence-given.v1"
            or "obligation.evidence-refused.v1"
            or "obligation.accepted.v1"
            or "obligation.carried-over.v1"
            or "obligation.withdrawn.v1" => [.. Negotiators, .. Owner],
            "privacy-request.received.v1" when affair == Affair.Protected => ["kustodian"],
            // As the custodian's other rulings: where the case lies it is read why.
            "privacy-request.received.v1" or "privacy-request.decided.v1" => ["kustodian", "admin-kota", "admin-provinsi"],
            // One installation's failure is the whole institution's, and the other's never.
            "breach.recorded.v1" or "breach.supplemented.v1" or "breach.told.v1" or "breach.closed.v1" =>
            [
                "admin-provinsi",
                "admin-kota",
                "admin-kaur",
                "kustodian",
                "operator",
                "auditor-provinsi",
            ],
            _ => null,
        };
}
