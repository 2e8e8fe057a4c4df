using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Tests.Organisations;

/// <summary>The other institution's reminders.</summary>
public sealed class OmbudsmanDigestTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Ombudsmans_office_is_told_of_its_reports_and_led_to_its_own_desk()
    {
        const string Theirs = "laporan@contoh.example";
        var now = Instant.FromUtc(2027, 3, 1, 1, 0);
        site.Clock.Now = now - Duration.FromDays(40);
        var complaint = await site.File(TestSite.Kaur, story: "zqlaporan");
        var reporter = new Actor.Complainant(complaint.ReporterId);
        Assert.Null(
            (await site.Services.GetRequiredService<EscalationDesk>().Escalate(complaint.Id, reporter, null, null, null, Cancel)).Refusal
        );
        await site.GiveAddress(TestSite.Ombudsman, Theirs);
        site.Clock.Now = now;
        await site.Services.GetServices<ISweep>().OfType<DigestSweep>().Single().Sweep(now, Cancel);

        MimeMessage? letter = null;
        await Mail.Until(async () =>
            (letter = (await site.Digests()).FirstOrDefault(one => one.To.Mailboxes.Single().Address == Theirs)) is not null
        );
        Assert.Contains("- 1 laporan di Ombudsman sudah lewat tenggat", letter!.TextBody, StringComparison.Ordinal);
        Assert.Contains("/ombudsman;", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("zq", letter.TextBody, StringComparison.Ordinal);
    }
}
