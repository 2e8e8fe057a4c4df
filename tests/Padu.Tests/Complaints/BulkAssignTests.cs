using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Complaints;

/// <summary>Many cases to one unit: looked at first, each decided by itself, taken back while nobody has acted.</summary>
public sealed class BulkAssignTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_written_before_the_confirmation_and_then_each_by_itself()
    {
        var (verified, other, fresh) = (await Verified(), await Verified(), await site.File(TestSite.City));
        using var browser = await site.SignIn("admin-kota");
        var form = await browser.Get(Pick(verified, other, fresh));
        Assert.Equal(3, form.All("aside li").Count);
        var preview = await browser.Submit(
            form,
            "form[action*=Preview]",
            new() { ["Unit"] = "teknis", ["Instruction"] = "Jawab pekan ini." }
        );
        Assert.Contains("2 dari 3 perkara", preview.Words);
        Assert.Contains("Jawab pekan ini.", preview.Words);
        var reason = preview.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(fresh.Number.Value));
        Assert.Contains("tetap di tempatnya", reason.TextContent);
        Assert.Equal(Stage.Verified, (await State(verified)).Stage);

        var result = await browser.Submit(preview, "form[action*=Confirm]", []);
        Assert.StartsWith("/meja/tugaskan/", result.Path);
        Assert.Contains("2 dari 3 perkara kini ditugaskan", result.Words);
        Assert.Equal((Stage.Assigned, TestSite.Technical), ((await State(verified)).Stage, (await State(other)).Unit));
        Assert.Equal(Stage.Received, (await State(fresh)).Stage);
        var history = await site.Queries.History(verified.Id, Cancel);
        Assert.Equal("Jawab pekan ini.", history.Select(one => one.Fact).OfType<ComplaintEvent.Assigned>().Single().Instruction);
        // The page of the result is the same when it is opened again.
        Assert.Contains("2 dari 3 perkara kini ditugaskan", (await browser.Get(result.Path)).Words);
    }

    [Fact]
    public async Task What_changed_between_the_list_and_the_confirmation_is_left_alone_and_said()
    {
        var (one, two) = (await Verified(), await Verified());
        using var browser = await site.SignIn("admin-kota");
        var preview = await browser.Submit(await browser.Get(Pick(one, two)), "form[action*=Preview]", new() { ["Unit"] = "teknis" });
        await site.Do(two, site.Post("ketua-kota"), new ComplaintCommand.Direct("Tunggu dulu."));
        var result = await browser.Submit(preview, "form[action*=Confirm]", []);
        Assert.Contains("1 dari 2 perkara kini ditugaskan", result.Words);
        Assert.Equal(Stage.Verified, (await State(two)).Stage);
        var row = result.Page.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains(two.Number.Value));
        Assert.Contains("tetap di tempatnya", row.TextContent);
    }

    [Fact]
    public async Task All_are_taken_back_but_where_somebody_has_acted()
    {
        var (quiet, acted) = (await Verified(), await Verified());
        using var browser = await site.SignIn("admin-kota");
        var result = await Assign(browser, quiet, acted);
        await site.Do(await State(acted), site.Post("teknis-kota"), new ComplaintCommand.TakeUp());
        var back = await browser.Submit(result, "form[action*=TakeBack]", []);
        Assert.Contains("1 perkara tidak dapat ditarik kembali", back.TextOf("[role=alert]"));
        var quietly = await State(quiet);
        Assert.Equal((Stage.Verified, default(UnitCode?)), (quietly.Stage, quietly.Unit));
        Assert.Equal(Stage.Assigned, (await State(acted)).Stage);
        Assert.Contains("ditarik kembali", Row(back, quiet));
        Assert.Contains("Sudah ada tindakan lain", Row(back, acted));
    }

    [Fact]
    public async Task After_half_an_hour_the_page_offers_it_no_more()
    {
        var one = await Verified();
        using var browser = await site.SignIn("admin-kota");
        var result = await Assign(browser, one);
        Assert.NotNull(result.Page.QuerySelector("form[action*=TakeBack]"));
        site.Clock.Now += Duration.FromMinutes(31);
        using var later = await site.SignIn("admin-kota");
        Assert.Null((await later.Get(result.Path)).Page.QuerySelector("form[action*=TakeBack]"));
        await later.Submit(await later.Get(result.Path), "form[action='/keluar']", []);
        Assert.Equal(Stage.Assigned, (await State(one)).Stage);
    }

    /// <summary>The plan is kept before the first act, and what was done is read from the cases: so it can be gone on with.</summary>
    [Fact]
    public async Task An_interruption_in_the_middle_loses_nothing()
    {
        var (done, left) = (await Verified(), await Verified());
        var bulk = site.Services.GetRequiredService<BulkAssignments>();
        var admin = site.Post("admin-kota");
        var chosen = new[] { new ChosenCase(done.Number, done.Version), new ChosenCase(left.Number, left.Version) };
        var assign = new ComplaintCommand.Assign(admin.Office, TestSite.Technical, "Mohon dijawab.");
        var id = await bulk.Keep(admin, chosen, assign, Cancel);
        await site.Do(done, admin, assign);
        var result = (await bulk.Result(admin, id, Cancel))!;
        Assert.Equal([BulkState.Done, BulkState.Pending], result.Lines.OrderBy(line => line.State).Select(line => line.State));

        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get($"/meja/tugaskan/{id:D}");
        Assert.Contains("terputus", page.Words);
        var goneOn = await browser.Submit(page, "form[action*=GoOn]", []);
        Assert.Contains("2 dari 2 perkara kini ditugaskan", goneOn.Words);
        Assert.Equal(done.Version + 1, (await State(done)).Version);
        Assert.Equal(Stage.Assigned, (await State(left)).Stage);
    }

    [Fact]
    public async Task Somebody_elses_page_and_cases_out_of_scope_are_not_there()
    {
        var (mine, kaurs) = (await Verified(), await site.File(TestSite.Kaur));
        using var browser = await site.SignIn("admin-kota");
        var form = await browser.Get(Pick(mine, kaurs));
        Assert.Single(form.All("aside li"));
        var result = await Assign(browser, mine);
        using var kaur = await site.SignIn("admin-kaur");
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get(result.Path)).Status);
        Assert.Contains("Belum ada perkara", (await kaur.Get(Pick(mine))).Words);
        using var officer = await site.SignIn("teknis-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/meja/tugaskan")).Status);
    }

    [Fact]
    public async Task A_missing_unit_is_asked_for_and_what_was_typed_stays()
    {
        var one = await Verified();
        using var browser = await site.SignIn("admin-kota");
        var again = await browser.Submit(
            await browser.Get(Pick(one)),
            "form[action*=Preview]",
            new() { ["Unit"] = "", ["Instruction"] = "Petunjuk yang sudah ditulis." }
        );
        Assert.NotEmpty(again.All(".error-summary"));
        Assert.Equal("Petunjuk yang sudah ditulis.", again.TextOf("[name=Instruction]"));
        Assert.Single(again.All("aside li"));
    }

    [Fact]
    public async Task Cases_are_ticked_in_the_worklist_one_by_one_or_all_of_a_page()
    {
        var one = await Verified();
        using var browser = await site.SignIn("admin-kota");
        var list = await browser.Get("/meja?tab=semua");
        Assert.Contains(AssignPick(one), list.Page.QuerySelectorAll("[name=kasus]").Select(box => box.GetAttribute("value")));
        Assert.Empty(list.Page.QuerySelectorAll("[name=kasus][checked]"));
        var all = await browser.Get("/meja?tab=semua&pilih=semua");
        Assert.Equal(all.All("tr[data-row]").Count, all.Page.QuerySelectorAll("[name=kasus][checked]").Length);
        using var officer = await site.SignIn("teknis-kota");
        Assert.Empty((await officer.Get("/meja")).All("[name=kasus]"));
    }

    private static async Task<Seen> Assign(Browser browser, params Complaint[] cases)
    {
        var preview = await browser.Submit(await browser.Get(Pick(cases)), "form[action*=Preview]", new() { ["Unit"] = "teknis" });
        return await browser.Submit(preview, "form[action*=Confirm]", []);
    }

    private static string Row(Seen page, Complaint complaint) =>
        page.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(complaint.Number.Value)).TextContent;

    private static string Pick(params Complaint[] cases) =>
        $"/meja/tugaskan?{string.Join('&', cases.Select(one => $"kasus={AssignPick(one)}"))}";

    private static string AssignPick(Complaint one) => $"{one.Number}~{one.Version}";

    private async Task<Complaint> Verified() => await site.Verified(await site.File(TestSite.City));

    private Task<Complaint> State(Complaint complaint) => site.Queries.State(complaint.Id, Cancel);
}
