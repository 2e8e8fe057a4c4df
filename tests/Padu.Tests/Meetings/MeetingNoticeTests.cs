using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Padu.Channels.Notices;
using Padu.Domain.Meetings;
using Padu.Tests.Organisations;

namespace Padu.Tests.Meetings;

public sealed class MeetingNoticeOnSqliteTests(TestSite site) : MeetingNoticeTests(site), IClassFixture<TestSite>;

public sealed class MeetingNoticeOnPostgresTests(PostgresSite site) : MeetingNoticeTests(site), IClassFixture<PostgresSite>;

/// <summary>A meeting's offices hear of it at their own addresses; the letters tell nothing that anybody wrote.</summary>
public abstract class MeetingNoticeTests(TestSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offices_of_a_meeting_are_told_at_their_addresses_when_it_is_and_what_became_of_it()
    {
        const string Kaurs = "kaur@contoh.example";
        const string Ombudsmans = "ombudsman@contoh.example";
        await site.GiveAddress(TestSite.Kaur, Kaurs);
        await site.GiveAddress(TestSite.Ombudsman, Ombudsmans);
        var meeting = await site.Invited(title: "zqjudul", starts: Instant.FromUtc(2027, 1, 14, 2, 0));

        var invitation = await Told("Undangan rapat koordinasi", Kaurs);
        Assert.Contains("pada Kamis, 14 Januari 2027 pukul 09.00 WIB", invitation.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/meja/rakor/{meeting.Code}", invitation.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("zqjudul", invitation.ToString(), StringComparison.Ordinal);

        var moved = new MeetingCommand.Move(
            Instant.FromUtc(2027, 1, 15, 2, 0),
            Instant.FromUtc(2027, 1, 15, 8, 0),
            "Aula lain",
            null,
            "zqalasan"
        );
        await site.Do(meeting, "sekretariat", moved);
        var move = await Told("Rapat koordinasi dipindah", Kaurs);
        Assert.Contains("sekarang Jumat, 15 Januari 2027 pukul 09.00 WIB", move.TextBody, StringComparison.Ordinal);
        Assert.NotEqual(invitation.MessageId, move.MessageId);

        await site.Do(meeting, "sekretariat", new MeetingCommand.Cancel("zqalasan"));
        Assert.DoesNotContain("zqalasan", (await Told("Rapat koordinasi dibatalkan", Kaurs)).TextBody, StringComparison.Ordinal);
        // Who sits in none of it has heard nothing until here.
        Assert.DoesNotContain(
            await site.Services.GetRequiredService<FolderTransport>().Newest(50, Cancel),
            letter => IsTo(letter, Ombudsmans)
        );
        // One that is joint is approved by both: told once, when it is.
        var written = await site.Written(joint: true);
        written = await site.Do(written, "ketua-provinsi", new MeetingCommand.ApproveMinutes(written.MinutesVersion));
        site.Clock.Now += Duration.FromMinutes(1);
        await site.Do(written, "kepala-ombudsman", new MeetingCommand.ApproveMinutes(written.MinutesVersion));
        await Told("Notula rapat koordinasi disahkan", Kaurs);
        await Told("Notula rapat koordinasi disahkan", Ombudsmans);
        var all = await site.Services.GetRequiredService<FolderTransport>().Newest(50, Cancel);
        Assert.Single(all, letter => letter.Subject == "Notula rapat koordinasi disahkan" && IsTo(letter, Kaurs));
    }

    private async Task<MimeMessage> Told(string subject, string address)
    {
        MimeMessage? found = null;
        await Mail.Until(async () =>
        {
            var letters = await site.Services.GetRequiredService<FolderTransport>().Newest(50, Cancel);
            found = letters.FirstOrDefault(letter => letter.Subject == subject && IsTo(letter, address));
            return found is not null;
        });
        return found!;
    }

    private static bool IsTo(MimeMessage letter, string address) => letter.To.Mailboxes.Single().Address == address;
}
