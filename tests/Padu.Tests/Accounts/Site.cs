using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Accounts;
using Padu.Commands;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Accounts;

/// <summary>Somebody who can sign in, and with what.</summary>
internal sealed record TestStaff(Account Account, string Password, byte[] TotpKey, PostId Post);

/// <summary>An installation made by <c>init</c> for Bengkulu, served in memory with a clock that tests move.</summary>
public class Site : IAsyncLifetime
{
    public const string AdminPassword = "kuda baterai benar staples";
    private readonly string folder = Directory.CreateTempSubdirectory("padu-site-").FullName;
    private WebApplication? app;
    private int people;

    internal TestClock Clock { get; private set; } = null!;

    protected virtual Uri? PublicUrl => null;

    protected virtual string Scheme => "http";

    public IServiceProvider Services => app!.Services;

    internal Browser Open() => new(new HttpClient(app!.GetTestServer().CreateHandler()) { BaseAddress = new Uri($"{Scheme}://padu.test") });

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(folder, "data");
        await Installation.Make(
            new InstallationPlan(data, new RegionCode("17"), "admin.utama", "Admin Utama", AdminPassword, new InstallationSettings()),
            _ => { }
        );
        Clock = new TestClock();
        app = PaduHost.Build(
            new HostSettings(data, "http://127.0.0.1:0", PublicUrl),
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<IClock>(Clock);
                // The true cost is tested by nobody's patience.
                builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            }
        );
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal async Task<T> Use<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A new person with a second factor, in a new or standard post of that role.</summary>
    internal async Task<TestStaff> Staff(Role role, string office = "kpu-17.02", string? unit = null)
    {
        var password = $"layar perahu jangkar {people}";
        var created = await Use<AccountDesk, AccountOutcome>(desk =>
            desk.Create($"orang{Interlocked.Increment(ref people)}", "Orang Fiktif", password)
        );
        var account = created.Account!;
        var key = Totp.NewKey();
        await Use<SecondFactor, bool>(factor =>
            Task.FromResult(factor.SetUp(account, key, Totp.CodeAt(key, Clock.GetCurrentInstant() - Duration.FromSeconds(30))) is not null)
        );
        Assert.Null((await Use<AccountDesk, AccountOutcome>(desk => desk.Save(account))).Refusal);
        var post = await Post(role, office, unit);
        await Appoint(post, account.Id);
        return new TestStaff(account, password, key, post);
    }

    internal async Task<PostId> Post(Role role, string office, string? unit = null)
    {
        if (role is Role.Custodian or Role.Operator)
        {
            var there = await Use<PostQueries, PostId?>(async posts =>
                (await posts.In([new OfficeCode(office)])).FirstOrDefault(post => post.Row.Role == role && !post.Holdings.Any())?.Id
            );
            if (there is { } standard)
            {
                return standard;
            }
        }

        var made = await Use<OrganisationDesk, Acted<Post>>(desk =>
            desk.Create(
                new Actor.System(),
                Clock.GetCurrentInstant(),
                new OfficeCode(office),
                role,
                unit is null ? null : new UnitCode(unit),
                new TitleCode("auditor")
            )
        );
        Assert.Null(made.Refusal);
        return made.State.Id;
    }

    internal async Task Appoint(PostId post, Guid account)
    {
        var acted = await Use<OrganisationDesk, Acted<Post>>(desk =>
            desk.Appoint(new Actor.System(), Clock.GetCurrentInstant(), post, account, Today, Capacity.Definitive)
        );
        Assert.Null(acted.Refusal);
    }

    internal LocalDate Today => Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Asia/Jakarta"]).Date;

    /// <summary>A browser in which somebody has signed in.</summary>
    internal async Task<Browser> SignedIn(TestStaff staff)
    {
        var browser = Open();
        // A code is good once; the next one comes with the next half minute.
        Clock.Advance(Duration.FromSeconds(31));
        var answer = await browser.SignIn(staff.Account.UserName!, staff.Password);
        Assert.Equal("/masuk/kode", answer.Headers.Location?.OriginalString.Split('?')[0]);
        answer = await browser.Submit("/masuk/kode", new() { ["Code"] = Totp.CodeAt(staff.TotpKey, Clock.GetCurrentInstant()) });
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }
}
