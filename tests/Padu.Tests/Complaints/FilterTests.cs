using System.Net;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Tests.Web;

namespace Padu.Tests.Complaints;

/// <summary>A desk whose cases differ in everything that can be filtered.</summary>
public class FilterSite : TestSite
{
    public Complaint Early { get; private set; } = Complaint.None;

    public Complaint Held { get; private set; } = Complaint.None;

    public Complaint Hidden { get; private set; } = Complaint.None;

    public Complaint Kaurs { get; private set; } = Complaint.None;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Early = await File(City);
        Clock.Now += NodaTime.Duration.FromDays(10);
        Hidden = await Verified(await File(City, IdentityLevel.Protected));
        Held = await Do(await Assigned(await Verified(await File(City))), Post("teknis-kota"), new ComplaintCommand.TakeUp());
        Kaurs = await File(Kaur);
    }
}

public abstract class FilterTests(FilterSite site)
{
    [Fact]
    public async Task Each_condition_picks_what_it_says()
    {
        var officer = site.Post("teknis-kota").Post.Value;
        var all = new[] { site.Early, site.Hidden, site.Held, site.Kaurs };
        await Finds("admin-provinsi", "", all);
        await Finds("admin-provinsi", "kelas=pengaduan", site.Hidden, site.Held);
        await Finds("admin-provinsi", "kantor=kpu-17.04", site.Kaurs);
        await Finds("admin-provinsi", "unit=teknis", site.Held);
        await Finds("admin-kota", $"petugas={officer:D}", site.Held);
        await Finds("admin-provinsi", "wilayah=17.71", all);
        await Finds("admin-provinsi", "wilayah=17.04");
        await Finds("admin-provinsi", "kanal=laman", all);
        await Finds("admin-provinsi", "kanal=surat");
        await Finds("admin-provinsi", "tingkat=dirahasiakan", site.Hidden);
        await Finds("admin-provinsi", "sampai=2026-11-12", site.Early);
        await Finds("admin-provinsi", "dari=2026-11-13", site.Hidden, site.Held, site.Kaurs);
        await Finds("admin-provinsi", "dari=2026-11-12&sampai=2026-11-12", site.Early);
        await Finds("admin-provinsi", "tenggat=0", site.Early);
        await Finds("admin-provinsi", "tenggat=30", all);
        var piece = site.Held.Number.Value[^5..];
        await Finds("admin-provinsi", $"bagian={piece.ToLowerInvariant()}", site.Held);
    }

    [Fact]
    public async Task Conditions_combine_with_each_other_and_with_a_tab_and_never_reach_past_the_scope()
    {
        await Finds("admin-provinsi", "kelas=pengaduan&tingkat=dirahasiakan", site.Hidden);
        await Finds("admin-provinsi", "kelas=pengaduan&kantor=kpu-17.04");
        await Finds("admin-provinsi", "kelas=pengaduan", "jawaban", site.Held);
        await Finds("admin-kota", "kantor=kpu-17.04", site.Early, site.Hidden, site.Held);
        await Finds("teknis-kota", "unit=data", site.Held);
    }

    [Fact]
    public async Task What_means_nothing_narrows_nothing_and_what_cannot_be_read_is_said_and_kept()
    {
        await Finds("admin-kota", "kelas=ngawur&tingkat=&tenggat=5&petugas=bukan-guid", site.Early, site.Hidden, site.Held);
        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get("/meja?tab=semua&bagian=%25%3C%3E&dari=kemarin&sampai=2026-11-01");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.All(".error-summary"));
        Assert.Equal("%<>", page.Page.QuerySelector("[name=bagian]")!.GetAttribute("value"));
        var turned = await browser.Get("/meja?tab=semua&dari=2026-11-12&sampai=2026-11-01");
        Assert.Contains("mendahului", turned.TextOf(".error-summary"));
    }

    [Fact]
    public async Task A_filter_is_kept_named_counted_renamed_and_deleted_by_its_owner_alone()
    {
        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get("/meja?tab=semua&tingkat=dirahasiakan&sampai=2026-12-31");
        var kept = await browser.Submit(page, "form[action*=Save]", new() { ["Name"] = "Rahasia tahun ini" });
        Assert.Equal("/meja", kept.Path);
        Assert.Equal("Rahasia tahun ini 1", kept.All(".saved a")[0]);
        Assert.NotNull(kept.Page.QuerySelector(".saved a[aria-current]"));
        Assert.Null(kept.Page.QuerySelector("form[action*=Save]"));

        var twice = await browser.Submit(
            await browser.Get("/meja?tab=semua&kelas=pengaduan"),
            "form[action*=Save]",
            new() { ["Name"] = "rahasia TAHUN ini" }
        );
        Assert.Contains("nama ini", twice.TextOf(".error-summary"));
        Assert.Equal("rahasia TAHUN ini", twice.Page.QuerySelector("main form [name=Name]")!.GetAttribute("value"));

        using var other = await site.SignIn("ketua-kota");
        Assert.Empty((await other.Get("/meja")).All(".saved a"));

        var manage = await browser.Get("/meja/saringan");
        var renamed = await browser.Submit(manage, "form[action*=Rename]", new() { ["Name"] = "Yang dirahasiakan" });
        Assert.Equal("Yang dirahasiakan", renamed.TextOf("main h2"));
        var link = renamed.Page.QuerySelector("main h2 a")!.GetAttribute("href")!;
        Assert.Equal([site.Hidden.Number.Value], (await browser.Get(link)).All(".inbox td .mono"));
        var gone = await browser.Submit(renamed, "form[action*=Delete]", []);
        Assert.Empty(gone.All("main h2"));
        Assert.Empty((await browser.Get("/meja")).All(".saved a"));
    }

    [Fact]
    public async Task No_more_filters_are_kept_than_stand_beside_the_tabs()
    {
        using var browser = await site.SignIn("auditor-provinsi");
        var page = await browser.Get("/meja?tab=semua&tingkat=terbuka");
        for (var i = 1; i <= SavedFilters.Most; i++)
        {
            var kept = await browser.Submit(
                await browser.Get($"/meja?tab=semua&dari=2026-01-0{i}"),
                "form[action*=Save]",
                new() { ["Name"] = $"Saringan {i}" }
            );
            Assert.Equal("/meja", kept.Path);
        }

        var refused = await browser.Submit(page, "form[action*=Save]", new() { ["Name"] = "Satu lagi" });
        Assert.Contains("Paling banyak", refused.TextOf(".error-summary"));
        Assert.Equal(SavedFilters.Most, refused.All("main form[action*=Rename]").Count);
    }

    private Task Finds(string person, string filter, params Complaint[] expected) => Finds(person, filter, "semua", expected);

    private async Task Finds(string person, string filter, string tab, params Complaint[] expected)
    {
        using var browser = await site.SignIn(person);
        var page = await browser.Get($"/meja?tab={tab}&{filter}");
        Assert.Equal(expected.Select(one => one.Number.Value).Order(), page.All(".inbox td .mono").Order());
        Assert.Equal($"{expected.Length}", page.TextOf(".tabs-count a[aria-current] .n"));
    }
}

public sealed class FilterOnSqliteTests(FilterSite site) : FilterTests(site), IClassFixture<FilterSite>;

public sealed class FilterOnPostgresTests(FilterPostgresSite site) : FilterTests(site), IClassFixture<FilterPostgresSite>;

public sealed class FilterPostgresSite : FilterSite
{
    protected override Padu.Storage.DatabaseKind Database => Padu.Storage.DatabaseKind.Postgres;
}
