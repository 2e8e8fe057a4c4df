using System.Globalization;
using System.Net;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Storage;
using Padu.Tests.Agreements;
using Padu.Tests.Meetings;

namespace Padu.Tests.Obligations;

/// <summary>Boards and pages of obligations: who sees what, figures that equal the journal, fifty lines at a time.</summary>
public abstract class ObligationBoardTests(TestSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_is_given_refused_with_a_reason_given_again_and_accepted()
    {
        var owed = await site.Owe(TestSite.City);
        var path = $"/kerja-sama/kewajiban/{owed.Id}";
        using var owner = await site.Enter("admin-kota");
        using var judge = await site.Enter("sekretariat");
        using var visitor = new Browser(site.Address);
        await Press(
            owner,
            $"{path}/bukti",
            new() { ["Text"] = "Papan terpasang zqbukti." },
            ("Files", "foto.txt", "Isi bukti.\n"u8.ToArray())
        );
        Assert.DoesNotContain("zqbukti", (await visitor.Get("/kewajiban")).Html);
        Assert.DoesNotContain(owner.Trail, line => line.Contains("zqbukti", StringComparison.Ordinal));
        Assert.Contains("Papan terpasang zqbukti.", (await judge.Get($"{path}/nilai")).Words);
        var without = await judge.Submit(await judge.Get($"{path}/nilai"), "main form", new() { ["Verdict"] = "tolak", ["Reason"] = " " });
        Assert.Equal($"{path}/nilai", without.Path);
        await Press(judge, $"{path}/nilai", new() { ["Verdict"] = "tolak", ["Reason"] = "Fotonya gelap." });
        Assert.Contains("Fotonya gelap.", (await owner.Get(path)).Words);
        await Press(owner, $"{path}/bukti", new() { ["Text"] = "Foto baru." });
        await Press(judge, $"{path}/nilai", new() { ["Verdict"] = "terima", ["Reason"] = "" });
        var done = await owner.Get(path);
        Assert.Contains("Bukti diterima: selesai", done.Words);
        Assert.Empty(done.All(".acts a"));
        Assert.Equal("Isi bukti.\n", (await owner.Get($"{path}/berkas/2/0")).Html);
    }

    [Fact]
    public async Task The_owner_cannot_judge_and_another_office_finds_nothing()
    {
        var owed = await site.Give(await site.Owe(TestSite.City));
        var path = $"/kerja-sama/kewajiban/{owed.Id}";
        using var owner = await site.Enter("admin-kota");
        Assert.Equal(path, (await owner.Get($"{path}/nilai")).Path);
        foreach (var person in new[] { "admin-kaur", "teknis-kota", "operator", "petugas-kota" })
        {
            using var other = await site.Enter(person);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
        }

        using var kaur = await site.Enter("admin-kaur");
        var board = await kaur.Get("/kerja-sama/kewajiban?kantor=kpu-17.71");
        Assert.DoesNotContain(owed.Id.ToString(), board.Html);
        using var auditor = await site.Enter("auditor-ombudsman");
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(path)).Status);
        Assert.Empty((await auditor.Get(path)).All(".acts a"));
    }

    [Fact]
    public async Task Lateness_is_told_once_at_its_true_day_and_carrying_over_keeps_it()
    {
        var owed = await site.Owe(TestSite.City, on: new LocalDate(2026, 11, 13));
        var was = site.Clock.Now;
        try
        {
            site.Clock.Now = was + Duration.FromDays(5);
            var sweep = site.Services.GetServices<ISweep>().Single(one => one.Name == "kewajiban");
            await sweep.Sweep(site.Clock.Now, Cancel);
            await sweep.Sweep(site.Clock.Now, Cancel);
            var queries = site.Services.GetRequiredService<ObligationQueries>();
            var file = await queries.Open(site.Post("sekretariat"), owed.Id, Cancel);
            var fact = Assert.Single(file!.History, one => one.Fact is ObligationEvent.Overdue);
            Assert.Equal(owed.Due, ((ObligationEvent.Overdue)fact.Fact).DueAt);
            using var judge = await site.Enter("sekretariat");
            var path = $"/kerja-sama/kewajiban/{owed.Id}";
            await Press(judge, $"{path}/teruskan", new() { ["On"] = "2026-12-20", ["Reason"] = "Renovasi." });
            var old = await judge.Get(path);
            Assert.Contains("Lewat waktu", old.Words);
            var next = old
                .Page.QuerySelectorAll("dl a")
                .Select(link => link.GetAttribute("href")!)
                .Single(href => href.StartsWith("/kerja-sama/kewajiban/", StringComparison.Ordinal));
            var successor = await judge.Get(next);
            Assert.Contains("Minggu, 20 Desember 2026", successor.Words);
            Assert.Equal(old.TextOf("h1"), successor.TextOf("h1"));
        }
        finally
        {
            site.Clock.Now = was;
        }
    }

    /// <summary>The figures on the page, beside those of every state folded anew from the journal.</summary>
    [Fact]
    public async Task Figures_equal_a_fold_of_the_journal()
    {
        var agreement = await site.InForce();
        var all = new List<Obligation>();
        for (var at = 0; at < 4; at++)
        {
            all.Add(await site.Owe(TestSite.City, from: agreement));
        }

        await site.Give(all[0]);
        await site.Give(all[1]);
        await site.Do(all[1], "sekretariat", new ObligationCommand.Accept(null));
        await site.Do(all[2], "sekretariat", new ObligationCommand.Withdraw("Tidak perlu."));
        var queries = site.Services.GetRequiredService<ObligationQueries>();
        var folded = (await Folded()).Where(one => one.Owner == TestSite.City).ToList();
        var figures = (await queries.Figures(Cancel)).Single(one => one.Owner == TestSite.City).Figures;
        Assert.All(
            Enum.GetValues<ObligationColumn>(),
            column => Assert.Equal(folded.Count(one => one.Column == column), figures.In(column))
        );
        Assert.Equal(folded.Count, figures.All);
        using var visitor = new Browser(site.Address);
        var shown = (await visitor.Get("/kewajiban?kantor=kpu-17.71")).All(".columns .num");
        Assert.Equal(
            Enum.GetValues<ObligationColumn>()
                .Select(figures.In)
                .Prepend(figures.All)
                .Select(count => count.ToString(CultureInfo.InvariantCulture)),
            shown
        );
    }

    /// <summary>Office, institution, source and days hold together: the lines, their figures and the page show what a plain count over every state gives.</summary>
    [Fact]
    public async Task Filters_hold_together_and_their_figures_equal_a_fold_of_the_journal()
    {
        var agreement = await site.InForce();
        await site.Owe(TestSite.City, on: new LocalDate(2027, 3, 1), from: agreement);
        await site.Owe(TestSite.City, on: new LocalDate(2027, 3, 9), from: agreement);
        await site.Owe(TestSite.Kaur, on: new LocalDate(2027, 3, 9), from: agreement);
        await site.Owe(TestSite.Ombudsman, on: new LocalDate(2027, 3, 9), from: agreement);
        await site.Give(await site.Owe(TestSite.City, on: new LocalDate(2027, 3, 10), from: agreement));
        var meeting = await site.Held();
        await site.Decide(meeting, [TestSite.City, TestSite.Kaur], "Papan dipasang", due: new LocalDate(2027, 3, 9));
        var all = await Folded();
        var zone = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];
        var boards =
            from owner in new OfficeCode?[] { null, TestSite.City, TestSite.Ombudsman }
            from institution in new Institution?[] { null, Institution.Kpu, Institution.Ombudsman }
            where owner is null || institution is null
            from source in new SourceKind?[] { null, SourceKind.Clause, SourceKind.Decision }
            from start in new LocalDate?[] { null, new LocalDate(2027, 3, 9) }
            from end in new LocalDate?[] { null, new LocalDate(2027, 3, 9) }
            select new ObligationBoard(null, owner, institution, source, start, end);
        await Compare(boards, all, zone);

        using var visitor = new Browser(site.Address);
        var page = await visitor.Get("/kewajiban?kantor=kpu-17.71&sumber=keputusan_rapat&mulai=2027-03-09&sampai=2027-03-09");
        Assert.Single(page.Page.QuerySelectorAll("tr[id^=k-]"));
        Assert.Equal(["1", "1", "0", "0", "0", "0"], page.All(".columns .num"));
        Assert.Equal("kpu-17.71", page.Page.QuerySelector("#kantor option[selected]")!.GetAttribute("value"));
        Assert.Equal("keputusan_rapat", page.Page.QuerySelector("#sumber option[selected]")!.GetAttribute("value"));
        Assert.All(
            page.Page.QuerySelectorAll(".columns a").Skip(1),
            link => Assert.Contains("sumber=keputusan_rapat&mulai=2027-03-09&sampai=2027-03-09", link.GetAttribute("href")!)
        );
        using var kaur = await site.Enter("admin-kaur");
        var own = await kaur.Get("/kerja-sama/kewajiban?sumber=keputusan_rapat&mulai=2027-03-09&sampai=2027-03-09");
        Assert.Single(own.Page.QuerySelectorAll("tr[id^=k-]"));
        Assert.Equal("1", own.All(".columns .num")[0]);
    }

    /// <summary>
    /// Whatever happens, in whatever order, to duties of four offices from an agreement and a meeting, days and lateness too: every board shows what a fold of
    /// every stream gives, a decision for two offices is owed by two, and whatever was carried on is owed by exactly one.
    /// </summary>
    [Fact]
    public async Task After_any_history_every_board_equals_a_fold_of_the_journal()
    {
        var agreement = await site.InForce();
        var meeting = await site.Held();
        var zone = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];
        var was = site.Clock.Now;
        try
        {
            await Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1_000])
                .Array[60]
                .SampleAsync(
                    async acts =>
                    {
                        foreach (var (act, which) in acts)
                        {
                            meeting = await Happen(agreement, meeting, act, which);
                        }

                        var all = await Folded();
                        var days = site.Clock.Now.InZone(zone).Date;
                        var boards =
                            from owner in new OfficeCode?[] { null, TestSite.City, TestSite.Kaur, TestSite.Ombudsman, TestSite.Province }
                            from institution in new Institution?[] { null, Institution.Ombudsman }
                            where owner is null || institution is null
                            from source in new SourceKind?[] { null, SourceKind.Decision }
                            from start in new LocalDate?[] { null, days }
                            select new ObligationBoard(null, owner, institution, source, start, null);
                        await Compare(boards, all, zone);
                        var figures = await site.Services.GetRequiredService<ObligationQueries>().Figures(Cancel);
                        Assert.Equal(all.Count, figures.Sum(one => one.Figures.All));

                        var decided = all.Where(one => one.Source!.Stream == meeting.Id.Value).ToList();
                        Assert.Equal(
                            meeting.Decisions.SelectMany(one => one.Owners.Select(owner => $"{one.Number} {owner}")).Order(),
                            decided.Where(one => one.Predecessor is null).Select(one => $"{one.Source!.Item} {one.Owner}").Order()
                        );
                        Assert.All(all, one => Assert.NotEqual(one.Owner, one.Judge));
                        var byId = all.ToDictionary(one => one.Id);
                        Assert.All(
                            all.Where(one => one.State == ObligationState.CarriedOver),
                            one => Assert.Equal(one.Id, byId[one.Successor!.Value].Predecessor)
                        );
                        Assert.Equal(all.Count(one => one.Predecessor is not null), all.Count(one => one.Successor is not null));
                    },
                    iter: 2,
                    threads: 1
                );
        }
        finally
        {
            site.Clock.Now = was;
        }
    }

    private async Task<Meeting> Happen(Agreement agreement, Meeting meeting, int act, int which)
    {
        var desk = site.Services.GetRequiredService<ObligationDesk>();
        var today = site.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Asia/Jakarta"]).Date;
        OfficeCode[] owners = [TestSite.City, TestSite.Kaur, TestSite.Ombudsman, TestSite.Province];
        switch (act)
        {
            case 0:
                var owner = owners[which % owners.Length];
                var judge = owner == TestSite.Province ? TestSite.Ombudsman : TestSite.Province;
                await site.Owe(owner, judge, today.PlusDays(which % 9), agreement);
                return meeting;
            case 1 when meeting.Decisions.Length < 8:
                return await site.Decide(meeting, [TestSite.City, TestSite.Kaur], $"Keputusan {which}", today.PlusDays(which % 9));
            case 2:
                site.Clock.Now += Duration.FromDays(1 + (which % 3));
                await site.Services.GetServices<ISweep>().Single(one => one.Name == "kewajiban").Sweep(site.Clock.Now, Cancel);
                return meeting;
        }

        site.Clock.Now += Duration.FromMinutes(1);
        var lines = (await site.Services.GetRequiredService<ObligationQueries>().From(agreement.Id.Value, Cancel))
            .Concat(await site.Services.GetRequiredService<ObligationQueries>().From(meeting.Id.Value, Cancel))
            .ToList();
        if (lines.Count == 0)
        {
            return meeting;
        }

        // What would be refused is refused: the history goes on without it.
        var row = lines[which % lines.Count].Row;
        var id = new ObligationId(row.Id);
        var judging = site.Post(row.Judge == TestSite.Province ? "sekretariat" : "asisten-ombudsman");
        if (act is 3 or 4 or 5)
        {
            var person =
                row.Owner == TestSite.City ? "admin-kota"
                : row.Owner == TestSite.Kaur ? "admin-kaur"
                : null;
            var owing = site.Post(person ?? (row.Owner == TestSite.Province ? "sekretariat" : "asisten-ombudsman"));
            await desk.Act(id, owing, new ObligationCommand.GiveEvidence("Terpasang.", null, []), cancel: Cancel);
        }
        else if (act == 6)
        {
            await desk.Act(id, judging, new ObligationCommand.Accept(null), cancel: Cancel);
        }
        else if (act == 7)
        {
            await desk.Act(id, judging, new ObligationCommand.RefuseEvidence("Gelap."), cancel: Cancel);
        }
        else if (act == 8)
        {
            await desk.CarryOver(id, judging, today.PlusDays(10 + (which % 20)), "Banjir.", cancel: Cancel);
        }
        else
        {
            await desk.Act(id, judging, new ObligationCommand.Withdraw("Tidak perlu."), cancel: Cancel);
        }

        return meeting;
    }

    /// <summary>The figures and the lines of boards, beside a plain count over folded states.</summary>
    private async Task Compare(IEnumerable<ObligationBoard> boards, List<Obligation> all, DateTimeZone zone)
    {
        var queries = site.Services.GetRequiredService<ObligationQueries>();
        foreach (var board in boards)
        {
            var meant = all.Where(one =>
                    (board.Owner is null || one.Owner == board.Owner)
                    && (board.Institution is null || one.Institution == board.Institution)
                    && (board.Source is null || one.Source!.Kind == board.Source)
                    && (board.From is null || one.DueDate >= board.From)
                    && (board.Until is null || one.DueDate <= board.Until)
                )
                .ToList();
            Assert.Equal(ObligationFigures.Of(meant.Select(one => one.Column)), await queries.FiguresOf(null, board, zone, Cancel));
            foreach (var column in Enum.GetValues<ObligationColumn>())
            {
                var lines = await Lines(board with { Column = column }, zone);
                Assert.Equal(meant.Where(one => one.Column == column).Select(one => one.Id.Value).Order(), lines.Order());
            }
        }
    }

    /// <summary>Every obligation there is, folded anew from its own events.</summary>
    private async Task<List<Obligation>> Folded()
    {
        var journal = site.Services.GetRequiredService<Journal>();
        var stream = site.Services.GetRequiredService<ObligationStream>();
        var folded = new List<Obligation>();
        foreach (var id in await Lines(new ObligationBoard(), DateTimeZone.Utc))
        {
            var history = await journal.History(stream, id, _ => false, Cancel);
            folded.Add(history.Aggregate(Obligation.None, (state, one) => Obligation.Evolve(state, one.Fact, one.OccurredAt)));
        }

        return folded;
    }

    private async Task<List<Guid>> Lines(ObligationBoard board, DateTimeZone zone)
    {
        var queries = site.Services.GetRequiredService<ObligationQueries>();
        var found = new List<Guid>();
        string? place = null;
        do
        {
            var page = await queries.List(null, board, zone, place, Cancel);
            found.AddRange(page.Lines.Select(line => line.Row.Id));
            place = page.Next;
        } while (place is not null);
        return found;
    }

    [Fact]
    public async Task Fifty_lines_at_a_time_lose_and_repeat_none()
    {
        var agreement = await site.InForce();
        for (var at = 0; at < 53; at++)
        {
            await site.Owe(TestSite.Kaur, on: new LocalDate(2027, 2, 1).PlusDays(at % 7), from: agreement);
        }

        using var visitor = new Browser(site.Address);
        var seen = new List<string>();
        var pages = 0;
        for (var path = "/kewajiban?kantor=kpu-17.04&mulai=2027-02-01&sampai=2027-02-28"; path is not null; pages++)
        {
            var page = await visitor.Get(path);
            seen.AddRange(page.Page.QuerySelectorAll("tr[id^=k-]").Select(row => row.Id!));
            path = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(2, pages);
        Assert.Equal(53, seen.Count);
        Assert.Equal(53, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("?keadaan=aneh&kantor=%3Cscript%3E&lembaga=x&sumber=y&mulai=kemarin&setelah=%00")]
    [InlineData("?mulai=0001-01-01")]
    [InlineData("?sumber=masukan&keadaan=selesai")]
    [InlineData("?mulai=2027-01-01&sampai=2026-01-01&kantor=kpu-17.71&sumber=masukan")]
    public async Task An_address_somebody_edited_shows_a_board(string query)
    {
        using var visitor = new Browser(site.Address);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/kewajiban" + query)).Status);
    }

    [Fact]
    public async Task A_form_sent_twice_promises_nothing_twice()
    {
        var agreement = await site.InForce();
        using var secretariat = await site.Enter("sekretariat");
        var path = $"/kerja-sama/perjanjian/{agreement.Code}/kewajiban";
        var form = await secretariat.Get(path);
        Dictionary<string, string> fields = new()
        {
            ["Item"] = "1",
            ["Title"] = "Pengaduan ditangani",
            ["Owners"] = "kpu-17.71",
            ["Judge"] = "ombudsman-17",
        };
        await secretariat.Submit(form, "main form", fields);
        var again = await secretariat.Submit(form, "main form", fields);
        Assert.Contains("sudah ada", again.Words);
        Assert.Single(await site.Services.GetRequiredService<ObligationQueries>().From(agreement.Id.Value, Cancel));
        var own = await secretariat.Submit(form, "main form", new(fields) { ["Owners"] = "kpu-17", ["Judge"] = "kpu-17" });
        Assert.Contains("tidak boleh menilai kewajibannya sendiri", own.Words);
    }

    private static async Task Press(
        Browser browser,
        string path,
        Dictionary<string, string> fields,
        params (string Field, string Name, byte[] Bytes)[] files
    )
    {
        var sent = await browser.Submit(await browser.Get(path), "main form", fields, files);
        Assert.True(path != sent.Path && path.StartsWith(sent.Path, StringComparison.Ordinal), $"{path}: {sent.Words}");
    }
}
