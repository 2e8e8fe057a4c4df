using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Access;

/// <summary>
/// Every private field of three cases holds a word that stands nowhere else. Everybody then opens every page; each word must be seen by those to
/// whom access.md gives it and by nobody else, and lie readable in no file, log, mail or address.
/// </summary>
public sealed class PlantedWordTests(PlantedSite site) : IClassFixture<PlantedSite>
{
    private const string Letterbox = "/contoh/surat";

    /// <summary>What a case is about and what was done in it: whoever may open it reads all of this.</summary>
    private static readonly Field[] OfTheCase =
    [
        Field.Story,
        Field.Place,
        Field.Service,
        Field.Wish,
        Field.FileName,
        Field.FileContent,
        Field.Message,
        Field.Completion,
        Field.Title,
        Field.Instruction,
        Field.Answer,
        Field.Reply,
    ];

    /// <summary>Who the reporter is.</summary>
    private static readonly Field[] OfThePerson = [Field.Name, Field.Address, Field.Phone, Field.Email];

    /// <summary>Everything an office wrote, to the complainant or for itself.</summary>
    private static readonly Field[] OfTheOffices =
    [
        Field.Message,
        Field.Title,
        Field.Instruction,
        Field.Answer,
        Field.Closing,
        Field.Reason,
        Field.Note,
    ];

    /// <summary>What the office writes for itself.</summary>
    private static readonly Field[] OfTheOffice = [Field.Instruction, Field.Reason, Field.Note];

    /// <summary>Who may open a case of the city that lies with its technical unit (access.md).</summary>
    private static readonly string[] Readers =
    [
        "admin-provinsi",
        "ketua-provinsi",
        "auditor-provinsi",
        "admin-kota",
        "ketua-kota",
        "teknis-kota",
    ];

    /// <summary>Who of them acts on it and therefore knows the reporter of an open case.</summary>
    private static readonly string[] Actors = ["admin-provinsi", "admin-kota", "teknis-kota"];

