using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Padu.Channels.Notices;
using Padu.Coordination;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Tests.Coordination;
using Padu.Tests.Meetings;

namespace Padu.Tests.Organisations;

public sealed class DigestOnSqliteTests(TestSite site) : DigestTests(site), IClassFixture<TestSite>;

public sealed class DigestOnPostgresTests(PostgresSite site) : DigestTests(site), IClassFixture<PostgresSite>;

/// <summary>Reminders are one letter a working day to the office's own address, and tell nothing of a case.</summary>
public abstract class DigestTests(TestSite site)
{
    private const string Address = "pengaduan.kota@contoh.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_office_with_an_address_gets_one_digest_a_working_day_and_an_office_without_gets_none()
    {
        var late = await site.File(TestSite.City, story: "zqceritaringkasan");
        await site.File(TestSite.Kaur, story: "zqceritakaur");
        await site.Suggest("zqceritamasukan");
        var minutes = await site.Written();
        minutes = await site.Decide(minutes, [TestSite.City, TestSite.Kaur], "zqkewajiban", new LocalDate(2026, 11, 20));
        minutes = await site.Decide(minutes, [TestSite.City], "zqkewajiban dua", new LocalDate(2026, 11, 24));
        minutes = await site.Decide(minutes, [TestSite.City], "zqkewajiban tiga", new LocalDate(2026, 11, 25));
        await site.Do(minutes, "ketua-provinsi", new MeetingCommand.ApproveMinutes(minutes.MinutesVersion));
        await site.Invited(starts: Instant.FromUtc(2026, 11, 26, 2, 0));
        await site.GiveAddress(TestSite.City, Address);
        var sweep = site.Services.GetServices<ISweep>().OfType<DigestSweep>().Single();

        // Monday a week later: verification is past, the rest is not.
        site.Clock.Now = Instant.FromUtc(2026, 11, 23, 1, 0);
        await site.Services.GetServices<ISweep>().OfType<ObligationSweep>().Single().Sweep(site.Clock.Now, Cancel);
        await site.Services.GetServices<ISweep>().OfType<InputSweep>().Single().Sweep(site.Clock.Now, Cancel);
        await sweep.Sweep(site.Clock.Now, Cancel);
        await sweep.Sweep(site.Clock.Now + Duration.FromHours(3), Cancel);
        // Another process, which has seen nothing yet.
        await ActivatorUtilities.CreateInstance<DigestSweep>(site.Services).Sweep(site.Clock.Now, Cancel);

        var letter = Assert.Single(await site.Digests());
        Assert.Equal(Address, letter.To.Mailboxes.Single().Address);
        var text = letter.TextBody;
        Assert.Contains("KPU Kota Bengkulu", text, StringComparison.Ordinal);
        Assert.Contains("- 1 perkara sudah lewat tenggat", text, StringComparison.Ordinal);
        Assert.Contains("- 1 perkara menunggu diperiksa atau ditugaskan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("menunggu persetujuan", text, StringComparison.Ordinal);
        Assert.Contains("- 1 kewajiban kantor Anda sudah lewat tenggat", text, StringComparison.Ordinal);
        Assert.Contains("- 1 kewajiban kantor Anda jatuh tempo hari ini atau pada hari kerja berikutnya", text, StringComparison.Ordinal);
        Assert.Contains("- 1 masukan menunggu jawaban", text, StringComparison.Ordinal);
        Assert.Contains("- 1 instrumen rapat koordinasi belum dikirim", text, StringComparison.Ordinal);
        Assert.Contains("/meja", text, StringComparison.Ordinal);
        Assert.DoesNotContain(late.Number.Value, text, StringComparison.Ordinal);
        Assert.DoesNotContain("zq", text, StringComparison.Ordinal);

        // Not on Saturday; again on the next working day.
        site.Clock.Now = Instant.FromUtc(2026, 11, 28, 3, 0);
        await sweep.Sweep(site.Clock.Now, Cancel);
        Assert.Equal(Digest.None, await Of(new LocalDate(2026, 11, 28)));
        site.Clock.Now = Instant.FromUtc(2026, 11, 30, 3, 0);
        await sweep.Sweep(site.Clock.Now, Cancel);
        Assert.Equal(new Digest(1), await Of(new LocalDate(2026, 11, 30)));
        await Mail.Until(async () => (await site.Digests()).Count == 2);
    }

    private async Task<Digest> Of(LocalDate day) =>
        (
            await site
                .Services.GetRequiredService<Journal>()
                .Load(site.Services.GetRequiredService<DigestStream>(), DigestStream.IdOf(TestSite.City, day), Cancel)
        ).State;
}
