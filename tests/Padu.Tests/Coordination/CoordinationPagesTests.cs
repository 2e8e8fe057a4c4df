using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Coordination;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Storage;

namespace Padu.Tests.Coordination;

/// <summary>The pages of the joint agenda and of inputs, as people use them.</summary>
public abstract class CoordinationPagesTests(TestSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_proposed_moved_by_the_other_side_accepted_and_only_then_public()
    {
        using var secretariat = await site.Enter("sekretariat");
        using var assistant = await site.Enter("asisten-ombudsman");
        using var visitor = new Browser(site.Address);
        var title = $"Loket bersama {Guid.NewGuid():N}";
        var proposed = await secretariat.Submit(
            await secretariat.Get("/kerja-sama/agenda/baru"),
            "main form",
            new()
            {
                ["Title"] = title,
                ["Kind"] = "layanan_bersama",
                ["On"] = "2026-11-25",
                ["Starts"] = "9.00",
                ["Ends"] = "11:30",
                ["Offices"] = "kpu-17.71|ombudsman-17",
                ["Place"] = "Aula Kota",
                ["Visibility"] = "publik",
            }
        );
        var root = proposed.Path;
        var page = root.Replace("/kerja-sama", "", StringComparison.Ordinal);
        Assert.StartsWith("/kerja-sama/agenda/agd-2026-", root);
        Assert.Contains("Rabu, 25 November 2026, 09.00–11.30 WIB", proposed.Words);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).Status);
        Assert.DoesNotContain(title, (await visitor.Get("/agenda")).Html);
        Assert.Contains(title, (await assistant.Get("/kerja-sama/agenda")).TextOf("#ditanya ~ ul"));
        Assert.Null((await secretariat.Get(root)).Page.QuerySelector("a[href$='/setujui']"));

        await Press(
            assistant,
            $"{root}/pindah",
            new()
            {
                ["On"] = "2026-11-26",
                ["Starts"] = "13:00",
                ["Ends"] = "15:00",
                ["Place"] = "Aula Ombudsman",
                ["Reason"] = "Ruang dipakai.",
            }
        );
        await Press(secretariat, $"{root}/setujui");
        var open = await visitor.Get(page);
        Assert.Equal(title, open.TextOf("h1"));
        Assert.Contains("Kamis, 26 November 2026, 13.00–15.00 WIB", open.Words);
        Assert.Contains("Aula Ombudsman", open.Words);
        Assert.Contains(title, (await visitor.Get("/agenda")).Html);
        await Press(assistant, $"{root}/batalkan", new() { ["Reason"] = "Jalan terputus." });
        Assert.Contains("Jalan terputus.", (await visitor.Get(page)).Words);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_what_to_do()
    {
        using var secretariat = await site.Enter("sekretariat");
        var form = await secretariat.Get("/kerja-sama/agenda/baru");
        var fields = new Dictionary<string, string>
        {
            ["Title"] = "Judul yang tetap",
            ["Kind"] = "rapat",
            ["On"] = "2026-11-25",
            ["Starts"] = "11:00",
            ["Ends"] = "09:00",
            ["Offices"] = "ombudsman-17",
            ["Visibility"] = "bersama",
        };
        var refused = await secretariat.Submit(form, "main form", fields);
        Assert.Contains("Selesai harus sesudah mulai", refused.Words);
        Assert.Contains("Judul yang tetap", refused.Html);
        fields["Ends"] = "besok";
        Assert.Contains("Judul yang tetap", (await secretariat.Submit(form, "main form", fields)).Html);
        var agenda = await site.Propose();
        using var head = await site.Enter("kepala-ombudsman");
        var late = await head.Get($"/kerja-sama/agenda/{agenda.Code}/tolak");
        await site.Do(agenda, "asisten-ombudsman", new AgendaCommand.Move(Joint.Slot, null, null, "Sama saja."));
        var stale = await head.Submit(late, "main form", new() { ["Reason"] = "Tidak bisa." });
        Assert.Contains("Sama saja.", stale.Words);
        Assert.Contains("Tidak bisa.", stale.Html);
    }

    [Fact]
    public async Task One_day_of_a_series_is_moved_another_called_off_and_a_collision_is_told_by_name()
    {
        var series = await site.Accept(await site.Propose("Rapat mingguan", repeat: Joint.Weekly));
        using var secretariat = await site.Enter("sekretariat");
        var root = $"/kerja-sama/agenda/{series.Code}";
        await Press(
            secretariat,
            $"{root}/hari",
            new()
            {
                ["Original"] = "2026-11-27",
                ["Change"] = "pindah",
                ["On"] = "2026-11-30",
                ["Starts"] = "14:00",
                ["Ends"] = "15:00",
                ["Reason"] = "Cuti.",
            }
        );
        await Press(
            secretariat,
            $"{root}/hari",
            new()
            {
                ["Original"] = "2026-12-04",
                ["Change"] = "batal",
                ["Reason"] = "Cuti.",
            }
        );
        var other = await site.Propose(
            "Kunjungan yang bentrok",
            slot: new AgendaSlot(new LocalDate(2026, 11, 30), new LocalTime(14, 30), new LocalTime(16, 0))
        );
        var seen = await secretariat.Get($"/kerja-sama/agenda/{other.Code}");
        Assert.Contains("Rapat mingguan", seen.TextOf("section[aria-labelledby=bentrok]"));
        // What is called off collides with nothing.
        var free = await site.Propose(slot: new AgendaSlot(new LocalDate(2026, 12, 4), new LocalTime(9, 0), new LocalTime(10, 0)));
        Assert.Null((await secretariat.Get($"/kerja-sama/agenda/{free.Code}")).Page.QuerySelector("section[aria-labelledby=bentrok]"));
        using var visitor = new Browser(site.Address);
        var days = (await visitor.Get($"/agenda/{series.Code}")).All("details li");
        Assert.Equal(6, days.Count);
        Assert.Contains("pengganti 27 November 2026", days[1]);
        Assert.Contains("Hari ini ditiadakan", days[2]);
    }

    [Fact]
    public async Task An_activity_shows_plan_picture_with_its_words_and_outcome_and_never_a_name()
    {
        var agenda = await site.Accept(
            await site.Propose(slot: new AgendaSlot(new LocalDate(2026, 11, 12), new LocalTime(7, 0), new LocalTime(9, 0)))
        );
        using var secretariat = await site.Enter("sekretariat");
        using var visitor = new Browser(site.Address);
        var root = $"/kerja-sama/agenda/{agenda.Code}";
        await Press(
            secretariat,
            $"{root}/kegiatan",
            new()
            {
                ["Words"] = "Membuka loket di pasar.",
                ["Participants"] = "kpu-17.71|ombudsman-17",
                ["People"] = "Nama Sangat Rahasia",
            }
        );
        var form = await secretariat.Get($"{root}/tambah-berkas");
        var refused = await secretariat.Submit(form, "main form", [], ("Files", "foto.png", Picture));
        Assert.Equal($"{root}/tambah-berkas", refused.Path);
        var added = await secretariat.Submit(
            form,
            "main form",
            new() { ["Description"] = "Warga antre di loket." },
            ("Files", "foto.png", Picture)
        );
        Assert.Equal(root, added.Path);
        await Press(secretariat, $"{root}/hasil", new() { ["Outcome"] = "Tiga puluh warga dilayani.", ["Attended"] = "30" });
        Assert.Contains("Nama Sangat Rahasia", (await secretariat.Get(root)).Html);
        var open = await visitor.Get($"/agenda/{agenda.Code}");
        Assert.Contains("Membuka loket di pasar.", open.Words);
        Assert.Contains("Tiga puluh warga dilayani.", open.Words);
        Assert.DoesNotContain("Nama Sangat Rahasia", open.Html);
        var image = open.Page.QuerySelector("main img")!;
        Assert.Equal("Warga antre di loket.", image.GetAttribute("alt"));
        var picture = await visitor.Get(image.GetAttribute("src")!);
        Assert.Equal("image/png", picture.Response.Content.Headers.ContentType!.MediaType);
        Assert.Null(picture.Response.Content.Headers.ContentDisposition);
        Assert.DoesNotContain("Nama Sangat Rahasia", (await visitor.Get("/agenda.ics")).Html);
    }

    [Fact]
    public async Task One_of_the_ten_opens_what_concerns_it_and_nothing_else()
    {
        var agenda = await site.Propose();
        var (input, _) = await site.Suggest();
        using var kaur = await site.Enter("admin-kaur");
        using var city = await site.Enter("admin-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/kerja-sama/agenda/{agenda.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/kerja-sama/masukan/{input.Number}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await city.Get($"/kerja-sama/agenda/{agenda.Code}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await city.Get($"/kerja-sama/masukan/{input.Number}")).Status);
        Assert.DoesNotContain(input.Number.Value, (await kaur.Get("/kerja-sama/masukan?kantor=kpu-17.71")).Html);
        Assert.Contains(input.Number.Value, (await city.Get("/kerja-sama/masukan")).Html);
    }

    [Fact]
    public async Task From_a_suggestion_without_account_to_what_changed()
    {
        const string Words = "Loket terlalu tinggi bagi kursi roda saya.";
        const string Mail = "ratna.rahasia@contoh.example";
        using var visitor = new Browser(site.Address);
        var receipt = await visitor.Submit(
            await visitor.Get("/masukan/baru"),
            "main form",
            new()
            {
                ["Author"] = "masyarakat",
                ["To"] = "kpu-17.71",
                ["Topic"] = "aksesibilitas",
                ["Title"] = "Turunkan loket",
                ["Text"] = Words,
                ["Email"] = Mail,
            }
        );
        Assert.Equal("/masukan/tanda-terima", receipt.Path);
        var (number, code) = (receipt.TextOf("#nomor")!, receipt.TextOf("#kode")!);
        Assert.Contains("dikonfirmasi", receipt.Words);
        var root = $"/kerja-sama/masukan/{number}";
        using var admin = await site.Enter("admin-kota");
        using var secretariat = await site.Enter("sekretariat");
        Assert.DoesNotContain(Mail, (await admin.Get(root)).Html);
        await Press(admin, $"{root}/pelajari");
        await Press(
            admin,
            $"{root}/jawab",
            new()
            {
                ["Verdict"] = "sebagian",
                ["Words"] = "Loket diturunkan; pintu belum.",
                ["Parts"] = "Loket diturunkan\nPapan petunjuk dipasang",
                ["Judge"] = "kpu-17",
            }
        );
        var seen = await Track(visitor, number, code);
        Assert.Contains("Loket diturunkan; pintu belum.", seen.Words);
        Assert.Equal(2, seen.All("main tbody tr").Count);
        var early = await admin.Submit(await admin.Get($"{root}/perubahan"), "main form", new() { ["Change"] = "Loket sudah turun." });
        Assert.Contains("Masih ada 2 kewajiban", early.Words);
        Assert.Contains("Loket sudah turun.", early.Html);

        var queries = site.Services.GetRequiredService<InputQueries>();
        var id = (await queries.IdOf(new InputNumber(number), Cancel))!.Value;
        foreach (var line in await site.Services.GetRequiredService<ObligationQueries>().From(id.Value, Cancel))
        {
            var obligation = new Obligation { Id = new ObligationId(line.Row.Id) };
            await Agreements.Cooperation.Give(site, obligation);
            await Agreements.Cooperation.Do(site, obligation, "sekretariat", new ObligationCommand.Accept(null));
        }

        await Press(admin, $"{root}/perubahan", new() { ["Change"] = "Loket sudah turun." });
        Assert.DoesNotContain(number, (await visitor.Get("/masukan")).Html);
        await Press(admin, $"{root}/terbitkan", new() { ["Asked"] = "Seorang warga meminta loket yang lebih rendah." });
        var open = await visitor.Get("/masukan");
        Assert.Contains("Seorang warga meminta loket yang lebih rendah.", open.Words);
        Assert.Contains("Loket sudah turun.", open.Words);
        Assert.DoesNotContain(Words, open.Html);
        Assert.DoesNotContain("Turunkan loket", open.Html);
        Assert.Contains("Loket sudah turun.", (await Track(visitor, number, code)).Words);

        var erased = await visitor.Submit(
            await visitor.Get("/masukan/hapus"),
            "main form",
            new()
            {
                ["Number"] = number,
                ["Code"] = code,
                ["Sure"] = "true",
            }
        );
        Assert.Contains("Sudah dihapus", erased.Words);
        Assert.DoesNotContain(Words, (await secretariat.Get(root)).Html);
        Assert.Contains("Loket sudah turun.", (await Track(visitor, number, code)).Words);
        Assert.Null(await queries.AddressOf(await queries.State(id, Cancel), Cancel));
        var left = await site.Services.GetRequiredService<Journal>().History(new InputStream(), id.Value, _ => true, Cancel);
        Assert.Null(((InputEvent.Received)left[0].Fact).Text);
        Assert.DoesNotContain(left, one => one.Fact is InputEvent.Reachable { Email: not null });
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_hear_the_same_and_a_form_sent_twice_is_one_input()
    {
        var (input, code) = await site.Suggest();
        using var visitor = new Browser(site.Address);
        var wrong = await Track(visitor, input.Number.Value, "AAAA-AAAA-AAAA-AAAA");
        var unknown = await Track(visitor, "M-17-2026-0000000", code);
        Assert.Equal(wrong.All(".error"), unknown.All(".error"));
        // A complaint's door does not open with it.
        var door = await visitor.Submit(
            await visitor.Get("/lacak"),
            "main form",
            new() { ["Number"] = input.Number.Value[2..], ["Code"] = code }
        );
        Assert.Equal("/lacak", door.Path);
        var form = await visitor.Get("/masukan/baru");
        var fields = new Dictionary<string, string>
        {
            ["Author"] = "peserta_pemilu",
            ["To"] = "kpu-17",
            ["Topic"] = "pencalonan",
            ["Title"] = "Jadwal lebih awal",
            ["Text"] = "Umumkan jadwal lebih awal.",
        };
        var first = await visitor.Submit(form, "main form", fields);
        var second = await visitor.Submit(form, "main form", fields);
        Assert.Equal((first.TextOf("#nomor"), first.TextOf("#kode")), (second.TextOf("#nomor"), second.TextOf("#kode")));
    }

    [Fact]
    public async Task Offices_give_inputs_to_each_other_and_the_sweep_tells_lateness_once()
    {
        using var assistant = await site.Enter("asisten-ombudsman");
        var given = await assistant.Submit(
            await assistant.Get("/kerja-sama/masukan/baru"),
            "main form",
            new()
            {
                ["To"] = "kpu-17.71",
                ["Topic"] = "penanganan_pengaduan",
                ["Title"] = "Jawab lebih cepat",
                ["Text"] = "Jawaban pertama rata-rata terlambat.",
            }
        );
        var number = given.Path.Split('/')[^1];
        Assert.Contains("Ombudsman", given.TextOf("dl.facts"));
        var queries = site.Services.GetRequiredService<InputQueries>();
        var id = (await queries.IdOf(new InputNumber(number), Cancel))!.Value;
        var sweep = site.Services.GetServices<ISweep>().Single(one => one.Name == "masukan");
        var was = site.Clock.Now;
        try
        {
            site.Clock.Now = was + Duration.FromDays(45);
            await sweep.Sweep(site.Clock.Now, Cancel);
            await sweep.Sweep(site.Clock.Now, Cancel);
        }
        finally
        {
            site.Clock.Now = was;
        }

        var opened = (await queries.Of(id, Cancel))!;
        Assert.Single(opened.History, one => one.Fact is InputEvent.Overdue);
        Assert.Contains(number, (await assistant.Get("/kerja-sama/masukan?keadaan=terlambat&kantor=kpu-17.71")).Html);
        Assert.Contains(number, (await assistant.Get("/kerja-sama/masukan?kiriman=1")).Html);
        Assert.DoesNotContain(number, (await assistant.Get("/kerja-sama/masukan?keadaan=menunggu")).Html);
    }

    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAL0lEQVR4nG3CgRDAQADEwCN5kpKEJCRPUpISVSA7u0k/kvdIHpKn5F3JeyXvk/wD8K5OwTU69D0AAAAASUVORK5CYII="
    );

    private static async Task<Seen> Track(Browser browser, string number, string code) =>
        await browser.Submit(await browser.Get("/masukan/lacak"), "main form", new() { ["Number"] = number, ["Code"] = code });

    private static async Task<Seen> Press(Browser browser, string path, Dictionary<string, string>? fields = null)
    {
        var sent = await browser.Submit(await browser.Get(path), "main form", fields ?? []);
        Assert.True(path.StartsWith(sent.Path, StringComparison.Ordinal) && path != sent.Path, $"{path}: {sent.Words}");
        return sent;
    }
}
