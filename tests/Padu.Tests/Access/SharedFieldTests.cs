using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Padu.Coordination;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>
/// The same as <see cref="EveryFieldTests"/> for what the two institutions share and what is kept of personal data: each private text holds a word that
/// stands nowhere else, everybody opens every page and file, and each word is seen by those who may and by nobody else.
/// </summary>
public sealed class SharedFieldTests(SharedFieldSite site) : IClassFixture<SharedFieldSite>
{
    /// <summary>Records of the past are reference data that everybody reads.</summary>
    private static readonly string[] Historical = ["agreement.recorded.v1", "meeting.recorded.v1"];

    private const string Letterbox = "/contoh/surat";

    [Fact]
    public void Every_private_field_is_planted_and_has_its_readers()
    {
        var fields = PrivateField
            .Shared.Where(field => !field.IsDrawn && !Historical.Contains(field.Event))
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
            var found = Exits.Unpacked(path, body);
            // The demonstration's letterbox shows whom a letter goes to; what it says is read.
            text.Append(path == Letterbox ? WithoutRecipients(found) : found)
                .Append(seen.Response.Content.Headers)
                .Append(seen.Response.Headers);
        }

        if (person is not null)
        {
            text.Append(await Calendar(person));
        }

        return text.ToString();
    }

    /// <summary>What a calendar program reads under an address that this person made: it shows no more and no less than the person's own pages do.</summary>
    private async Task<string> Calendar(string person)
    {
        var (token, refusal) = await site
            .Services.GetRequiredService<FeedTokens>()
            .Make(site.Post(person), TestContext.Current.CancellationToken);
        Assert.Null(refusal);
        using var program = new Browser(site.Address);
        var path = $"/agenda/umpan/{token}.ics";
        var feed = await program.Once(HttpMethod.Get, path);
        var reads = Domain.Organisations.Access.ScopeOfAgenda(site.Post(person)) != Domain.Organisations.Access.AgendaScope.Nothing;
        Assert.Equal(reads ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.NotFound, feed.Status);
        var words = Exits.Unpacked(path, await feed.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(reads, words.Contains("BEGIN:VEVENT", StringComparison.Ordinal));
        return words;
    }

    private string WithoutRecipients(string html) =>
        site
            .Words.Where(word => word.Field.EndsWith(" Email", StringComparison.Ordinal))
            .Aggregate(html, (rest, word) => rest.Replace($"{word.Word}@contoh.example", "", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Paths()
    {
        foreach (var route in RouteList.Of(site.Services))
        {
            foreach (var (thing, address) in Addresses(route.Pattern))
            {
                // Files lie in one of the first events of a stream, one in each; the file that answers a question has the question's number.
                var index = route.Pattern.Contains("/lampiran/", StringComparison.Ordinal) ? 1 : 0;
                var hasFiles = route.Pattern.Contains("{version", StringComparison.Ordinal) && site.Filed.Contains(thing);
                foreach (var version in hasFiles ? Enumerable.Range(1, 12) : [1])
                {
                    var one = route.Pattern.Replace("{version:int}/{index:int}", $"{version}/{index}", StringComparison.Ordinal);
                    yield return address(route with { Pattern = one.Replace("{version:int}", $"{version}", StringComparison.Ordinal) });
                }
            }
        }

        yield return "/meja/pdp?buku=semua";
        yield return "/kewajiban?keadaan=semua";
        yield return "/kerja-sama/kewajiban?keadaan=semua";
        yield return "/kerja-sama/masukan?kiriman=1";
        yield return "/agenda?lalu=1";
        yield return "/kerja-sama/agenda?lalu=1";
    }

    /// <summary>Everything that has a page of this pattern, and how its address is made.</summary>
    private IEnumerable<(string Thing, Func<Route, string> Address)> Addresses(string pattern)
    {
        var nobody = Guid.Empty;
        return pattern switch
        {
            _ when Has("{id:guid}") => Each(site.Ids.Select(id => $"{id}"), (route, id) => route.Path("", Guid.Parse(id))),
            _ when Has("{slug}") => Each(site.Slugs, (route, slug) => route.Path("", nobody, slug)),
            _ when Has("agenda/{kode}") => Each(site.Agendas, (route, code) => route.Path("", nobody, agenda: code)),
            _ when Has("masukan/{kode}") => Each(site.Inputs, (route, code) => route.Path("", nobody, input: code)),
            _ when Has("{kode}") => Each(site.Meetings, (route, code) => route.Path("", nobody, meeting: code)),
            _ when Has("{nomor}") => Each(site.Cases.Select(one => one.Number.Value), (route, number) => route.Path(number, nobody)),
            _ => Each([""], (route, _) => route.Path("", nobody)),
        };

        bool Has(string part) => pattern.Contains(part, StringComparison.Ordinal);

        static IEnumerable<(string, Func<Route, string>)> Each(IEnumerable<string> things, Func<Route, string, string> address) =>
            things.Select(thing => (thing, (Func<Route, string>)(route => address(route, thing))));
    }
}

/// <summary>access.md for each of these fields: who finds it on the pages and in the files that are merely opened.</summary>
internal static class SharedReaders
{
    public const string Visitor = "";

    private static readonly string[] OfOmbudsman = ["kepala-ombudsman", "asisten-ombudsman", "auditor-ombudsman"];
    private static readonly string[] Negotiators = ["sekretariat", "admin-provinsi", "ketua-provinsi", "auditor-provinsi", .. OfOmbudsman];
    private static readonly string[] Owner = ["admin-kota", "ketua-kota"];

    /// <summary>Both institutions' province offices, and the one of the ten that is concerned.</summary>
    private static readonly string[] Desks = [.. Negotiators, .. Owner];
    private static readonly string[] Conveners = ["sekretariat", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"];
    private static readonly string[] OfCity = ["admin-kota", "ketua-kota", "teknis-kota", "data-kota"];
    private static readonly string[] Seats = [.. Conveners, .. OfCity, "admin-kaur"];
    private static readonly string[] Everybody = [Visitor, .. TestSite.Everybody];

    /// <summary>Null for a field that nobody has thought about.</summary>
    public static IReadOnlyList<string>? Of(string field, Affair affair) =>
        field.EndsWith(".GivenName", StringComparison.Ordinal) ? []
        : field.StartsWith("agenda.", StringComparison.Ordinal) ? OfAgenda(field, affair)
        : field.StartsWith("input.", StringComparison.Ordinal) ? OfInput(field, affair)
        : field.StartsWith("meeting.", StringComparison.Ordinal) ? OfMeeting(field, affair)
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

    /// <summary>docs/adr/0017: public once both accepted; reasons of moves are read by both sides, why it is off by everybody, names of people at the desks only.</summary>
    private static IReadOnlyList<string>? OfAgenda(string field, Affair affair) =>
        (field, affair) switch
        {
            // Another place took its place.
            ("agenda.proposed.v1 Text.Place", Affair.Draft) => [],
            (_, Affair.Draft or Affair.Joint) => Desks,
            ("agenda.moved.v1 Reason" or "agenda.occurrence-moved.v1 Reason" or "agenda.occurrence-cancelled.v1 Reason", _) => Desks,
            ("agenda.people-named.v1 People", _) => Desks,
            (_, Affair.Public) => Everybody,
            _ => null,
        };

    /// <summary>docs/adr/0017: an author's words stay at the desks; what is published the office wrote; what is owed anybody reads.</summary>
    private static IReadOnlyList<string>? OfInput(string field, Affair affair) =>
        (field, affair) switch
        {
            ("input.reachable.v1 Email", _) => [],
            ("input.received.v1 Title" or "input.received.v1 Text" or "input.acknowledged.v1 Note", _) or (_, Affair.Kept) => Desks,
            (_, Affair.Public) => Everybody,
            _ => null,
        };

    /// <summary>docs/adr/0018: a plan and unapproved minutes are the conveners', answers theirs and their office's until it was held, names whoever keeps the list.</summary>
    private static IReadOnlyList<string>? OfMeeting(string field, Affair affair) =>
        (field.Split(' ')[0], affair) switch
        {
            (_, Affair.Draft or Affair.Kept) => Conveners,
            (_, Affair.Own) => ["admin-kaur"],
            ("meeting.attendance-opened.v1", _) => [],
            ("meeting.attended.v1", _) => ["sekretariat"],
            ("meeting.answers-given.v1", _) => [.. Conveners, .. OfCity],
            // Shown where they are chosen and where they are set.
            ("meeting.instrument-set.v1", _) when field.EndsWith("Choices", StringComparison.Ordinal) =>
            [
                "sekretariat",
                .. OfCity,
                "admin-kaur",
            ],
            ("meeting.instrument-set.v1" or "meeting.invitations-sent.v1", _) or (_, Affair.Joint) => Seats,
            (_, Affair.Public) => Everybody,
            _ => null,
        };
}