    [Fact]
    public async Task Each_word_is_seen_by_those_who_may_and_by_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var person in new string?[] { null }.Concat(TestSite.Everybody))
        {
            var seen = await Crawl(person);
            foreach (var one in site.Cases)
            {
                foreach (var field in Enum.GetValues<Field>().Where(field => IsPlanted(one.Level, field)))
                {
                    var may = person is not null && MayRead(person, one.Level, field);
                    if (seen.Contains(one.Word(field), StringComparison.OrdinalIgnoreCase) != may)
                    {
                        wrong.Add($"{person ?? "a visitor"} {(may ? "does not see" : "sees")} {field} of the case '{one.Level}'");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_complainant_reads_the_letters_and_the_own_words_only_after_the_code_again()
    {
        foreach (var one in site.Cases)
        {
            using var browser = new Browser(site.Address);
            var first = await browser.Submit(
                await browser.Get("/lacak"),
                "main form",
                new() { ["Number"] = one.Number, ["Code"] = one.Code }
            );
            var again = await browser.Submit(first, "form[action*=Own]", new() { ["Code"] = one.Code });
            foreach (var field in Enum.GetValues<Field>().Where(field => IsPlanted(one.Level, field)))
            {
                var isOwn = OfThePerson.Contains(field) || field is Field.Story or Field.FileName;
                var isNever = OfTheOffice.Contains(field) || field is Field.Place or Field.Service or Field.Wish or Field.FileContent;
                Assert.True(Holds(first, one.Word(field)) == (!isOwn && !isNever), $"{field} of '{one.Level}' by number and code");
                Assert.True(Holds(again, one.Word(field)) == !isNever, $"{field} of '{one.Level}' after the code again");
            }

            Assert.Equal("/lacak", (await new Browser(site.Address).Get("/lacak/pengaduan")).Path);
        }
    }

    [Fact]
    public void A_protected_identity_is_shown_in_the_one_answer_that_recorded_why()
    {
        var one = site.Cases.Single(one => one.Level == IdentityLevel.Protected);
        Assert.All(OfThePerson, field => Assert.Contains(one.Word(field), site.Revealed, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void An_anonymous_telephone_is_for_the_call_only()
    {
        var phone = PlantedCase.Word(IdentityLevel.Anonymous, Field.Phone);
        Assert.Contains(phone, site.ContactPages["teknis-kota"]);
        Assert.DoesNotContain(phone, site.ContactPages["ketua-kota"]);
        Assert.DoesNotContain(phone, site.ContactPages["admin-kaur"]);
    }

    [Fact]
    public async Task No_word_lies_in_a_file_the_log_an_address_or_a_mail()
    {
        var letters = await Letters();
        Assert.NotEmpty(letters);
        var places = Directory
            .EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".eml", StringComparison.Ordinal))
            .Select(path => (Name: Path.GetRelativePath(site.Folder, path), Text: Read(path)))
            .Append((Name: "the log", Text: site.Log))
            .Append((Name: "addresses", Text: string.Join('\n', site.Trails)))
            .Concat(letters.Select(letter => (letter.Name, Text: letter.WithoutRecipient)))
            .ToList();
        // What was written last may still lie beside the database.
        Assert.True(
            places.Where(place => place.Name.StartsWith("padu.db", StringComparison.Ordinal)).Sum(place => place.Text.Length) > 50_000
        );
        Assert.Contains(places, place => place.Name.StartsWith("blobs", StringComparison.Ordinal));
        var found =
            from one in site.Cases
            from field in Enum.GetValues<Field>()
            where IsPlanted(one.Level, field)
            from place in places
            where place.Text.Contains(one.Word(field), StringComparison.OrdinalIgnoreCase)
            select $"{field} of '{one.Level}' lies in {place.Name}";
        Assert.Empty(found);
    }

    /// <summary>Which fields a case has: nobody names an anonymous reporter, and each acceptance, unmasking and call happened in one case.</summary>
    private static bool IsPlanted(IdentityLevel level, Field field) =>
        field switch
        {
            Field.Name or Field.Address or Field.Email => level != IdentityLevel.Anonymous,
            Field.Acceptance => level == IdentityLevel.Open,
            Field.Closing => level != IdentityLevel.Open,
            Field.Reason => level == IdentityLevel.Protected,
            Field.Note => level == IdentityLevel.Anonymous,
            _ => true,
        };

    private static bool MayRead(string person, IdentityLevel level, Field field) =>
        OfThePerson.Contains(field) ? level == IdentityLevel.Open && Actors.Contains(person)
        // An auditor reads what offices wrote, never what a complainant said.
        : person == "auditor-provinsi" ? OfTheOffices.Contains(field)
        : Readers.Contains(person);

    private static bool Holds(Seen seen, string word) => seen.Html.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every page and file that this person can reach, one after the other.</summary>
    private async Task<string> Crawl(string? person)
    {
        using var browser = person is null ? new Browser(site.Address) : await site.Enter(person);
        var account = site.Post("teknis-kota").Account;
        var paths = new List<string>();
        foreach (var route in RouteList.Of(site.Services))
        {
            if (!route.IsOfACase)
            {
                paths.Add(route.Path("", account));
                continue;
            }

            foreach (var one in site.Cases)
            {
                paths.AddRange(
                    route.Pattern.Contains("{version", StringComparison.Ordinal)
                        ? Enumerable.Range(1, 12).Select(version => $"/meja/pengaduan/{one.Number}/bukti/{version}/0")
                        : [route.Path(one.Number, account)]
                );
            }
        }

        paths.AddRange(Enum.GetValues<Tab>().Select(tab => $"/meja?tab={tab.Word()}"));
        paths.AddRange(site.Cases.Select(one => $"/meja?nomor={one.Number}"));
        var text = new StringBuilder();
        foreach (var path in paths)
        {
            var seen = await browser.Once(HttpMethod.Get, path);
            Assert.True((int)seen.Status < 500, $"{path} as {person}: {seen.Status}");
            text.Append(path == Letterbox ? WithoutRecipients(seen.Html) : seen.Html).Append(seen.Response.Content.Headers);
        }

        return text.ToString();
    }

    /// <summary>A demonstration's letters lie open, and each is addressed to somebody: the address alone may be seen there.</summary>
    private string WithoutRecipients(string html) =>
        site.Cases.Aggregate(
            html,
            (rest, one) => rest.Replace($"{one.Word(Field.Email)}@contoh.example", "", StringComparison.OrdinalIgnoreCase)
        );

    private async Task<List<(string Name, string WithoutRecipient)>> Letters()
    {
        var folder = Path.Combine(site.Folder, "surat");
        // The follower writes them after the answers: two reporters, at least the receipt, the question and the answer each.
        for (var wait = 0; wait < 100 && (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.eml").Length < 6); wait++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.eml")
                .Select(path => MimeKit.MimeMessage.Load(path))
                .Select(letter =>
                {
                    letter.To.Clear();
                    using var all = new MemoryStream();
                    letter.WriteTo(all);
                    return ($"a mail '{letter.Subject}'", $"{Encoding.UTF8.GetString(all.ToArray())} {letter.Subject} {letter.TextBody}");
                }),
        ];
    }

    /// <summary>The bytes as they lie there, also while the program has the file open.</summary>
    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
