using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Padu.Coordination;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;

namespace Padu.Tests.Coordination;

/// <summary>
/// What the feed says is what the journal folds to: read by two calendar readers that have nothing to do with each other, day by day, with moved,
/// cancelled and left-out days, and times in the province's own zone.
/// </summary>
public sealed class FeedTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_readers_find_the_days_that_the_journal_folds_to()
    {
        var agendas = Enumerable.Range(0, 60).Select(Random).ToList();
        var text = site
            .Services.GetRequiredService<AgendaFeed>()
            .Write("Uji", agendas.Select(ItemOf), [WholeDay], DateTimeZoneProviders.Tzdb["Asia/Jakarta"], row => $"/agenda/{row.Code}");
        var expected = agendas
            .SelectMany(agenda =>
                agenda
                    .Occurrences.Where(day => !day.IsOff)
                    .Select(day =>
                        string.Join(
                            '|',
                            $"{agenda.Code}@padu",
                            Utc.Format(agenda.StartOf(day.Slot)),
                            Utc.Format(agenda.EndOf(day.Slot)),
                            StatusOf(agenda.State),
                            agenda.Sequence,
                            $"DATA CONTOH: Judul, dengan; tanda {agenda.Code}"
                        )
                    )
            )
            .Append("perjanjian-akhir-uji@padu|2026-12-31|2027-01-01|CONFIRMED|0|DATA CONTOH: Perjanjian berakhir")
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Contains(expected, line => line.Contains("T02:00:00Z", StringComparison.Ordinal));
        var file = Path.Combine(Path.GetTempPath(), $"padu-{Guid.NewGuid():N}.ics");
        await File.WriteAllTextAsync(file, text, Cancel);
        try
        {
            Assert.Equal(expected, await Read("node", "read-ical.mjs", file));
            Assert.Equal(expected, await Read("/usr/bin/python3", "read-ical.py", file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_zone_is_written_by_hand_and_the_same_items_give_the_same_bytes()
    {
        var feed = site.Services.GetRequiredService<AgendaFeed>();
        string Write() => feed.Write("Uji", [ItemOf(Random(3))], [], DateTimeZone.Utc, row => $"/agenda/{row.Code}");
        Assert.Equal(Write(), Write());
        Assert.Contains(
            "BEGIN:VTIMEZONE\r\nTZID:Asia/Jakarta\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:WIB\r\n"
                + "END:STANDARD\r\nEND:VTIMEZONE\r\n",
            Write()
        );
        Assert.DoesNotContain("\n", Write().Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(Write().Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task A_public_feed_knows_what_is_accepted_and_a_personal_one_what_the_post_may_see_until_it_is_revoked()
    {
        var open = await site.Accept(await site.Propose("Buka umum"));
        var joint = await site.Accept(await site.Propose("Hanya berdua", AgendaVisibility.Joint));
        var proposed = await site.Propose("Baru usul");
        using var visitor = new Browser(site.Address);
        var feed = await visitor.Get("/agenda.ics");
        Assert.Equal("text/calendar", feed.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=900", feed.Response.Headers.CacheControl!.ToString());
        Assert.Contains($"UID:{open.Code}@padu", feed.Html);
        Assert.DoesNotContain(joint.Code.Value, feed.Html);
        Assert.DoesNotContain(proposed.Code.Value, feed.Html);
        var again = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, "/agenda.ics"));
        again.Headers.IfNoneMatch.Add(feed.Response.Headers.ETag!);
        using var client = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await client.SendAsync(again, Cancel)).StatusCode);

        using var assistant = await site.Enter("asisten-ombudsman");
        var made = await assistant.Submit(await assistant.Get("/kerja-sama/agenda/umpan"), "main form", []);
        var address = new Uri(made.TextOf("#umpan")!).PathAndQuery;
        var own = await visitor.Get(address);
        Assert.Contains($"UID:{joint.Code}@padu", own.Html);
        Assert.Contains($"UID:{proposed.Code}@padu", own.Html);
        Assert.Contains("STATUS:TENTATIVE", own.Html);
        Assert.Equal("no-cache, private", own.Response.Headers.CacheControl!.ToString());
        var listed = await assistant.Get("/kerja-sama/agenda/umpan");
        Assert.DoesNotContain(address.Split('/')[^1][..20], listed.Html);
        Assert.Contains("Terakhir dipakai", listed.Words);
        await assistant.Submit(listed, "main li form", []);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Get(address)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Get("/agenda/umpan/tidak-ada-sama-sekali-1234.ics")).Status);
    }

    [Fact]
    public async Task One_of_the_ten_reads_in_its_feed_what_concerns_it()
    {
        var own = await site.Propose();
        var other = await site.Propose(offices: [TestSite.Kaur, TestSite.Ombudsman]);
        using var kaur = await site.Enter("admin-kaur");
        var made = await kaur.Submit(await kaur.Get("/kerja-sama/agenda/umpan"), "main form", []);
        using var visitor = new Browser(site.Address);
        var feed = await visitor.Get(new Uri(made.TextOf("#umpan")!).PathAndQuery);
        Assert.Contains(other.Code.Value, feed.Html);
        Assert.DoesNotContain(own.Code.Value, feed.Html);
    }

    [Fact]
    public async Task The_last_day_of_an_agreement_stands_on_the_agenda_and_in_the_feed()
    {
        await Agreements.Cooperation.InForce(site, Agreements.Cooperation.Words("Perjanjian yang habis", new LocalDate(2026, 12, 24)));
        using var visitor = new Browser(site.Address);
        Assert.Contains("Perjanjian yang habis berakhir", (await visitor.Get("/agenda")).Words);
        Assert.Contains("DTSTART;VALUE=DATE:20261224", (await visitor.Get("/agenda.ics")).Html);
    }

    private static AgendaEntry WholeDay { get; } =
        new(
            "perjanjian-akhir-uji",
            0,
            EntryStatus.Confirmed,
            Instant.FromUtc(2026, 12, 30, 17, 0),
            Instant.FromUtc(2026, 12, 31, 17, 0),
            true,
            "Perjanjian berakhir",
            null,
            Instant.FromUtc(2026, 11, 1, 0, 0),
            null,
            "agenda.chip.agreement"
        );

    /// <summary>An item with a history of its own: the same for the same number.</summary>
    private static Agenda Random(int seed)
    {
        var random = new Random(seed);
        var at = Instant.FromUtc(2026, 11, 12, 1, 44);
        var first = new LocalDate(2026, 11, 13).PlusDays(random.Next(60));
        AgendaRepeat? repeat = (seed % 5) switch
        {
            0 => null,
            var kind => new AgendaRepeat((AgendaFrequency)(kind - 1), first.PlusDays(random.Next(1, 100))),
        };
        var slot = new AgendaSlot(first, new LocalTime(random.Next(0, 12), 30 * random.Next(2)), new LocalTime(random.Next(13, 23), 15));
        if (seed == 0)
        {
            slot = slot with { Starts = new LocalTime(9, 0) };
        }

        var agenda = Evolve(
            Agenda.None,
            new AgendaEvent.Proposed(
                new AgendaId(new Guid(seed, 0, 0, new byte[8])),
                new AgendaCode($"agd-2026-uji{seed:00}"),
                AgendaKind.Meeting,
                AgendaVisibility.Public,
                TestSite.Province,
                Institution.Kpu,
                [TestSite.Province, TestSite.Ombudsman],
                slot,
                repeat,
                420,
                null,
                null
            )
        );
        if (random.Next(4) > 0)
        {
            agenda = Evolve(agenda, new AgendaEvent.Accepted(TestSite.Ombudsman));
            foreach (var day in agenda.Repeat is null ? [] : agenda.Occurrences.Where(_ => random.Next(4) == 0).ToImmutableArray())
            {
                var moved = new AgendaSlot(day.Original.PlusDays(random.Next(3)), new LocalTime(15, 0), new LocalTime(16, 0));
                agenda = Evolve(
                    agenda,
                    random.Next(2) == 0
                        ? new AgendaEvent.OccurrenceCancelled(day.Original, null)
                        : new AgendaEvent.OccurrenceMoved(day.Original, moved, null)
                );
            }

            if (agenda.Repeat is null && random.Next(2) == 0)
            {
                agenda = Evolve(agenda, new AgendaEvent.Moved(slot with { On = first.PlusDays(3) }, false, null, null));
            }

            agenda = random.Next(4) == 0 ? Evolve(agenda, new AgendaEvent.Cancelled(null)) : agenda;
        }

        return agenda;

        Agenda Evolve(Agenda state, AgendaEvent fact) => Agenda.Evolve(state, fact, at);
    }

    private static FeedItem ItemOf(Agenda agenda) =>
        new(
            AgendaRow.From(agenda),
            [.. AgendaDayRow.From(agenda).Where(day => day.List == AgendaDayRow.WholeList && day.IsException)],
            $"Judul, dengan; tanda {agenda.Code}",
            "Aula; lantai 2",
            "Baris satu\nBaris dua yang cukup panjang sehingga kalender harus melipatnya menjadi beberapa baris berkas."
        );

    private static string StatusOf(AgendaState state) =>
        state switch
        {
            AgendaState.Proposed or AgendaState.Countered => "TENTATIVE",
            AgendaState.Accepted or AgendaState.Held => "CONFIRMED",
            _ => "CANCELLED",
        };

    private static async Task<List<string>> Read(string program, string script, string file, [CallerFilePath] string here = "")
    {
        using var run = Process.Start(
            new ProcessStartInfo(program, [Path.Combine(Path.GetDirectoryName(here)!, script), file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = run.StandardError.ReadToEndAsync(Cancel);
        var text = await run.StandardOutput.ReadToEndAsync(Cancel);
        await run.WaitForExitAsync(Cancel);
        Assert.True(run.ExitCode == 0, $"{script}: {await errors}");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }
}
