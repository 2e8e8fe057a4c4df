using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Accounts;
using Padu.Commands;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Commands;

public sealed class InitTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("padu-init-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Data => Path.Combine(root, "data");

    private InstallationPlan Plan(string province, string password = "kuda baterai benar staples", string name = "sari.dewi") =>
        new(Data, new RegionCode(province), name, "Sari Dewi", password, new InstallationSettings(new Uri("https://padu.example.go.id")));

    private static Task Make(InstallationPlan plan) => Installation.Make(plan, _ => { });

    [Theory]
    [InlineData("17", 10)]
    [InlineData("96", 6)]
    public async Task Installation_of_any_province_has_offices_posts_and_one_administrator_who_can_work(string province, int regencies)
    {
        await Make(Plan(province));

        await using var app = PaduHost.Build(new HostSettings(Data, "http://127.0.0.1:0"));
        app.Services.GetRequiredService<StorageSetup>().CheckAtStart();
        var offices = app.Services.GetRequiredService<OfficeRegister>();
        Assert.Equal(regencies, offices.Tree.ChildrenOf(new OfficeCode($"kpu-{province}")).Length);

        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await scope
            .ServiceProvider.GetRequiredService<IDbContextFactory<PaduDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var account = await db.Set<Account>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("sari.dewi", account.UserName);
        Assert.NotEqual("kuda baterai benar staples", account.PasswordHash);
        var held = await app.Services.GetRequiredService<PostQueries>().Of(account.Id, TestContext.Current.CancellationToken);
        Assert.Equal([Role.AgencyAdmin, Role.Operator], held.Select(post => post.Row.Role).Order());

        var before = await db.Set<PostRow>().CountAsync(TestContext.Current.CancellationToken);
        await app
            .Services.GetRequiredService<OrganisationDesk>()
            .CreateStandardPosts(new RegionCode(province), SystemClock.Instance.GetCurrentInstant());
        Assert.Equal(before, await db.Set<PostRow>().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new Uri("https://padu.example.go.id"), InstallationSettings.Load(Data).PublicUrl);
    }

    [Fact]
    public async Task Folder_with_something_in_it_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Data);
        var file = Path.Combine(Data, "catatan.txt");
        await File.WriteAllTextAsync(file, "penting", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<StartRefusedException>(() => Make(Plan("17")));
        Assert.Equal([file], Directory.GetFileSystemEntries(Data));
    }

    [Theory]
    [InlineData("99", "kuda baterai benar staples", "sari.dewi")]
    [InlineData("17.71", "kuda baterai benar staples", "sari.dewi")]
    [InlineData("17", "kpubengkulu2024", "sari.dewi")]
    [InlineData("17", "kuda baterai benar staples", "Sari Dewi")]
    public async Task Wrong_province_password_or_name_is_refused_and_leaves_nothing(string province, string password, string name)
    {
        await Assert.ThrowsAsync<StartRefusedException>(() => Make(Plan(province, password, name)));
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("ftp://padu.example")]
    [InlineData("padu.example")]
    [InlineData("https://padu.example/bawah")]
    public void Public_address_is_the_root_of_a_site(string text) =>
        Assert.Throws<FormatException>(() => InstallationSettings.PublicUrlOf(text));

    [Theory]
    [InlineData("mail.example", 587)]
    [InlineData("mail.example:25", 25)]
    public void Mail_server_has_a_host_and_perhaps_a_port(string text, int port) =>
        Assert.Equal(port, InstallationSettings.SmtpOf(text, "padu@contoh.example", null).Port);
}
