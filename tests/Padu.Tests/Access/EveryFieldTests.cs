using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Oversight;
using Padu.Examinations;
using Padu.Oversight;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>
/// Every private text of every event type holds a word that stands nowhere else. A field that somebody adds is found by its type and fails here until it
/// has a word and a line of <see cref="FieldReaders"/>. Everybody opens every page and file: each word is seen by those to whom access.md gives it and by
/// nobody else, and lies readable in no file, database, backup, log, mail or address.
/// </summary>
public abstract partial class EveryFieldTests(EveryFieldSite site)
{
    private const string Letterbox = "/contoh/surat";

    /// <summary>Who opens every page; null is a visitor.</summary>
    protected virtual IEnumerable<string?> Crawlers => [null, .. TestSite.Everybody];

    [Fact]
    public void Every_private_field_of_every_event_type_is_planted_and_has_its_readers()
    {
        var fields = PrivateField.All.Where(field => !field.IsDrawn).Select(field => field.Name).ToList();
        // No upload of a power of attorney or an answer keeps a second, cleaned copy apart; where one does, its key is drawn.
        Assert.Empty(fields.Except(site.Words.Select(word => word.Field)));
        Assert.Equal(fields.Select(FieldReaders.RootOf).Distinct().Order(), FieldReaders.Kinds.Keys.Order());
    }

    [Fact]
    public async Task Each_word_lies_in_the_field_that_it_was_planted_in()
    {
        var found = new HashSet<string>();
        foreach (var (name, text) in await Opened())
        {
            found.UnionWith(site.Words.Where(word => word.Field == name && text.Contains(word.Word)).Select(word => word.Word));
        }

        Assert.DoesNotContain(site.Words, word => !word.Field.EndsWith(".Content", StringComparison.Ordinal) && !found.Contains(word.Word));
    }

