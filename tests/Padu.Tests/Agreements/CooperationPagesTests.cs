using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Agreements;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Storage;

namespace Padu.Tests.Agreements;

/// <summary>The pages of agreements, from the first draft to the evaluation, as people use them.</summary>
public abstract class CooperationPagesTests(TestSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_draft_to_the_joint_evaluation()
    {
        using var secretariat = await site.Enter("sekretariat");
        using var chair = await site.Enter("ketua-provinsi");
        using var head = await site.Enter("kepala-ombudsman");
        using var visitor = new Browser(site.Address);
        var title = $"Perjanjian {Guid.NewGuid():N}";
        var begun = await secretariat.Submit(
            await secretariat.Get("/kerja-sama/perjanjian/baru"),
            "main form",
            new()
            {
                ["Kind"] = "perjanjian_kerja_sama",
                ["Title"] = title,
                ["Scopes"] = "pemilu|pilkada",
                ["Clauses"] = "Menangani pengaduan bersama.\n\nMemasang maklumat.",
                ["Ends"] = "2027-11-30",
            }
        );
        var root = begun.Path;
        var page = root.Replace("/kerja-sama", "", StringComparison.Ordinal);
        Assert.StartsWith("/kerja-sama/perjanjian/pks-2026-", root);
        Assert.Equal(["Menangani pengaduan bersama.", "Memasang maklumat."], begun.All(".clauses > li"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).Status);
        Assert.DoesNotContain(title, (await visitor.Get("/perjanjian")).Html);

        await Press(chair, $"{root}/setujui");
        Assert.DoesNotContain("tandatangani", (await chair.Get(root)).Page.QuerySelector(".acts")?.InnerHtml ?? "");
        await Press(head, $"{root}/setujui");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).Status);
        foreach (var (browser, name) in new[] { (chair, "Nurul Contoh"), (head, "Ismail Contoh") })
        {
            var signed = await Press(
                browser,
                $"{root}/tandatangani",
                new()
                {
                    ["On"] = "2026-11-12",
                    ["Place"] = "Gedung Contoh",
                    ["Name"] = name,
                    ["Post"] = "Pimpinan",
                }
            );
            Assert.Equal(root, signed.Path);
        }

        var open = await visitor.Get(page);
        Assert.Equal(title, open.TextOf("h1"));
        Assert.Contains("Nurul Contoh, Pimpinan", open.Words);
        Assert.Contains("nomor tidak disebut dalam sumber", open.Words);
        Assert.Contains(title, (await visitor.Get("/perjanjian")).Html);

        await Press(
            secretariat,
            $"{root}/kewajiban",
            new()
            {
                ["Item"] = "2",
                ["Title"] = $"Maklumat dari {title}",
                ["Owners"] = "kpu-17.71|kpu-17.04",
                ["Judge"] = "kpu-17",
                ["Due"] = "2026-12-15",
            }
        );
        Assert.Equal(2, (await visitor.Get(page)).All("#butir-2 .sub").Count);

        await Press(secretariat, $"{root}/evaluasi", new() { ["Year"] = "2026", ["Text"] = "Kata evaluasi kami." });
        var waiting = await visitor.Get($"{page}/evaluasi/2026");
        Assert.DoesNotContain("Kata evaluasi kami.", waiting.Html);
        await Press(head, $"{root}/sepakati-evaluasi", new() { ["Year"] = "2026" });
        var joint = await visitor.Get($"{page}/evaluasi/2026");
        Assert.Contains("Kata evaluasi kami.", joint.Html);
        Assert.Equal("2", joint.TextOf("table tbody tr td"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{page}/evaluasi/2025")).Status);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_what_to_do()
    {
        var draft = await site.Draft();
        using var chair = await site.Enter("ketua-provinsi");
        var form = await chair.Get($"/kerja-sama/perjanjian/{draft.Code}/setujui");
        await site.Do(draft, "asisten-ombudsman", Cooperation.Words("Judul kedua"));
        var stale = await chair.Submit(form, "main form", []);
        Assert.Contains("Rancangan 2 ditulis", stale.Words);
        using var secretariat = await site.Enter("sekretariat");
        var again = await secretariat.Submit(
            await secretariat.Get($"/kerja-sama/perjanjian/{draft.Code}/rancangan"),
            "main form",
            new()
            {
                ["Title"] = "Judul ketiga",
                ["Scopes"] = "pemilu",
                ["Clauses"] = " ",
                ["Note"] = "Catatan saya",
            }
        );
        Assert.Contains("Tulis paling sedikit satu butir.", again.Words);
        Assert.Contains("Judul ketiga", again.Html);
        Assert.Contains("Catatan saya", again.Html);
    }

    [Fact]
    public async Task Documents_show_their_fingerprint_and_are_public_only_once_in_force()
    {
        var draft = await site.Draft();
        using var secretariat = await site.Enter("sekretariat");
        using var visitor = new Browser(site.Address);
        var bytes = Encoding.UTF8.GetBytes("Naskah perjanjian.\n");
        var root = $"/kerja-sama/perjanjian/{draft.Code}";
        var added = await secretariat.Submit(await secretariat.Get($"{root}/dokumen"), "main form", [], ("Files", "naskah.txt", bytes));
        Assert.Equal(root, added.Path);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.Contains(hash, added.Html);
        var version = (await site.Services.GetRequiredService<AgreementQueries>().State(draft.Id, Cancel)).Version;
        var file = $"/perjanjian/{draft.Code}/dokumen/{version}/0";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(file)).Status);
        Assert.Equal("Naskah perjanjian.\n", (await secretariat.Get($"/kerja-sama{file}")).Html);
        await site.Sign(await site.Approve(draft));
        var opened = await visitor.Get(file);
        Assert.Equal("Naskah perjanjian.\n", opened.Html);
        Assert.Equal("attachment", opened.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains(hash, (await visitor.Get($"/perjanjian/{draft.Code}")).Html);
    }

    [Fact]
    public async Task A_renewal_takes_the_place_of_the_old_one_with_the_last_signature()
    {
        var old = await site.InForce();
        var next = await site.Approve(await site.Draft(renews: old.Id, words: Cooperation.Words("Penerus")));
        var sign = new AgreementCommand.Sign(Cooperation.Today, "Bengkulu", "Nama", "Ketua", null);
        await site.Do(next, "ketua-provinsi", sign);
        var queries = site.Services.GetRequiredService<AgreementQueries>();
        Assert.Equal(AgreementStage.InForce, (await queries.State(old.Id, Cancel)).Stage);
        await site.Do(next, "kepala-ombudsman", sign);
        Assert.Equal(
            (AgreementStage.Renewed, next.Id),
            await queries.State(old.Id, Cancel) is { } now ? (now.Stage, now.Successor!.Value) : default
        );
        using var visitor = new Browser(site.Address);
        Assert.Contains("Diperbarui oleh: Penerus", (await visitor.Get($"/perjanjian/{old.Code}")).Words);
    }

    [Fact]
    public async Task The_sweep_warns_once_ends_truly_and_lets_lapse_what_was_due_afterwards()
    {
        var ends = new LocalDate(2026, 11, 14);
        var agreement = await site.InForce(Cooperation.Words(ends: ends));
        var before = await site.Owe(TestSite.City, on: ends, from: agreement);
        var after = await site.Owe(TestSite.City, on: ends.PlusDays(9), from: agreement);
        var sweep = site.Services.GetServices<ISweep>().Single(one => one.Name == "perjanjian");
        var queries = site.Services.GetRequiredService<AgreementQueries>();
        await sweep.Sweep(site.Clock.Now, Cancel);
        await sweep.Sweep(site.Clock.Now, Cancel);
        var file = await queries.Open(agreement.Id, Cancel);
        Assert.Single(file!.History, one => one.Fact is AgreementEvent.ExpiryWarned);
        var was = site.Clock.Now;
        try
        {
            site.Clock.Now = was + Duration.FromDays(4);
            await sweep.Sweep(site.Clock.Now, Cancel);
            await sweep.Sweep(site.Clock.Now, Cancel);
        }
        finally
        {
            site.Clock.Now = was;
        }

        Assert.Equal(
            (AgreementStage.Ended, ends),
            await queries.State(agreement.Id, Cancel) is { } now ? (now.Stage, now.EndedOn!.Value) : default
        );
        Assert.Equal(ObligationState.Promised, await StateOf(before));
        Assert.Equal(ObligationState.Lapsed, await StateOf(after));
    }

    [Fact]
    public async Task The_historical_record_says_what_sources_say_and_that_they_do_not_say_the_rest()
    {
        var desk = site.Services.GetRequiredService<AgreementDesk>();
        await HistoricalAgreements.Load(desk, new RegionCode("17"), Cancel);
        Assert.Equal(0, await HistoricalAgreements.Load(desk, new RegionCode("17"), Cancel));
        Assert.Single(HistoricalAgreements.Of(new RegionCode("32")));
        using var visitor = new Browser(site.Address);
        var list = await visitor.Get("/perjanjian");
        Assert.Contains("Arsip sejarah", list.Words);
        foreach (var record in HistoricalAgreements.Of(new RegionCode("17")))
        {
            var page = await visitor.Get($"/perjanjian/{record.Code}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var rows = page.All("table.plain tbody tr");
            Assert.Equal(record.Statements!.Value.Length, rows.Count);
            foreach (var (statement, row) in record.Statements.Value.Zip(rows))
            {
                Assert.Contains(statement.Source, row);
                Assert.Contains(statement.Indonesian ?? "tidak disebut dalam sumber", row);
            }
        }

        var announced = await visitor.Get("/perjanjian/pks-2016-bengkulu");
        foreach (
            var said in new[] { "Irwan Saputra", "Gedung Bapelkes", "Jumat, 16 Desember", "pembinaan SBP", "empat tema", "pilkada 2017" }
        )
        {
            Assert.Contains(said, announced.Words);
        }
    }

    private async Task<ObligationState> StateOf(Obligation obligation) =>
        (await site.Services.GetRequiredService<ObligationQueries>().Open(site.Post("auditor-provinsi"), obligation.Id, Cancel))!
            .Obligation
            .State;

    /// <summary>What runs out is told on its page, and its successor begins with its words.</summary>
    [Fact]
    public async Task A_successor_begins_with_the_words_of_what_it_renews()
    {
        var old = await site.InForce(Cooperation.Words("Perjanjian lama", Cooperation.Today.PlusDays(30)));
        using var secretariat = await site.Enter("sekretariat");
        var page = await secretariat.Get($"/kerja-sama/perjanjian/{old.Code}");
        Assert.Contains("berakhir Sabtu, 12 Desember 2026", page.TextOf("main > .container > .panel"));
        var form = await secretariat.Get(page.Page.QuerySelector(".acts a[href*=memperbarui]")!.GetAttribute("href")!);
        Assert.Contains("Memasang maklumat pelayanan.", form.TextOf("#Clauses"));
        var begun = await secretariat.Submit(
            form,
            "main form",
            new()
            {
                ["Kind"] = "perjanjian_kerja_sama",
                ["Scopes"] = "pemilu",
                ["Title"] = "Perjanjian baru",
            }
        );
        Assert.Equal("Perjanjian baru", begun.TextOf("h1"));
        var draft = (
            await site.Services.GetRequiredService<AgreementQueries>().Open(new AgreementCode(begun.Path.Split('/')[^1]), Cancel)
        )!;
        Assert.Equal((old.Id, 2), (draft.Agreement.Renews, draft.Text!.Clauses.Length));
        await site.Sign(await site.Approve(draft.Agreement));
        using var visitor = new Browser(site.Address);
        Assert.Contains("Perjanjian baru", (await visitor.Get($"/perjanjian/{old.Code}")).Words);
        Assert.Null((await secretariat.Get($"/kerja-sama/perjanjian/{old.Code}")).Page.QuerySelector(".acts a[href*=memperbarui]"));
    }

    private static async Task<Seen> Press(Browser browser, string path, Dictionary<string, string>? fields = null)
    {
        var sent = await browser.Submit(await browser.Get(path), "main form", fields ?? []);
        Assert.True(path.StartsWith(sent.Path, StringComparison.Ordinal) && path != sent.Path, $"{path}: {sent.Words}");
        return sent;
    }
}
