using NodaTime;
using Padu.Accounts;
using Padu.Domain.Organisations;

namespace Padu.Tests.Accounts;

public class SignInTests(Site site) : IClassFixture<Site>
{
    private static string? Location(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;

    [Fact]
    public async Task Unknown_name_wrong_password_and_disabled_account_are_answered_alike()
    {
        var known = await site.Staff(Role.Auditor);
        var disabled = await site.Staff(Role.Auditor);
        await site.Use<AccountDesk, AccountOutcome>(desk => desk.Disable(disabled.Account.Id));

        var answers = new List<(int Status, string Bytes)>();
        foreach (
            var (name, password) in new[]
            {
                ("tidak.ada", "bukan kata sandinya"),
                (known.Account.UserName!, "bukan kata sandinya"),
                (disabled.Account.UserName!, disabled.Password),
            }
        )
        {
            var answer = await site.Open().SignIn(name, password);
            answers.Add(((int)answer.StatusCode, await Browser.Bytes(answer, name)));
        }

        Assert.Equal(200, answers[0].Status);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Without_a_session_a_page_leads_to_sign_in_and_back()
    {
        var staff = await site.Staff(Role.Operator, "ombudsman-17");
        var browser = site.Open();
        Assert.Equal("/masuk?kembali=%2Fatur%2Forang", Location(await browser.Get("/atur/orang")));

        site.Clock.Advance(Duration.FromSeconds(31));
        await browser.SignIn(staff.Account.UserName!, staff.Password, "/masuk?kembali=%2Fatur%2Forang");
        var answer = await browser.Submit(
            "/masuk/kode?kembali=%2Fatur%2Forang",
            new() { ["Code"] = Totp.CodeAt(staff.TotpKey, site.Clock.GetCurrentInstant()) }
        );
        Assert.Equal("/atur/orang", Location(answer));
        Assert.Equal(200, (int)(await browser.Get("/atur/orang")).StatusCode);
    }

    [Theory]
    [InlineData("//jahat.example/masuk")]
    [InlineData("https://jahat.example/")]
    [InlineData("/\\jahat.example")]
    public async Task Return_path_to_another_site_is_ignored(string path)
    {
        var staff = await site.Staff(Role.Auditor);
        var browser = site.Open();
        site.Clock.Advance(Duration.FromSeconds(31));
        await browser.SignIn(staff.Account.UserName!, staff.Password);
        var answer = await browser.Submit(
            $"/masuk/kode?kembali={Uri.EscapeDataString(path)}",
            new() { ["Code"] = Totp.CodeAt(staff.TotpKey, site.Clock.GetCurrentInstant()) }
        );
        Assert.DoesNotContain("jahat", Location(answer), StringComparison.Ordinal);
        Assert.StartsWith("/", Location(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_sign_in_leads_to_the_second_factor_before_anything_else()
    {
        var created = await site.Use<AccountDesk, AccountOutcome>(desk => desk.Create("tanpa.kode", "Tanpa Kode", "layar perahu jangkar"));
        await site.Appoint(await site.Post(Role.Auditor, "kpu-17.01"), created.Account!.Id);
        var browser = site.Open();
        await browser.SignIn("tanpa.kode", "layar perahu jangkar");
        Assert.Equal("/akun/pengaman", Location(await browser.Get("/akun")));

        var page = await browser.Page("/akun/pengaman");
        var text = string.Concat(page.QuerySelector("p > span.mono")!.TextContent.Where(c => c != ' '));
        var key = FromBase32(text);
        Assert.Equal(text, Totp.Text(key));
        var token = page.QuerySelector("input[name=KeyToken]")!.GetAttribute("value")!;
        var answer = await browser.Submit(
            "/akun/pengaman",
            new() { ["KeyToken"] = token, ["Code"] = Totp.CodeAt(key, site.Clock.GetCurrentInstant()) }
        );
        var codes = (await Browser.Read(answer)).QuerySelectorAll("ul.code li").Select(li => li.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(200, (int)(await browser.Get("/akun")).StatusCode);

        // The telephone is lost: a code on paper works, once.
        var elsewhere = site.Open();
        await elsewhere.SignIn("tanpa.kode", "layar perahu jangkar");
        Assert.Equal(302, (int)(await elsewhere.Submit("/masuk/kode", new() { ["Code"] = codes[3].ToLowerInvariant() })).StatusCode);
        var again = site.Open();
        await again.SignIn("tanpa.kode", "layar perahu jangkar");
        Assert.Equal(200, (int)(await again.Submit("/masuk/kode", new() { ["Code"] = codes[3] })).StatusCode);
    }

    [Fact]
    public async Task Code_of_the_authenticator_is_good_once_and_only_after_the_password()
    {
        var staff = await site.Staff(Role.Auditor);
        var first = await site.SignedIn(staff);
        Assert.Equal(200, (int)(await first.Get("/akun")).StatusCode);

        var second = site.Open();
        Assert.StartsWith("/masuk", Location(await second.Get("/masuk/kode")), StringComparison.Ordinal);
        await second.SignIn(staff.Account.UserName!, staff.Password);
        var code = Totp.CodeAt(staff.TotpKey, site.Clock.GetCurrentInstant());
        Assert.Equal(200, (int)(await second.Submit("/masuk/kode", new() { ["Code"] = code })).StatusCode);
        Assert.Equal(302, (int)(await second.Get("/akun")).StatusCode);
    }

    [Fact]
    public async Task Session_ends_after_half_an_hour_of_rest_and_ten_hours_of_work()
    {
        var staff = await site.Staff(Role.Auditor);
        var resting = await site.SignedIn(staff);
        site.Clock.Advance(Duration.FromMinutes(29));
        Assert.Equal(200, (int)(await resting.Get("/akun")).StatusCode);
        site.Clock.Advance(Duration.FromMinutes(29));
        Assert.Equal(200, (int)(await resting.Get("/akun")).StatusCode);
        site.Clock.Advance(Duration.FromMinutes(31));
        Assert.Equal(302, (int)(await resting.Get("/akun")).StatusCode);

        var working = await site.SignedIn(staff);
        for (var minutes = 25; minutes < 600; minutes += 25)
        {
            site.Clock.Advance(Duration.FromMinutes(25));
            Assert.Equal(200, (int)(await working.Get("/akun")).StatusCode);
        }

        site.Clock.Advance(Duration.FromMinutes(25));
        Assert.Equal(302, (int)(await working.Get("/akun")).StatusCode);
    }

    [Fact]
    public async Task Disabled_account_loses_access_at_once()
    {
        var staff = await site.Staff(Role.Auditor);
        var browser = await site.SignedIn(staff);
        await site.Use<AccountDesk, AccountOutcome>(desk => desk.Disable(staff.Account.Id));
        Assert.StartsWith("/masuk?", Location(await browser.Get("/akun")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_post_loses_access_at_once()
    {
        var staff = await site.Staff(Role.Operator, "kpu");
        var browser = await site.SignedIn(staff);
        Assert.Equal(200, (int)(await browser.Get("/atur/orang")).StatusCode);
        await site.Use<Padu.Organisations.OrganisationDesk, bool>(async desk =>
            (await desk.End(new Actor.System(), site.Clock.GetCurrentInstant(), staff.Post, staff.Account.Id, site.Today)).IsRefused
        );
        Assert.Equal("/akun", Location(await browser.Get("/atur/orang")));
        Assert.Contains("belum memegang jabatan", (await browser.Page("/akun")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var staff = await site.Staff(Role.Auditor);
        var here = await site.SignedIn(staff);
        var there = await site.SignedIn(staff);
        var fields = new Dictionary<string, string>
        {
            ["CurrentPassword"] = staff.Password,
            ["Password"] = "delapan gajah menari di pantai",
            ["RepeatPassword"] = "delapan gajah menari di pantai",
        };
        Assert.Equal(302, (int)(await here.Submit("/akun/sandi", fields)).StatusCode);
        Assert.Equal(200, (int)(await here.Get("/akun")).StatusCode);
        Assert.Equal(302, (int)(await there.Get("/akun")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_needs_a_form()
    {
        var browser = await site.SignedIn(await site.Staff(Role.Auditor));
        Assert.Equal(404, (int)(await browser.Get("/keluar")).StatusCode);
        Assert.Equal(400, (int)(await browser.Post("/keluar", [])).StatusCode);
        Assert.Equal(200, (int)(await browser.Get("/akun")).StatusCode);
        var token = (await browser.Page("/akun")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(302, (int)(await browser.Post("/keluar", new() { ["__RequestVerificationToken"] = token })).StatusCode);
        Assert.Equal(302, (int)(await browser.Get("/akun")).StatusCode);
    }

    [Fact]
    public async Task Sign_in_without_the_forms_token_is_refused() =>
        Assert.Equal(400, (int)(await site.Open().Post("/masuk", new() { ["UserName"] = "a", ["Password"] = "b" })).StatusCode);

    [Fact]
    public async Task Guessing_slows_the_guesser_and_not_the_owners_own_browser()
    {
        var staff = await site.Staff(Role.Auditor);
        var owner = await site.SignedIn(staff);
        var guesser = site.Open();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await guesser.SignIn(staff.Account.UserName!, "bukan kata sandinya");
        }

        var slowed = await guesser.SignIn(staff.Account.UserName!, staff.Password);
        Assert.Contains(
            "Tunggu 1 detik",
            await slowed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(302, (int)(await owner.SignIn(staff.Account.UserName!, staff.Password)).StatusCode);
        site.Clock.Advance(Duration.FromSeconds(2));
        Assert.Equal(302, (int)(await guesser.SignIn(staff.Account.UserName!, staff.Password)).StatusCode);
    }

    [Theory]
    [InlineData("/tidak-ada")]
    [InlineData("/atur")]
    public async Task Address_nobody_made_is_absent_for_everybody(string path)
    {
        Assert.Equal(404, (int)(await site.Open().Get(path)).StatusCode);
        var browser = await site.SignedIn(await site.Staff(Role.Auditor));
        Assert.Equal(404, (int)(await browser.Get(path)).StatusCode);
    }

    public static TheoryData<string> HostileTexts() =>
        [
            new string('x', 100_000),
            "\u202Esari",
            "\ud800",
            "<script>alert(1)</script>",
            "'; DROP TABLE accounts; --",
            "  ",
            "é\u0301\u0301\u0301",
        ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Hostile_input_gets_a_sentence_and_never_an_error(string text)
    {
        var answer = await site.Open().SignIn(text, text);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.NotNull((await Browser.Read(answer)).QuerySelector(".error-summary"));
    }

    /// <summary>The server does not read a form with NUL in it; the shared error page answers.</summary>
    [Fact]
    public async Task Nul_in_a_form_is_a_bad_request_with_a_sentence()
    {
        var answer = await site.Open().SignIn("nol\0nol", "nol\0nol");
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.NotEmpty((await Browser.Read(answer)).QuerySelector("main")!.TextContent.Trim());
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
