using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Tests.Agreements;
using Padu.Tests.Coordination;
using Padu.Tests.Letters;
using Padu.Tests.Meetings;
using Padu.Tests.Web;

namespace Padu.Tests.Access;

/// <summary>
/// Every address of the endpoint table, with every method, as everybody. What each finds is the golden table <c>routes.md</c>; a page that is added
/// changes it, and so somebody reads who may open it.
/// </summary>
public sealed partial class RouteTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Visitor = "pengunjung";

    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    /// <summary>What anybody may open, and why.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["/"] = "the front page",
        ["/aksesibilitas"] = "the accessibility statement",
        ["/bahasa/{bahasa}"] = "a language is chosen before anything else",
        ["/bantuan"] = "help",
        ["/bantuan/tenggat"] = "help",
        ["/bantuan/ke-mana"] = "which body decides a matter, by plain questions",
        ["/bantuan/ke-mana/{jenis}"] = "what is known of one kind of grievance",
        ["/contoh"] = "a demonstration's log-ins; 404 in an installation",
        ["/contoh/surat"] = "a demonstration's letters; 404 in an installation",
        ["/formulir"] = "the form on paper is for anybody",
        ["/agenda"] = "what both institutions agreed to do together is public",
        ["/agenda/{kode}"] = "what both institutions agreed to do together is public",
        ["/agenda/{kode}/berkas/{version:int}"] = "pictures of public activities",
        ["/agenda.ics"] = "the public agenda for calendar programs",
        ["/agenda/umpan/{token}.ics"] = "the address itself is the key; a calendar program cannot sign in",
        ["/masukan"] = "what was suggested and what changed is public",
        ["/masukan/baru"] = "a suggestion needs no account",
        ["/masukan/hapus"] = "an author shows number and code",
        ["/masukan/lacak"] = "an author shows number and code",
        ["/masukan/tanda-terima"] = "the receipt of this browser session",
        ["/galat/{status:int}"] = "shown in place of what failed; 404 by itself",
        ["/hak-anda"] = "the rights of complainants",
        ["/healthz"] = "asked by what watches the machine; says nothing but ok",
        ["/tahapan"] = "the calendar of elections is for anybody",
        ["/kewajiban"] = "what was promised and what was kept is for anybody",
        ["/kewajiban/{id:guid}"] = "what was promised and what was kept is for anybody",
        ["/perjanjian"] = "agreements in force are public",
        ["/perjanjian/{slug}"] = "agreements in force are public",
        ["/perjanjian/{slug}/dokumen/{version:int}/{index:int}"] = "documents of what is in force are public",
        ["/perjanjian/{slug}/evaluasi/{tahun:int}"] = "evaluations are public",
        ["/perjanjian/{slug}/evaluasi/{tahun:int}/evaluasi.pdf"] = "evaluations that both sides agreed on are public",
        ["/rakor"] = "meetings the offices were invited to are public",
        ["/rakor/{kode}"] = "meetings the offices were invited to are public",
        ["/rakor/{kode}/bahan/{version:int}/{index:int}"] = "materials marked public are",
        ["/rakor/{kode}/hadir/{sandi}"] = "whoever stands in the room may sign in without an account; the link is of these minutes",
        ["/rakor/{kode}/notula"] = "approved minutes are public",
        ["/rakor/{kode}/notula.pdf"] = "approved minutes are public",
        ["/keluar"] = "whoever is signed out already may sign out",
        ["/keluar-cepat"] = "whoever must leave at once has no time to sign in",
        ["/lacak"] = "the door to a case: number and code",
        ["/lacak/berkas/{version:int}/{index:int}"] = "behind the door; without its session back to it",
        ["/lacak/bukti/{version:int}/{index:int}"] = "behind the door; without its session back to it",
        ["/lacak/data-saya"] = "behind the door; without its session back to it",
        ["/lacak/data-saya/minta"] = "behind the door; without its session back to it",
        ["/lacak/cabut"] = "behind the door; without its session back to it",
        ["/lacak/keberatan"] = "behind the door; without its session back to it",
        ["/lacak/nilai"] = "behind the door; without its session back to it",
        ["/lacak/identitas"] = "behind the door; without its session back to it",
        ["/lacak/ombudsman"] = "behind the door; without its session back to it",
        ["/lacak/pengaduan"] = "behind the door; without its session back to it",
        ["/lacak/surat-penutupan"] = "behind the door; without its session back to it",
        ["/lacak/surat"] = "behind the door; without its session back to it",
        ["/lacak/surat/{id:guid}"] = "behind the door; without its session back to it",
        ["/lacak/tambah"] = "behind the door; without its session back to it",
        ["/masuk"] = "signing in",
        ["/masuk/kode"] = "signing in, second step",
        ["/masuk/undangan"] = "an invitation is accepted before there is an account to sign in to",
        ["/pengaduan/baru"] = "filing needs no account",
        ["/pengaduan/baru/bukti"] = "filing needs no account",
        ["/pengaduan/baru/identitas"] = "filing needs no account",
        ["/pengaduan/baru/layanan"] = "filing needs no account",
        ["/pengaduan/baru/periksa"] = "filing needs no account",
        ["/pengaduan/hapus"] = "a draft is deleted by whoever wrote it",
        ["/pengaduan/tanda-terima"] = "the receipt of this browser session",
        ["/surat/periksa"] = "whoever holds a letter may ask whether it is genuine: number and the code on it",
        ["/privasi"] = "the privacy notice",
        ["/privasi/catatan-pemrosesan"] = "the register of processing is for everybody",
    };

    private IReadOnlyList<Route> Routes => RouteList.Of(site.Services);

    [Fact]
    public async Task What_everybody_finds_at_every_address_is_the_table()
    {
        var complaint = await site.Escalated(
            await site.Assigned(await site.Verified(await site.File(TestSite.City, IdentityLevel.Protected)))
        );
        var account = site.Post("teknis-kota").Account;
        var agreement = await site.InForce();
        await site.Do(agreement, "sekretariat", new Domain.Agreements.AgreementCommand.Evaluate(2026, "Berjalan baik."));
        var agenda = await site.Accept(await site.Propose());
        var (input, _) = await site.Suggest();
        var owed = await site.Give(await site.Owe(TestSite.City, from: agreement));
        var meeting = await site.Written(joint: true);
        var letter = await site.Letter(complaint, Domain.Letters.LetterKind.Disposition, "admin-kota");
        string[] people = [Visitor, .. TestSite.Everybody];
        var found = new Dictionary<(string Pattern, string Method, string Person), int>();
        foreach (var person in people)
        {
            using var browser = person == Visitor ? new Browser(site.Address) : await site.Enter(person);
            foreach (var route in Routes)
            {
                var path = route.Path(
                    complaint.Number.Value,
                    account,
                    agreement.Code.Value,
                    owed.Id.Value,
                    agenda.Code.Value,
                    input.Number.Value,
                    meeting.Code.Value,
                    letter.Id.Value
                );
                foreach (var method in Methods)
                {
                    using var body = method == HttpMethod.Get ? null : new FormUrlEncodedContent([]);
                    var seen = await browser.Once(method, path, body);
                    found[(route.Pattern, method.Method, person)] = (int)seen.Status;
                }

                var head = (int)(await browser.Once(HttpMethod.Head, path)).Status;
                // What answers to one method only refuses the others.
                Assert.True(
                    !route.IsPage || head == found[(route.Pattern, "GET", person)],
                    $"HEAD {route.Pattern} as {person} is {head}, not as GET."
                );
            }
        }

        var table = new StringBuilder(
            "Who finds what. Forms are sent without their token. A case of KPU Kota Bengkulu, assigned to its unit *teknis* and at the Ombudsman; an agreement in force with an\nevaluation that KPU wrote; an obligation of that office from it, with evidence to be judged by the province; an agenda item of that office that both accepted; an input to it; a meeting of\nKPU and the Ombudsman with the ten, held, its minutes to be approved;\na draft of a disposition sheet of that case.\n\n"
        );
        table.Append(CultureInfo.InvariantCulture, $"| address | method | {string.Join(" | ", people)} |\n");
        table.Append(CultureInfo.InvariantCulture, $"|---|---|{string.Concat(people.Select(_ => "---|"))}\n");
        foreach (var route in Routes)
        {
            // Methods that find the same share a row.
            var rows = Methods.GroupBy(method =>
                string.Join(" | ", people.Select(person => found[(route.Pattern, method.Method, person)]))
            );
            foreach (var row in rows)
            {
                table.Append(CultureInfo.InvariantCulture, $"| {route.Pattern} | {string.Join(' ', row)} | {row.Key} |\n");
            }
        }

        Golden.Matches("Access/routes.md", table.ToString());
        Assert.DoesNotContain(found, one => one.Value >= 500);
        // Whatever writes is refused without the token of its form; a visitor at a closed door is asked to sign in before that, and where an address
        // answers to one method only, so is who tries another.
        var openPages = Routes.Where(route => route.IsPage && Open.ContainsKey(route.Pattern)).Select(route => route.Pattern).ToHashSet();
        Assert.DoesNotContain(
            found,
            one =>
                one.Key.Method != "GET"
                && one.Value < 400
                && (one.Key.Person != Visitor || one.Value != 302 || openPages.Contains(one.Key.Pattern))
        );
    }

    [Fact]
    public async Task A_token_of_another_visitor_is_as_good_as_none()
    {
        using var other = new Browser(site.Address);
        var token = Token(await other.Get("/lacak"));
        foreach (var person in new[] { Visitor, "admin-provinsi", "operator" })
        {
            using var browser = person == Visitor ? new Browser(site.Address) : await site.Enter(person);
            foreach (var route in Routes.Where(route => route.IsPage && route.Pattern != "/galat/{status:int}"))
            {
                using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                var path = route.Path("17-2026-0000000", site.Post("teknis-kota").Account);
                var status = (await browser.Once(HttpMethod.Post, path, body)).Status;
                Assert.True(
                    status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound
                        || (person == Visitor && status == HttpStatusCode.Redirect),
                    $"POST {route.Pattern} as {person}: {status}"
                );
            }
        }
    }

    [Fact]
    public async Task Every_address_names_its_policy_or_why_it_is_open_to_all()
    {
        var all = new List<(string Pattern, IReadOnlyList<object> Metadata)>();
        foreach (var route in Routes)
        {
            all.Add((route.Pattern, await RouteList.MetadataOf(route, site.Services)));
        }

        var open = all.Where(route => route.Metadata.OfType<IAllowAnonymous>().Any()).Select(route => route.Pattern);
        Assert.Equal(Open.Keys.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        var unnamed = all.Where(route => !Open.ContainsKey(route.Pattern))
            .Where(route => route.Metadata.OfType<IAuthorizeData>().All(data => string.IsNullOrEmpty(data.Policy)))
            .Select(route => route.Pattern);
        Assert.Empty(unnamed);
    }

    [Fact]
    public void Every_page_says_its_whole_address()
    {
        var pages = SourceTree
            .Files(".cshtml")
            .Select(file => (file.Path, Page: PageDirective().Match(file.Text)))
            .Where(file => file.Page.Success)
            .ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.StartsWith("\"/", page.Page.Groups[1].Value));
        Assert.Equal(
            pages.Select(page => "/" + page.Page.Groups[1].Value.Trim('"').Trim('/')).Order(StringComparer.Ordinal),
            Routes.Where(route => route.IsPage).Select(route => route.Pattern).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Each stage of a case, as everybody: in scope it opens, out of scope it is the page of a number that nobody has, to the byte.</summary>
    [Fact]
    public async Task A_case_out_of_scope_is_a_number_nobody_has()
    {
        var received = await site.File(TestSite.City, IdentityLevel.Anonymous, email: null);
        var assigned = await site.Assigned(await site.Verified(await site.File(TestSite.City, IdentityLevel.Protected)));
        var elsewhere = await site.File(TestSite.Kaur);
        var there = await site.Escalated(await site.File(TestSite.City));
        var hidden = await site.FileToOmbudsmanOnly();
        foreach (var person in TestSite.Everybody)
        {
            using var browser = await site.Enter(person);
            var token = Token(await browser.Get("/akun"));
            foreach (var complaint in new[] { received, assigned, elsewhere, there, hidden })
            {
                foreach (var route in Routes.Where(route => route.IsOfACase))
                {
                    var isOmbudsmans = route.Pattern.StartsWith("/ombudsman", StringComparison.Ordinal);
                    var covered = isOmbudsmans
                        ? complaint.IsAtOmbudsman && Domain.Organisations.Access.ScopeOfExaminations(site.Post(person)).Office is not null
                        : Domain.Organisations.Access.Scope(site.Post(person)).Covers(complaint.Subject);
                    foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                    {
                        var theirs = await browser.Once(method, route.Path(complaint.Number.Value, default), Body(method, token));
                        var unknown = Padu.Complaints.PublicNumbers.Draw("17", 2026).Value;
                        var nobodys = await browser.Once(method, route.Path(unknown, default), Body(method, token));
                        Assert.Equal(HttpStatusCode.NotFound, nobodys.Status);
                        if (!covered)
                        {
                            Assert.True(theirs.Status == HttpStatusCode.NotFound, $"{method} {route.Pattern} as {person}: {theirs.Status}");
                            Assert.Equal(Bare(nobodys.Html), Bare(theirs.Html));
                            Assert.Equal(Headers(nobodys), Headers(theirs));
                        }
                        else if (route.Pattern is "/meja/pengaduan/{nomor}" or "/ombudsman/perkara/{nomor}" && method == HttpMethod.Get)
                        {
                            Assert.Equal(HttpStatusCode.OK, theirs.Status);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_case_out_of_scope_is_in_no_list_and_no_count()
    {
        var before = await Lists();
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        foreach (var (person, (counts, lists)) in await Lists())
        {
            var scope = Domain.Organisations.Access.Scope(site.Post(person));
            if (scope.Covers(complaint.Subject))
            {
                Assert.Contains(complaint.Number.Value, lists);
            }
            else
            {
                Assert.DoesNotContain(complaint.Number.Value, lists);
                Assert.Equal(before[person].Counts, counts);
            }
        }
    }

    /// <summary>All the tabs of everybody who has some.</summary>
    private async Task<Dictionary<string, (string Counts, string Lists)>> Lists()
    {
        var found = new Dictionary<string, (string, string)>();
        foreach (var person in TestSite.Everybody)
        {
            if (Domain.Organisations.Access.Scope(site.Post(person)) == Domain.Organisations.Access.CaseScope.Nothing)
            {
                continue;
            }

            using var browser = await site.SignIn(person);
            var first = await browser.Get("/meja");
            var lists = new StringBuilder();
            foreach (var tab in Padu.Complaints.DeskTabs.For(site.Post(person)).Select(Padu.Complaints.DeskTabs.Word))
            {
                lists.Append((await browser.Get($"/meja?tab={tab}")).Html);
            }

            found[person] = (string.Join(' ', first.All(".tabs-count .n")), lists.ToString());
        }

        return found;
    }

    private static FormUrlEncodedContent? Body(HttpMethod method, string token) =>
        method == HttpMethod.Get
            ? null
            : new([
                new("__RequestVerificationToken", token),
                new("Version", "4"),
                new("Text", "Jawaban"),
                new("Reason", "Alasan"),
                new("Note", "Sudah ditelepon."),
            ]);

    private static string Token(Seen page) => page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>The headers but for the moment, the length of the token and what is drawn anew on each page.</summary>
    private static string Headers(Seen seen) =>
        string.Join(
            '\n',
            seen.Response.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Security-Policy"))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>A page without the number asked for, the tokens and the trace, which are new on every page.</summary>
    private static string Bare(string html) => Changing().Replace(html, "");

    [GeneratedRegex("""(17-2026-[0-9A-Z]{7})|(name="__RequestVerificationToken" type="hidden" value="[^"]*")|(<code[^>]*>[^<]*</code>)""")]
    private static partial Regex Changing();

    [GeneratedRegex("""^@page\s+(\S+)""", RegexOptions.Multiline)]
    private static partial Regex PageDirective();
}
