using Microsoft.Extensions.DependencyInjection;
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
