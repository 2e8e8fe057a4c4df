using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Storage;

namespace Padu.Tests.Complaints;

/// <summary>A double click, a slow line and a nervous finger: one draft is one complaint.</summary>
public abstract class DoubleFilingTests(TestSite site)
{
    [Fact]
    public async Task Twenty_clicks_at_once_file_once_and_lead_to_one_receipt()
    {
        using var browser = new Browser(site.Address);
        await browser.Submit(
            await browser.Get("/pengaduan/baru"),
            "main form",
            new() { ["Story"] = "Antrean di loket tidak pernah dipanggil." }
        );
        await browser.Submit(
            await browser.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "terbuka", ["Name"] = "Ibu Contoh" }
        );
        var check = await browser.Get("/pengaduan/baru/periksa");
        var token = check.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await Count();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    browser.Once(
                        HttpMethod.Post,
                        "/pengaduan/baru/periksa",
                        new FormUrlEncodedContent([new("__RequestVerificationToken", token)])
                    )
                )
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.All(answers, answer => Assert.Equal("/pengaduan/tanda-terima", answer.Response.Headers.Location!.OriginalString));
        Assert.Equal(before + 1, await Count());
        var receipt = await browser.Get("/pengaduan/tanda-terima");
        var again = await browser.Submit(check, "main form", []);
        Assert.Equal("/pengaduan/tanda-terima", again.Path);
        Assert.Equal((receipt.TextOf("#nomor"), receipt.TextOf("#kode")), (again.TextOf("#nomor"), again.TextOf("#kode")));
    }

    private async Task<int> Count()
    {
        await using var db = await site
            .Services.GetRequiredService<IDbContextFactory<PaduDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Set<ComplaintRow>().CountAsync(TestContext.Current.CancellationToken);
    }
}
