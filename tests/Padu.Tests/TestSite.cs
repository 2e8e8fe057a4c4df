using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Padu.Accounts;
using Padu.Complaints;
using Padu.Demonstration;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests;

/// <summary>A clock that tests move forward; sessions end by it too.</summary>
public sealed class TestClock : IClock
{
    /// <summary>Thursday 12 November 2026, 08.44 in Bengkulu.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 12, 1, 44);

    private readonly AsyncLocal<Action?> asked = new();

    /// <summary>Lets something happen in between, once: when whoever calls this and what it calls ask for the time again and again, at the given asking.</summary>
    public void Meanwhile(int asking, Action happens) =>
        asked.Value = () =>
        {
            if (--asking == 0)
            {
                happens();
            }
        };

    public Instant GetCurrentInstant()
    {
        asked.Value?.Invoke();
        return Now;
    }
}

/// <summary>
/// The whole program over a folder of its own, served on a free port: province 17, its offices and standard posts, and one person for each role a
/// test acts in. The folder is a demonstration's, so nobody needs a second factor.
/// </summary>
public class TestSite : IAsyncLifetime
{
    public const string Password = "kata sandi untuk semua orang";

    public static readonly OfficeCode Province = new("kpu-17");
    public static readonly OfficeCode City = new("kpu-17.71");
    public static readonly OfficeCode Kaur = new("kpu-17.04");
    public static readonly OfficeCode Ombudsman = new("ombudsman-17");
    public static readonly UnitCode Technical = new("teknis");
    public static readonly UnitCode Data = new("data");

    private static readonly DemonstrationAccount[] People =
    [
        new("admin-provinsi", "Admin Provinsi", Province, Role.AgencyAdmin, null, new TitleCode("admin_instansi")),
        new("ketua-provinsi", "Ketua Provinsi", Province, Role.Head, null, new TitleCode("ketua")),
        new("auditor-provinsi", "Auditor Provinsi", Province, Role.Auditor, null, new TitleCode("auditor")),
        new("operator", "Operator", Province, Role.Operator, null, new TitleCode("operator")),
        new("admin-kota", "Admin Kota", City, Role.AgencyAdmin, null, new TitleCode("admin_instansi")),
        new("ketua-kota", "Ketua Kota", City, Role.Head, null, new TitleCode("ketua")),
        new("teknis-kota", "Penghubung Teknis Kota", City, Role.UnitOfficer, Technical, new TitleCode("pejabat_penghubung")),
        new("data-kota", "Penghubung Data Kota", City, Role.UnitOfficer, Data, new TitleCode("pejabat_penghubung")),
        new("petugas-kota", "Petugas Kota", City, Role.FrontDesk, null, new TitleCode("petugas_pengaduan")),
        new("admin-kaur", "Admin Kaur", Kaur, Role.AgencyAdmin, null, new TitleCode("admin_instansi")),
        new("kustodian", "Kustodian", Province, Role.Custodian, null, new TitleCode("kustodian_identitas")),
        new("auditor-ombudsman", "Auditor Ombudsman", Ombudsman, Role.Auditor, null, new TitleCode("auditor")),
        new("sekretariat", "Sekretariat", Province, Role.CooperationSecretariat, null, new TitleCode("sekretariat_kerja_sama")),
        new("kepala-ombudsman", "Kepala", Ombudsman, Role.OmbudsmanHead, null, new TitleCode("kepala_perwakilan")),
        new("asisten-ombudsman", "Asisten", Ombudsman, Role.OmbudsmanAssistant, null, new TitleCode("asisten_pvl")),
    ];

    /// <summary>Everybody who can sign in.</summary>
    public static IEnumerable<string> Everybody => People.Select(person => person.UserName);

    private readonly string path = Directory.CreateTempSubdirectory("padu-situs-").FullName;
    private readonly ConcurrentDictionary<string, Actor.Staff> actors = new();
    private WebApplication app = null!;

    private string? postgres;
    private DbConnection? maintenance;

    public TestClock Clock { get; } = new();

    /// <summary>Where its records lie.</summary>
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    /// <summary>How the site reaches its server, where that is another way than the tests'.</summary>
    protected virtual string Way(string server) => server;

    public IServiceProvider Services => app.Services;

    /// <summary>A connection that is nobody else's, for what a test reads of the database itself.</summary>
    public DbConnection Maintenance => maintenance ??= Services.GetRequiredService<Database>().OpenForMaintenance();

