using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Padu.Channels.Notices;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Tests.Complaints;

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
        var desk = site.Services.GetRequiredService<OrganisationDesk>();
        var edited = await desk.ChangeOffice(
            site.Post("admin-provinsi"),
            site.Clock.Now,
            TestSite.City,
            new OfficeDetails(null, Address, null)
        );
        Assert.Null(edited);
        var sweep = site.Services.GetServices<ISweep>().OfType<DigestSweep>().Single();

        // Monday a week later: verification is past, the rest is not.
        site.Clock.Now = Instant.FromUtc(2026, 11, 23, 1, 0);
        await sweep.Sweep(site.Clock.Now, Cancel);
        await sweep.Sweep(site.Clock.Now + Duration.FromHours(3), Cancel);
        // Another process, which has seen nothing yet.
        await ActivatorUtilities.CreateInstance<DigestSweep>(site.Services).Sweep(site.Clock.Now, Cancel);

        var letter = Assert.Single(await Letters());
        Assert.Equal(Address, letter.To.Mailboxes.Single().Address);
        var text = letter.TextBody;
        Assert.Contains("KPU Kota Bengkulu", text, StringComparison.Ordinal);
        Assert.Contains("- 1 perkara sudah lewat tenggat", text, StringComparison.Ordinal);
        Assert.Contains("- 1 perkara menunggu diperiksa atau ditugaskan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("menunggu persetujuan", text, StringComparison.Ordinal);
        Assert.Contains("/meja", text, StringComparison.Ordinal);
        Assert.DoesNotContain(late.Number.Value, text, StringComparison.Ordinal);
        Assert.DoesNotContain("zqcerita", text, StringComparison.Ordinal);

        // Not on Saturday; again on the next working day.
        site.Clock.Now = Instant.FromUtc(2026, 11, 28, 3, 0);
        await sweep.Sweep(site.Clock.Now, Cancel);
        Assert.Equal(Digest.None, await Of(new LocalDate(2026, 11, 28)));
        site.Clock.Now = Instant.FromUtc(2026, 11, 30, 3, 0);
        await sweep.Sweep(site.Clock.Now, Cancel);
        Assert.Equal(new Digest(1), await Of(new LocalDate(2026, 11, 30)));
        await Until(async () => (await Letters()).Count == 2);
    }

    private async Task<Digest> Of(LocalDate day) =>
        (
            await site
                .Services.GetRequiredService<Journal>()
                .Load(site.Services.GetRequiredService<DigestStream>(), DigestStream.IdOf(TestSite.City, day), Cancel)
        ).State;

    private async Task<IReadOnlyList<MimeMessage>> Letters()
    {
        List<MimeMessage> found = [];
        await Until(async () =>
        {
            found = [.. (await site.Services.GetRequiredService<FolderTransport>().Newest(50, Cancel)).Where(IsDigest)];
            return found.Count > 0;
        });
        return found;
    }

    private static bool IsDigest(MimeMessage letter) => letter.Subject == "Yang menunggu di kantor Anda hari ini";

    /// <summary>Followers come a moment after the act.</summary>
    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300 && !await holds(); tries++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.True(await holds());
    }
}
