using NodaTime;
using Padu.Accounts;
using Padu.Agreements;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Commands;

/// <summary>What <c>init</c> was asked for.</summary>
/// <param name="WithHistory">Whether the historical agreements of <c>reference/history</c> are recorded.</param>
/// <param name="Postgres">The connection string where records are to lie in PostgreSQL; else they lie in the folder.</param>
internal sealed record InstallationPlan(
    string DataFolder,
    RegionCode Province,
    string AdminUserName,
    string AdminName,
    string Password,
    InstallationSettings Settings,
    string? Postgres = null,
    bool WithHistory = false
);

/// <summary>Makes an installation: folder and keys, tables, offices, posts, and the first administrator.</summary>
internal static class Installation
{
    /// <summary>The posts the first administrator begins with: enough to bring in everybody else, and to start work alone.</summary>
    private static readonly Role[] FirstRoles = [Role.AgencyAdmin, Role.Operator];

    /// <exception cref="StartRefusedException">The folder is not empty, or a name or password is refused; nothing was made.</exception>
    public static async Task Make(InstallationPlan plan, Action<string> say)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var regions = Regions.Load();
        if (regions.Provinces.All(province => province.Code != plan.Province))
        {
            throw new StartRefusedException(
                $"There is no province '{plan.Province}'. Known: {string.Join(", ", regions.Provinces.Select(known => $"{known.Code} {known.Name}"))}."
            );
        }

        if (PasswordRules.Load().Refuse(plan.Password, plan.AdminUserName, plan.AdminName) is { } refused)
        {
            throw new StartRefusedException(Sentence(new Refusal(refused, null, PasswordRules.Shortest)));
        }

        DataFolder.Create(plan.DataFolder, DataFolderKind.Installation, plan.Province, now, plan.Postgres);
        try
        {
            say($"Folder and keys made in {plan.DataFolder}.");
            plan.Settings.Save(plan.DataFolder);
            await Fill(plan, say);
        }
        catch
        {
            // The folder was empty a moment ago and holds nothing of anybody's; half an installation would only be in the way.
            Directory.Delete(plan.DataFolder, recursive: true);
            throw;
        }
    }

    private static async Task Fill(InstallationPlan plan, Action<string> say)
    {
        await using var app = PaduHost.Build(new HostSettings(plan.DataFolder, "http://127.0.0.1:0", plan.Settings.PublicUrl));
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<StorageSetup>().Migrate();
        say("Tables made.");

        var clock = services.GetRequiredService<IClock>();
        var organisations = services.GetRequiredService<OrganisationDesk>();
        await organisations.CreateOffices(plan.Province, clock.GetCurrentInstant());
        await organisations.CreateStandardPosts(plan.Province, clock.GetCurrentInstant());
        say($"Offices made: {services.GetRequiredService<OfficeRegister>().Tree.All.Length}.");

        if (plan.WithHistory)
        {
            var recorded = await HistoricalAgreements.Load(services.GetRequiredService<AgreementDesk>(), plan.Province);
            say($"Historical agreements recorded: {recorded}.");
            recorded = await HistoricalMeetings.Load(services.GetRequiredService<MeetingDesk>(), plan.Province);
            say($"Historical meetings recorded: {recorded}.");
        }

        var outcome = await services.GetRequiredService<AccountDesk>().Create(plan.AdminUserName, plan.AdminName, plan.Password);
        if (outcome.Refusal is { } refusal)
        {
            throw new StartRefusedException(Sentence(refusal));
        }

        await Appoint(plan.Province, outcome.Account!, services, clock.GetCurrentInstant());
        say($"First administrator: {outcome.Account!.UserName}.");
    }

    private static async Task Appoint(RegionCode province, Account account, IServiceProvider services, Instant now)
    {
        var organisations = services.GetRequiredService<OrganisationDesk>();
        var offices = services.GetRequiredService<OfficeRegister>();
        var office = offices.Find(new OfficeCode($"kpu-{province}"))!;
        var posts = await services.GetRequiredService<PostQueries>().In([office.Code]);
        foreach (var role in FirstRoles)
        {
            var post = posts.First(candidate => candidate.Row.Role == role);
            var acted = await organisations.Appoint(
                new Actor.System(),
                now,
                post.Id,
                account.Id,
                offices.DayIn(office, now),
                Capacity.Definitive
            );
            if (acted.IsRefused)
            {
                throw new InvalidOperationException($"The first administrator is refused: {acted.Refusal}.");
            }
        }
    }

    private static string Sentence(Refusal refusal) => refusal.Sentence(new Texts().In(Languages.English));
}