    public ComplaintDesk Desk => Services.GetRequiredService<ComplaintDesk>();

    public ComplaintQueries Queries => Services.GetRequiredService<ComplaintQueries>();

    public Uri Address => new(app.Urls.First());

    public virtual async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(path, "data");
        postgres = Database == DatabaseKind.Postgres ? TestPostgres.Create() : null;
        DataFolder.Create(folder, DataFolderKind.Demonstration, new RegionCode("17"), Clock.Now, postgres is null ? null : Way(postgres));
        app = PaduHost.Build(
            Settings(new HostSettings(folder, "http://127.0.0.1:0", Demonstration: true)),
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
                builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                Adjust(builder);
            }
        );
        Services.GetRequiredService<StorageSetup>().Migrate();
        var organisations = Services.GetRequiredService<OrganisationDesk>();
        await organisations.CreateOffices(new RegionCode("17"), Clock.Now);
        await organisations.CreateStandardPosts(new RegionCode("17"), Clock.Now);
        foreach (var person in People)
        {
            actors[person.UserName] = await Hire(person);
        }

        await app.StartAsync();
    }

    /// <summary>What one class of tests needs beside the rest: a place where the log is kept.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder) { }

    /// <summary>What one class of tests sets otherwise: a scanner.</summary>
    protected virtual HostSettings Settings(HostSettings settings) => settings;

    private async Task<Actor.Staff> Hire(DemonstrationAccount person)
    {
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<AccountDesk>().Create(person.UserName, person.DisplayName, Password);
        var account = made.Account?.Id ?? throw new InvalidOperationException($"{person.UserName} is refused: {made.Refusal}.");
        var posts = await Services.GetRequiredService<PostQueries>().In([person.Office]);
        var post = posts.First(one => (one.Row.Role, one.Row.Unit, one.Row.Title) == (person.Role, person.Unit, person.Title));
        var offices = Services.GetRequiredService<OfficeRegister>();
        var office = offices.Find(person.Office)!;
        var appointed = await Services
            .GetRequiredService<OrganisationDesk>()
            .Appoint(new Actor.System(), Clock.Now, post.Id, account, offices.DayIn(office, Clock.Now), Capacity.Definitive);
        Assert.Null(appointed.Refusal);
        return new Actor.Staff(post.Id, account, person.Role, office, person.Unit);
    }

    /// <summary>The post a person holds.</summary>
    public Actor.Staff Post(string userName) => actors[userName];

    /// <summary>A browser of its own, signed in.</summary>
    public async Task<Browser> SignIn(string userName)
    {
        var browser = new Browser(Address);
        var form = await browser.Get("/masuk");
        var entered = await browser.Submit(form, "form[method=post]", new() { ["UserName"] = userName, ["Password"] = Password });
        Assert.Equal("/meja", entered.Path);
        return browser;
    }

    /// <summary>The same for a person whose post has no case list: where the desk would be there is nothing.</summary>
    public async Task<Browser> Enter(string userName)
    {
        var browser = new Browser(Address);
        var form = await browser.Get("/masuk");
        await browser.Submit(form, "form[method=post]", new() { ["UserName"] = userName, ["Password"] = Password });
        Assert.Equal("/akun", (await browser.Get("/akun")).Path);
        return browser;
    }

    /// <summary>A complaint filed to an office, now.</summary>
    public async Task<Complaint> File(
        OfficeCode office,
        IdentityLevel level = IdentityLevel.Open,
        string? email = "ibu@contoh.example",
        string story = "Permohonan pindah memilih saya ditolak tanpa surat apa pun.",
        ImmutableArray<Evidence> evidence = default
    )
    {
        var anonymous = level == IdentityLevel.Anonymous;
        var filed = await Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                office,
                IntakeChannel.Web,
                Language.Indonesian,
                level,
                new Identity(anonymous ? null : "Ibu Rahasia Contoh", anonymous ? null : "Jalan Contoh 1", "0812 0000 1111", email),
                story,
                "Loket pelayanan",
                "Pindah memilih",
                "Mohon alasan tertulis.",
                new RegionCode("17.71"),
                new LocalDate(2026, 11, 10),
                evidence.IsDefault ? [] : evidence
            ),
            alsoStore: null,
            TestContext.Current.CancellationToken
        );
        Assert.Null(filed.Refusal);
        return filed.Complaint;
    }

    /// <summary>Filed straight to the Ombudsman and kept from the election commission.</summary>
    public async Task<Complaint> FileToOmbudsmanOnly(
        string story = "Diminta uang agar lulus; tolong KPU jangan tahu.",
        string? draft = null
    )
    {
        var filing = new FilingRequest(
            draft is null ? Guid.CreateVersion7() : Guid.Parse(draft),
            City,
            IntakeChannel.Web,
            Language.Indonesian,
            IdentityLevel.Protected,
            new Identity("Ibu Rahasia Contoh", "Jalan Contoh 1", "0812 0000 1111", "ibu@contoh.example"),
            story,
            null,
            null,
            null,
            new RegionCode("17.71"),
            null,
            []
        )
        {
            Path = FilingPath.OmbudsmanOnly,
        };
        var filed = await Services.GetRequiredService<EscalationDesk>().File(filing, null, TestContext.Current.CancellationToken);
        Assert.Null(filed.Refusal);
        return filed.Complaint;
    }

    /// <summary>An act done elsewhere than in a browser; it must be lawful.</summary>
    public async Task<Complaint> Do(Complaint complaint, Actor actor, ComplaintCommand command)
    {
        var acted = await Desk.Act(complaint.Id, actor, command, cancel: TestContext.Current.CancellationToken);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public Task<Complaint> Verified(Complaint complaint) =>
        Do(complaint, Post("admin-kota"), new ComplaintCommand.Verify(ComplaintClass.Complaint, "Pindah memilih ditolak tanpa alasan"));

    public async Task<Complaint> Assigned(Complaint complaint, string admin = "admin-kota") =>
        await Do(
            complaint,
            Post(admin),
            new ComplaintCommand.Assign(Services.GetRequiredService<OfficeRegister>().Find(City), Technical, "Mohon dijawab minggu ini.")
        );

    /// <summary>A protected case whose identity the custodian has allowed somebody to read.</summary>
    public async Task<Complaint> Unmasked(Complaint complaint, string person = "admin-kota")
    {
        var id = new CustodyRequestId(Guid.CreateVersion7());
        await Do(complaint, Post(person), new ComplaintCommand.RequestUnmasking(id, "Perlu mengirim surat ke rumah pelapor."));
        return await Do(
            complaint,
            Post("kustodian"),
            new ComplaintCommand.JudgeRequest(id, Ruling.Allowed, "Surat tidak dapat dikirim tanpa nama.")
        );
    }

    public async Task<Complaint> Answered(Complaint complaint) =>
        await Do(complaint, Post("teknis-kota"), new ComplaintCommand.Answer("Mohon maaf. TPS 15 masih ada kuota.", []));

    /// <summary>An answer that waits for the head; the office wants approval while it is made and not afterwards.</summary>
    public async Task<Complaint> Proposed(Complaint complaint)
    {
        await NeedApproval(true);
        var proposed = await Do(complaint, Post("teknis-kota"), new ComplaintCommand.Propose("Mohon maaf. TPS 15 masih ada kuota.", []));
        await NeedApproval(false);
        return proposed;
    }

    /// <summary>Whether answers of the city need the head's approval.</summary>
    public async Task NeedApproval(bool needed) =>
        Assert.Null(
            await Services.GetRequiredService<OfficePractices>().Change(Post("admin-kota"), needed, TestContext.Current.CancellationToken)
        );

    /// <summary>Brought to the Ombudsman by its complainant, who lets it know who they are.</summary>
    public async Task<Complaint> Escalated(Complaint complaint, bool shares = true)
    {
        var acted = await Services
            .GetRequiredService<EscalationDesk>()
            .Escalate(
                complaint.Id,
                new Actor.Complainant(complaint.ReporterId),
                shares,
                "Mohon diperiksa.",
                expectedVersion: null,
                TestContext.Current.CancellationToken
            );
        Assert.Null(acted.Refusal);
        return acted.First.State;
    }

    /// <summary>An act of the Ombudsman done elsewhere than in a browser; it must be lawful.</summary>
    public async Task<Examination> Examine(Complaint complaint, string person, ExaminationCommand command)
    {
        var acted = await Services
            .GetRequiredService<ExaminationDesk>()
            .Act(complaint.Ombudsman!.Examination, Post(person), command, cancel: TestContext.Current.CancellationToken);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (maintenance is not null)
        {
            await maintenance.DisposeAsync();
        }

        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (postgres is not null)
        {
            TestPostgres.Drop(postgres);
        }

        Directory.Delete(path, recursive: true);
        GC.SuppressFinalize(this);
    }
}