    [Fact]
    public async Task Each_word_is_seen_by_those_who_may_and_by_nobody_else()
    {
        var wrong = new List<string>();
        var files = await Files();
        var keys = await Keys();
        foreach (var person in Crawlers)
        {
            var seen = await Crawl(person, files);
            foreach (var word in site.Words)
            {
                var may = person is not null && FieldReaders.Of(word.Field, word.Life).Contains(person);
                if (seen.Contains(word.Word, StringComparison.Ordinal) != may)
                {
                    wrong.Add($"{person ?? "a visitor"} {(may ? "does not see" : "sees")} {word.Field} of '{word.Life}'");
                }
            }

            wrong.AddRange(keys.Where(key => seen.Contains(key, StringComparison.Ordinal)).Select(_ => $"{person} sees the key of a file"));
            wrong.AddRange(
                Addresses()
                    .Matches(seen)
                    .SelectMany(address => site.Words.Where(word => address.Value.Contains(word.Word, StringComparison.Ordinal)))
                    // Told to whoever may write there.
                    .Where(word => !word.Field.EndsWith(".Email", StringComparison.Ordinal))
                    .Where(word => !word.Field.EndsWith(".Phone", StringComparison.Ordinal))
                    .Select(word => $"{person} is led to an address with {word.Field} of '{word.Life}'")
                    .Distinct()
            );
            Assert.Equal(
                person is "admin-kaur" or "admin-provinsi" or "ketua-provinsi" or "auditor-provinsi",
                seen.Contains(EveryFieldSite.MovedInstruction, StringComparison.Ordinal)
            );
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order()));
    }

    [Fact]
    public async Task The_complainant_reads_the_own_words_and_letters_and_nothing_an_office_wrote_for_itself()
    {
        var wrong = new List<string>();
        foreach (var (life, (complaint, code)) in site.Main)
        {
            using var browser = new Browser(site.Address);
            var first = await browser.Submit(
                await browser.Get("/lacak"),
                "main form",
                new() { ["Number"] = complaint.Number.Value, ["Code"] = code }
            );
            var seen = new StringBuilder(first.Html);
            foreach (var route in RouteList.Of(site.Services).Where(route => route.Pattern.StartsWith("/lacak", StringComparison.Ordinal)))
            {
                seen.Append((await browser.Once(HttpMethod.Get, route.Path(complaint.Number.Value, Guid.Empty))).Html);
            }

            seen.Append((await browser.Submit(first, "form[action*=Own]", new() { ["Code"] = code })).Html);
            var text = seen.ToString();
            foreach (var word in site.Words.Where(word => word.Life == life && !word.Field.EndsWith("Content", StringComparison.Ordinal)))
            {
                if (IsForComplainant(word.Field) is { } may && text.Contains(word.Word, StringComparison.Ordinal) != may)
                {
                    wrong.Add($"the complainant {(may ? "does not see" : "sees")} {word.Field} of '{life}'");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order()));
    }

    [Fact]
    public async Task No_word_lies_readable_in_the_data_folder_the_database_a_backup_the_log_or_a_mail()
    {
        await Crawl("admin-kota", await Files());
        var places = new List<(string Name, byte[] Bytes)> { ("the log", Encoding.Latin1.GetBytes(site.Log)) };
        places.AddRange(Exits.FilesIn(site.Folder));
        places.AddRange(await site.DatabaseDump());
        var scratch = Directory.CreateTempSubdirectory("padu-cadangan-").FullName;
        try
        {
            var backup = Path.Combine(scratch, "cadangan.padu");
            await site
                .Services.GetRequiredService<Backup>()
                .Write(backup, "kata sandi cadangan", null, TestContext.Current.CancellationToken);
            places.AddRange(Exits.FilesIn(scratch));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        Assert.Contains(places, place => place.Name.StartsWith("blobs", StringComparison.Ordinal));
        Assert.Contains(places, place => place.Name.EndsWith("cadangan.padu", StringComparison.Ordinal));
        Assert.True(
            places.Where(place => place.Name.StartsWith("padu.db", StringComparison.Ordinal)).Sum(place => place.Bytes.Length) > 100_000
        );
        var keys = await Keys();
        var found =
            from place in places
            let text = Exits.Unpacked(place.Name, place.Bytes)
            from word in site
                .Words.Select(word => (word.Field, word.Word))
                .Concat(keys.Select(key => (Field: "the key of a file", Word: key)))
            where text.Contains(word.Word, StringComparison.OrdinalIgnoreCase)
            // An office's ready replies are nobody's data and lie in a table of their own.
            where FieldReaders.RootOf(word.Field) != "register.changed.v1 PrivateRow"
            select $"{word.Field} lies in {place.Name}";
        Assert.Empty(found.Distinct());
    }

    /// <summary>Whether the complainant finds it when following the own case; null where that is not this test's to say.</summary>
    private static bool? IsForComplainant(string field) =>
        FieldReaders.Kinds[FieldReaders.RootOf(field)] switch
        {
            // Told by themselves at the very beginning, and not shown again.
            FieldKind.Own when field.Split(' ')[1] is "Place" or "Service" or "RequestedResolution" => null,
            FieldKind.Own when field.EndsWith(".GivenName", StringComparison.Ordinal) => null,
            FieldKind.Told when field.EndsWith(".GivenName", StringComparison.Ordinal) => false,
            FieldKind.Own or FieldKind.Told or FieldKind.Title => true,
            FieldKind.Paper
            or FieldKind.PaperFromAbove
            or FieldKind.Asked
            or FieldKind.Ruled
            or FieldKind.CodeLoss
            or FieldKind.Nobody
            or FieldKind.Ready
            or FieldKind.Register
            or FieldKind.Released => false,
            FieldKind.Ombudsman when field.StartsWith("examination.flagged", StringComparison.Ordinal) => false,
            FieldKind.Ombudsman when field.StartsWith("examination.verified", StringComparison.Ordinal) => false,
            FieldKind.Ombudsman when field.StartsWith("examination.registered", StringComparison.Ordinal) => false,
            FieldKind.Ombudsman when field.StartsWith("examination.identity-revealed", StringComparison.Ordinal) => false,
            FieldKind.Ombudsman when !field.EndsWith("Name", StringComparison.Ordinal) => true,
            _ => null,
        };

    /// <summary>Every page and file that this person can reach, one after the other.</summary>
    private async Task<string> Crawl(string? person, ILookup<Guid, (int Version, int Index)> files)
    {
        using var browser = person is null ? new Browser(site.Address) : await site.Enter(person);
        var text = new StringBuilder();
        foreach (var path in Paths(files).Distinct())
        {
            var seen = await browser.Once(HttpMethod.Get, path);
            Assert.True((int)seen.Status < 500, $"{path} as {person}: {seen.Status}");
            var body = await seen.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var html = Exits.Unpacked(path, body);
            text.Append(path == Letterbox ? WithoutRecipients(html) : html)
                .Append(seen.Response.Content.Headers)
                .Append(seen.Response.Headers);
        }

        // Where nothing is listed, there is nothing to take away.
        var audit = await browser.Get("/meja/audit");
        Assert.True(person != "auditor-provinsi" || audit.Page.QuerySelector("form[method=post][action*=audit]") is not null);
        if (audit.Page.QuerySelector("form[method=post][action*=audit]") is not null)
        {
            var export = await browser.Submit(audit, "form[method=post][action*=audit]", new() { ["Reason"] = "Untuk laporan tahunan." });
            Assert.Equal("text/csv", export.Response.Content.Headers.ContentType?.MediaType);
            text.Append(export.Html);
        }

        return text.ToString();
    }

    private IEnumerable<string> Paths(ILookup<Guid, (int Version, int Index)> files)
    {
        var account = site.Post("teknis-kota").Account;
        foreach (var route in RouteList.Of(site.Services))
        {
            if (route.Pattern.Contains("{id:guid}", StringComparison.Ordinal))
            {
                foreach (var id in site.Ids.Append(account).Append(site.Post("teknis-kota").Post.Value))
                {
                    yield return route.Path("", id);
                }

                continue;
            }

            if (!route.IsOfACase)
            {
                yield return route.Path("", account);
                continue;
            }

            foreach (var one in site.Cases)
            {
                var places = route.Pattern.Contains("{version", StringComparison.Ordinal) ? files[one.Id.Value] : [(1, 0)];
                foreach (var (version, index) in places)
                {
                    var pattern = route.Pattern.Replace("{version:int}/{index:int}", $"{version}/{index}", StringComparison.Ordinal);
                    yield return (route with { Pattern = pattern }).Path(one.Number.Value, account);
                }
            }
        }

        string[] queries =
        [
            .. Enum.GetValues<Tab>().Select(tab => $"/meja?tab={tab.Word()}"),
            .. Enum.GetValues<ExaminationTab>().Select(tab => $"/ombudsman?tab={tab.Word()}"),
            .. Enum.GetValues<AccessKind>().Select(kind => $"/meja/audit?jenis={Domain.CodeOf.Code(kind)}"),
            .. site.Cases.SelectMany(one => new[] { $"/meja?nomor={one.Number}", $"/ombudsman?nomor={one.Number}" }),
            .. site.Ids.Select(id => $"/meja/kantor/balasan?id={id:D}"),
        ];
        foreach (var query in queries)
        {
            yield return query;
        }
    }

    /// <summary>A demonstration's letters lie open, and each is addressed to somebody: the address alone may be seen there.</summary>
    private string WithoutRecipients(string html) =>
        site
            .Words.Where(word => word.Field.EndsWith(".Email", StringComparison.Ordinal))
            .Aggregate(html, (rest, word) => rest.Replace($"{word.Word}@contoh.example", "", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where files lie: of each case, in its own history and in that of its examinations.</summary>
    private async Task<ILookup<Guid, (int Version, int Index)>> Files()
    {
        var cancel = TestContext.Current.CancellationToken;
        var journal = site.Services.GetRequiredService<Journal>();
        var found = new List<(Guid Case, (int, int))>();
        foreach (var one in site.Cases)
        {
            var complaint = await Queries.State(one.Id, cancel);
            var history = await journal.History(site.Services.GetRequiredService<ComplaintStream>(), one.Id.Value, _ => true, cancel);
            var facts = history.Select(recorded => (recorded.Version, (object)recorded.Fact)).ToList();
            if (complaint.Ombudsman is { } there)
            {
                var report = await journal.History(
                    site.Services.GetRequiredService<ExaminationStream>(),
                    there.Examination.Value,
                    _ => true,
                    cancel
                );
                facts.AddRange(report.Select(recorded => (recorded.Version, (object)recorded.Fact)));
            }

            found.AddRange(
                from fact in facts
                let names = PrivateField.TextsOf(fact.Item2).Count(text => text.Path.EndsWith(".FileName", StringComparison.Ordinal))
                from index in Enumerable.Range(0, names)
                select (one.Id.Value, (fact.Version, index))
            );
        }

        return found.ToLookup(one => one.Case, one => one.Item2);
    }

    private ComplaintQueries Queries => site.Queries;

    /// <summary>The keys of all files.</summary>
    private async Task<IReadOnlyList<string>> Keys() =>
        [.. (await Opened()).Where(one => one.Name.EndsWith(".Key", StringComparison.Ordinal)).Select(one => one.Text).Distinct()];

    /// <summary>Every private text of the journal, opened with the installation's own keys.</summary>
    private async Task<IReadOnlyList<(string Name, string Text)>> Opened()
    {
        await using var database = await site
            .Services.GetRequiredService<IDbContextFactory<PaduDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var rows = await database
            .Set<EventRow>()
            .Select(row => new { row.Stream, row.Version })
            .ToListAsync(TestContext.Current.CancellationToken);
        var texts = new List<(string, string)>();
        async Task Add<TState, TEvent>(StreamKind<TState, TEvent> kind)
            where TState : class
            where TEvent : class
        {
            var own = rows.Where(row => row.Stream.StartsWith($"{kind.Prefix}/", StringComparison.Ordinal))
                .Select(row => (Guid.Parse(row.Stream.Split('/')[1]), row.Version))
                .ToList();
            var opened = await site
                .Services.GetRequiredService<Journal>()
                .OpenAll(kind, own, _ => true, TestContext.Current.CancellationToken);
            texts.AddRange(
                opened.SelectMany(recorded =>
                    PrivateField.TextsOf(recorded.Fact).Select(text => ($"{recorded.Type} {text.Path}", text.Text))
                )
            );
        }

        await Add(site.Services.GetRequiredService<ComplaintStream>());
        await Add(site.Services.GetRequiredService<ExaminationStream>());
        await Add(site.Services.GetRequiredService<OversightStream>());
        await Add(site.Services.GetRequiredService<RegisterKind>());
        return texts;
    }

    [GeneratedRegex("(?:href|action|src)=\"[^\"]*\"")]
    private static partial Regex Addresses();
}

public sealed class EveryFieldOnSqliteTests(EveryFieldSite site) : EveryFieldTests(site), IClassFixture<EveryFieldSite>;

/// <summary>Who may see what is decided above the database; what a database could do otherwise is which rows a scope finds, so one person of each scope crawls.</summary>
public sealed class EveryFieldOnPostgresTests(EveryFieldPostgresSite site) : EveryFieldTests(site), IClassFixture<EveryFieldPostgresSite>
{
    protected override IEnumerable<string?> Crawlers =>
        [null, "teknis-kota", "admin-kaur", "ketua-provinsi", "kustodian", "asisten-ombudsman"];
}

public sealed class EveryFieldPostgresSite : EveryFieldSite
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
