using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Padu.Channels.Notices;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Tests.Organisations;

/// <summary>Letters to offices.</summary>
internal static class Mail
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The operator writes the address into the list of offices.</summary>
    public static async Task GiveAddress(this TestSite site, OfficeCode office, string address) =>
        Assert.Null(
            await site
                .Services.GetRequiredService<OrganisationDesk>()
                .ChangeOffice(site.Post("operator"), site.Clock.Now, office, new OfficeDetails(null, address, null))
        );

    /// <summary>The digests that were sent; at least one, which may come a moment later.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> Digests(this TestSite site)
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
    public static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300 && !await holds(); tries++)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.True(await holds());
    }
}
