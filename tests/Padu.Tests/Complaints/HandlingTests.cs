using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Tests.Complaints;

/// <summary>Between assignment and the last word, through the pages.</summary>
public sealed class HandlingTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_kept_for_its_writer_and_seen_by_colleagues_as_somebody_answering()
    {
        var complaint = await Assigned();
        using var officer = await site.SignIn("teknis-kota");
        var form = await officer.Get(Path(complaint, "jawab"));
        var saved = await officer.Submit(form, "main form[method=post]", new() { ["Text"] = "Setengah jalan.", ["Do"] = "simpan" });
        Assert.Contains("Draf tersimpan", saved.TextOf("[data-autosaved]"));
        Assert.Contains("Setengah jalan.", (await officer.Get(Path(complaint, "jawab"))).TextOf("textarea#Text"));

        using var admin = await site.SignIn("admin-kota");
        Assert.Contains("sedang menulis jawaban", (await admin.Get(Path(complaint))).TextOf(".crumbs"));
        var theirs = await admin.Get(Path(complaint, "jawab"));
        Assert.Contains("Setengah jalan.", theirs.TextOf("details.panel"));
        Assert.Equal("", theirs.TextOf("textarea#Text"));

        await officer.Submit(await officer.Get(Path(complaint, "jawab")), "main form[method=post]", new() { ["Text"] = "Jawaban." });
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        Assert.False(await database.Set<AnswerDraftRow>().AnyAsync(row => row.Complaint == complaint.Id.Value, Cancel));
    }

    [Fact]
    public async Task An_answer_that_needs_approval_goes_out_by_the_head_as_it_was_proposed()
    {
        await site.NeedApproval(true);
        try
        {
            var complaint = await Assigned(IdentityLevel.Protected);
            using var officer = await site.SignIn("teknis-kota");
            var form = await officer.Get(Path(complaint, "jawab"));
            Assert.Contains("Ajukan untuk disetujui", form.Words);
            await officer.Submit(form, "main form[method=post]", new() { ["Text"] = "Usulan pertama." });
            Assert.Equal(Stage.Assigned, (await State(complaint)).Stage);

            using var head = await site.SignIn("ketua-kota");
            Assert.Contains(complaint.Number.Value, (await head.Get("/meja?tab=persetujuan")).Words);
            var decide = await head.Get(Path(complaint, "setujui"));
            Assert.DoesNotContain("Ibu Rahasia", decide.Html);
            await head.Submit(decide, "main form[method=post]", new() { ["Choice"] = "kembalikan", ["Comment"] = "Sebutkan TPS-nya." });

            var again = await officer.Get(Path(complaint, "jawab"));
            Assert.Contains("Sebutkan TPS-nya.", again.TextOf(".said.internal"));
            Assert.Contains("Usulan pertama.", again.TextOf("textarea#Text"));
            await officer.Submit(again, "main form[method=post]", new() { ["Text"] = "Usulan kedua, TPS 15." });
            var sent = await head.Submit(
                await head.Get(Path(complaint, "setujui")),
                "main form[method=post]",
                new() { ["Choice"] = "setujui" }
            );
            Assert.Contains("Usulan kedua, TPS 15.", sent.TextOf(".said.ours"));
            Assert.Equal(Stage.Answered, (await State(complaint)).Stage);
        }
        finally
        {
            await site.NeedApproval(false);
        }
    }

    [Fact]
    public async Task A_forged_answer_is_refused_like_the_page_would_where_approval_is_needed()
    {
        await site.NeedApproval(true);
        try
        {
            var complaint = await Assigned();
            var acted = await site.Desk.Act(
                complaint.Id,
                site.Post("teknis-kota"),
                new ComplaintCommand.Answer("Langsung.", []),
                cancel: Cancel
            );
            Assert.Equal("answer.needs-approval", acted.Refusal?.Code);
            acted = await site.Desk.Approve(complaint.Id, site.Post("teknis-kota"), null, Cancel);
            Assert.Equal("access.not-yours", acted.Refusal?.Code);
            acted = await site.Desk.Approve(complaint.Id, site.Post("ketua-kota"), null, Cancel);
            Assert.Equal("approve.nothing-proposed", acted.Refusal?.Code);
        }
        finally
        {
            await site.NeedApproval(false);
        }
    }

    [Fact]
    public async Task A_ready_reply_is_inserted_in_the_complainants_language_with_its_places_filled()
    {
        using var admin = await site.SignIn("admin-kota");
        await admin.Submit(
            await admin.Get("/meja/kantor/balasan"),
            "main form[method=post]",
            new()
            {
                ["Name"] = "Sudah diteruskan",
                ["TextId"] = "Pengaduan {nomor} kami teruskan ke {unit}.",
                ["TextEn"] = "Complaint {nomor} was passed on.",
            }
        );
        var complaint = await Assigned();
        using var officer = await site.SignIn("teknis-kota");
        var form = await officer.Get(Path(complaint, "jawab"));
        var id = form
            .Page.QuerySelectorAll("#Reply option")
            .Single(one => one.TextContent.Contains("Sudah diteruskan", StringComparison.Ordinal));
        var filled = await officer.Submit(
            form,
            "main form[method=post]",
            new()
            {
                ["Text"] = "Selamat pagi.",
                ["Reply"] = id.GetAttribute("value")!,
                ["Do"] = "sisip",
            }
        );
        Assert.Equal(
            $"Selamat pagi. Pengaduan {complaint.Number} kami teruskan ke Divisi Teknis Penyelenggaraan.",
            filled.TextOf("textarea#Text")
        );
        Assert.Equal(Stage.Assigned, (await State(complaint)).Stage);
    }

    [Fact]
    public async Task A_note_is_read_by_its_office_and_the_province_and_not_by_the_office_the_case_goes_to()
    {
        var complaint = await Assigned();
        using var officer = await site.SignIn("teknis-kota");
        await officer.Submit(
            await officer.Get(Path(complaint, "catatan")),
            "main form[method=post]",
            new() { ["Text"] = "Kuota sudah dicek." }
        );
        Assert.Contains("Kuota sudah dicek.", (await officer.Get(Path(complaint))).TextOf(".timeline .said.internal"));

        var kaur = site.Services.GetRequiredService<OfficeRegister>().Find(TestSite.Kaur);
        await site.Do(complaint, site.Post("admin-provinsi"), new ComplaintCommand.Assign(kaur, TestSite.Data, null));
        foreach (var (person, reads) in new[] { ("admin-kaur", false), ("admin-provinsi", true), ("ketua-provinsi", true) })
        {
            using var browser = await site.SignIn(person);
            var page = await browser.Get(Path(complaint));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(reads, page.Html.Contains("Kuota sudah dicek.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_declares_a_conflict_finds_the_case_nowhere_any_more()
    {
        var complaint = await Assigned();
        using var officer = await site.SignIn("teknis-kota");
        var left = await officer.Submit(
            await officer.Get(Path(complaint, "benturan")),
            "main form[method=post]",
            new() { ["Reason"] = "Pelapor adalah saudara saya." }
        );
        Assert.Equal("/meja", left.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(Path(complaint))).Status);

        // Assigned to the province's whole list or not: the account counts, not the post's scope.
        await site.Do(complaint, site.Post("admin-kota"), Assign(TestSite.Data));
        using var other = await site.SignIn("data-kota");
        Assert.Equal(HttpStatusCode.OK, (await other.Get(Path(complaint))).Status);
        using var admin = await site.SignIn("admin-kota");
        var refused = await admin.Submit(
            await admin.Get(Path(complaint, "tugaskan")),
            "main form[method=post]",
            new() { ["Unit"] = "teknis" }
        );
        Assert.Contains("pejabatnya terkait dengan perkara", refused.Words);
    }

    [Fact]
    public async Task A_named_admin_loses_the_case_with_the_office_and_the_province_has_it()
    {
        var complaint = await Assigned();
        using var province = await site.SignIn("admin-provinsi");
        var form = await province.Get(Path(complaint, "terkait"));
        await province.Submit(
            form,
            "main form[method=post]",
            new() { ["Post"] = $"{site.Post("admin-kota").Post}", ["Reason"] = "Disebut dalam cerita." }
        );
        Assert.Equal(TestSite.Province, (await State(complaint)).Subject.Seat);
        foreach (var person in new[] { "admin-kota", "teknis-kota", "ketua-kota" })
        {
            using var browser = await site.SignIn(person);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(Path(complaint))).Status);
            Assert.DoesNotContain(complaint.Number.Value, (await browser.Get("/meja?tab=semua")).Html);
        }
    }

    [Fact]
    public async Task A_named_head_of_the_province_sees_every_case_but_this_one()
    {
        var complaint = await Assigned();
        var other = await Assigned();
        await site.Do(
            complaint,
            site.Post("admin-provinsi"),
            new ComplaintCommand.NamePerson([site.Post("ketua-provinsi").Account], "Disebut dalam cerita.")
        );
        using var head = await site.SignIn("ketua-provinsi");
        var list = await head.Get("/meja?tab=semua");
        Assert.Contains(other.Number.Value, list.Html);
        Assert.DoesNotContain(complaint.Number.Value, list.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(Path(complaint))).Status);
        Assert.Contains("tidak ditemukan", (await head.Get($"/meja?nomor={complaint.Number}")).Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_list_looks_up_who_is_kept_away_by_key_and_scans_nothing()
    {
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        var scope = Domain.Organisations.Access.Scope(site.Post("admin-kota"));
        var sql = database
            .Set<ComplaintRow>()
            .Scoped(scope, database)
            .Where(row => row.Queue == Queue.Triage)
            .OrderBy(row => row.SortDue)
            .ThenBy(row => row.Id)
            .Take(51)
            .ToQueryString();
        var plan = await Plan(database, sql);
        Assert.Contains(
            plan,
            line => line.Contains("kept_away", StringComparison.Ordinal) && line.StartsWith("SEARCH", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            plan,
            line => line.StartsWith("SCAN", StringComparison.Ordinal) || line.Contains("TEMP B-TREE", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_sweep_ends_a_question_nobody_answered()
    {
        var complaint = await Assigned();
        complaint = await site.Do(complaint, site.Post("teknis-kota"), new ComplaintCommand.Ask("Kapan Ibu datang?"));
        var before = site.Clock.Now;
        try
        {
            site.Clock.Now = complaint.ClockOf(Domain.Calendar.ClockKind.Question)!.Due!.Value + Duration.FromMinutes(5);
            foreach (var sweep in site.Services.GetServices<ISweep>().OfType<ComplaintSweep>())
            {
                await sweep.Sweep(site.Clock.Now, Cancel);
            }

            var now = await State(complaint);
            Assert.Equal(Stage.Assigned, now.Stage);
            Assert.DoesNotContain(now.Clocks, clock => clock.Status == Domain.Calendar.ClockStatus.Paused);
        }
        finally
        {
            site.Clock.Now = before;
        }
    }

    private async Task<Complaint> Assigned(IdentityLevel level = IdentityLevel.Open) =>
        await site.Assigned(await site.Verified(await site.File(TestSite.City, level)));

    private ComplaintCommand.Assign Assign(UnitCode unit) =>
        new(site.Services.GetRequiredService<OfficeRegister>().Find(TestSite.City), unit, null);

    private Task<Complaint> State(Complaint complaint) => site.Queries.State(complaint.Id, Cancel);

    private static string Path(Complaint complaint, string? act = null) => DeskActTests.Path(complaint, act);

    private static async Task<List<string>> Plan(PaduDb database, string sql)
    {
        // The parameters stand above the statement as commands of the shell; their values do not change the plan.
        var statement = string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (System.Text.RegularExpressions.Match name in System.Text.RegularExpressions.Regex.Matches(statement, "@[A-Za-z_0-9]+"))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name.Value, 1);
            command.Parameters.Add(parameter);
        }

        await database.Database.OpenConnectionAsync(Cancel);
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
