using System.Text.RegularExpressions;
using NodaTime;
using Padu.Accounts;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Tests.Accounts;

public partial class PeopleTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Added_person_sets_the_password_with_the_code_shown_once_and_starts_work_when_appointed()
    {
        var admin = await site.SignedIn(await site.Staff(Role.AgencyAdmin, "kpu-17"));
        var answer = await admin.Submit("/atur/orang/baru", new() { ["UserName"] = "rina.baru", ["DisplayName"] = "Rina Baru" });
        var page = await Browser.Read(answer);
        var code = page.QuerySelector("dd.code")!.TextContent;
        var id = Guid.Parse(Id().Match(page.QuerySelector("a.btn-primary")!.GetAttribute("href")!).Value);

        var person = site.Open();
        var fields = new Dictionary<string, string>
        {
            ["UserName"] = "rina.baru",
            ["InvitationCode"] = code.ToLowerInvariant().Replace('-', ' '),
            ["Password"] = "tiga jendela biru langit",
            ["RepeatPassword"] = "tiga jendela biru langit",
        };
        Assert.Equal(302, (int)(await person.Submit("/masuk/undangan", fields)).StatusCode);
        Assert.Equal("/akun/pengaman", (await person.Get("/akun")).Headers.Location?.OriginalString);
        Assert.Equal(200, (int)(await site.Open().Submit("/masuk/undangan", fields)).StatusCode);

        var post = await site.Post(Role.Auditor, "kpu-17.03");
        answer = await admin.Submit($"/atur/orang/{id}", new() { ["Post"] = post.ToString(), ["CapacityCode"] = "definitif" }, "Appoint");
        Assert.Equal(302, (int)answer.StatusCode);
        var view = await site.Use<PostQueries, PostView?>(posts => posts.Find(post));
        Assert.Equal(id, Assert.Single(view!.HoldersOn(site.Today)).Account);

        answer = await admin.Submit($"/atur/orang/{id}", new() { ["Post"] = post.ToString() }, "End");
        Assert.Equal(302, (int)answer.StatusCode);
        view = await site.Use<PostQueries, PostView?>(posts => posts.Find(post));
        Assert.Empty(view!.HoldersOn(site.Today));
    }

    [Fact]
    public async Task Invitation_ends_after_seven_days()
    {
        var invited = await site.Use<AccountDesk, AccountOutcome>(desk => desk.Add("terlambat", "Terlambat Sekali"));
        site.Clock.Advance(Duration.FromDays(7));
        var accepted = await site.Use<AccountDesk, AccountOutcome>(desk =>
            desk.Accept("terlambat", invited.Code!, "tiga jendela biru langit")
        );
        Assert.Equal("invitation.wrong", accepted.Refusal?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("sari dewi")]
    [InlineData("sari\u202Eiwed")]
    [InlineData("-sari")]
    public async Task User_name_that_could_mislead_is_refused(string name)
    {
        var outcome = await site.Use<AccountDesk, AccountOutcome>(desk => desk.Add(name, "Sari Dewi"));
        Assert.Equal("account.user-name-malformed", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task User_name_is_given_once_whatever_its_case()
    {
        await site.Use<AccountDesk, AccountOutcome>(desk => desk.Add("satu.saja", "Satu Saja"));
        var outcome = await site.Use<AccountDesk, AccountOutcome>(desk => desk.Add("SATU.Saja", "Satu Saja"));
        Assert.Equal("account.user-name-taken", outcome.Refusal?.Code);
    }

    public static TheoryData<Role, string, int> Doors()
    {
        var data = new TheoryData<Role, string, int>();
        foreach (
            var path in new[]
            {
                "/atur/orang",
                "/atur/orang/baru",
                "/atur/jabatan",
                "/atur/jabatan/baru",
                "/atur/kantor",
                "/atur/kantor/kpu-17",
            }
        )
        {
            data.Add(Role.AgencyAdmin, path, 200);
            data.Add(Role.Head, path, 404);
            data.Add(Role.Auditor, path, 404);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Administration_is_absent_for_other_roles(Role role, string path, int status)
    {
        var browser = await site.SignedIn(await site.Staff(role, "kpu-17"));
        Assert.Equal(status, (int)(await browser.Get(path)).StatusCode);
        var link = (await browser.Page("/akun")).QuerySelector("nav a[href='/atur/orang']");
        Assert.Equal(status == 200, link is not null);
    }

    [Fact]
    public async Task Admin_of_one_institution_does_not_reach_into_the_other()
    {
        var assistant = await site.Staff(Role.OmbudsmanAssistant, "ombudsman-17");
        var admin = await site.SignedIn(await site.Staff(Role.AgencyAdmin, "kpu-17"));
        Assert.Equal(404, (int)(await admin.Get($"/atur/orang/{assistant.Account.Id}")).StatusCode);
        Assert.Equal(404, (int)(await admin.Get("/atur/jabatan?kantor=ombudsman-17")).StatusCode);
        Assert.Equal(404, (int)(await admin.Get("/atur/kantor/ombudsman-17")).StatusCode);

        var actor = new Actor.Staff(assistant.Post, Guid.CreateVersion7(), Role.AgencyAdmin, await Office("kpu-17"), null);
        Task<AccountOutcome> Try(Func<PeopleDesk, Task<AccountOutcome>> act) => site.Use(act);
        Assert.Equal("account.unknown", (await Try(desk => desk.Disable(actor, assistant.Account.Id, default))).Refusal?.Code);
        Assert.Equal("account.unknown", (await Try(desk => desk.Invite(actor, assistant.Account.Id, default))).Refusal?.Code);
        var refusal = await site.Use<PeopleDesk, Refusal?>(desk => desk.End(actor, assistant.Account.Id, assistant.Post, default));
        Assert.Equal("post.not-yours", refusal?.Code);
    }

    [Fact]
    public async Task Long_list_of_people_is_paged_without_loss()
    {
        for (var n = 0; n < 60; n++)
        {
            await site.Use<AccountDesk, AccountOutcome>(desk => desk.Add($"daftar{n:D3}", "Orang Daftar"));
        }

        var names = new List<string>();
        string? after = null;
        do
        {
            var (people, next) = await site.Use<PeopleQueries, (System.Collections.Immutable.ImmutableArray<Person>, string?)>(queries =>
                queries.List(new Actor.System(), after, default)
            );
            names.AddRange(people.Select(person => person.Account.UserName!));
            Assert.True(people.Length <= PeopleQueries.PageSize);
            after = next;
        } while (after is not null);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.Equal(60, names.Count(name => name.StartsWith("daftar", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Office_details_are_kept_and_checked()
    {
        var admin = await site.SignedIn(await site.Staff(Role.AgencyAdmin, "kpu-17"));
        var wrong = await admin.Submit("/atur/kantor/kpu-17.04", new() { ["Email"] = "bukan surel" });
        Assert.Equal(200, (int)wrong.StatusCode);
        var right = await admin.Submit(
            "/atur/kantor/kpu-17.04",
            new()
            {
                ["Address"] = "Jalan Contoh 1",
                ["Email"] = "kantor@contoh.example",
                ["Phone"] = "0736 000000",
            }
        );
        Assert.Equal(302, (int)right.StatusCode);
        var row = await site.Use<OfficeRegister, OfficeRow?>(offices => Task.FromResult(offices.Row(new OfficeCode("kpu-17.04"))));
        Assert.Equal(("Jalan Contoh 1", "kantor@contoh.example", "0736 000000"), (row!.Address, row.Email, row.Phone));
    }

    private Task<Office> Office(string code) =>
        site.Use<OfficeRegister, Office>(offices => Task.FromResult(offices.Find(new OfficeCode(code))!));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
