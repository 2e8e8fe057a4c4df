using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Examinations;
using Padu.Privacy;
using Padu.Storage;
using Padu.Tests.Access;
using Padu.Tests.Storage;
using Padu.Web;

namespace Padu.Tests.Privacy;

/// <summary>A site whose log is kept.</summary>
public class ErasureSite : TestSite
{
    private readonly KeptLog log = new();

    public string Log => log.Text;

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(log);
    }
}

public sealed class ErasurePostgresSite : ErasureSite
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}

public sealed class ErasureOnSqliteTests(ErasureSite site) : ErasureTests(site), IClassFixture<ErasureSite>;

public sealed class ErasureOnPostgresTests(ErasurePostgresSite site) : ErasureTests(site), IClassFixture<ErasurePostgresSite>;

/// <summary>
/// An erasure, from the request to the bytes. What somebody could still read with every key of the server is read before and after: before, the planted
/// words are in it, so the proof can fail.
/// </summary>
public abstract partial class ErasureTests(ErasureSite site)
{
    private const string OfficesAnswer = "jawabankantor zqtetapada";
    private static readonly string[] Planted =
    [
        "zqceritarahasia",
        "zqnamapelapor",
        "zqjalanpelapor",
        "zqbalasanpelapor",
        "zqharapanombudsman",
        "zqalasanhapus",
        "zqnamaperbaikan",
        "zqnamaberkas",
        "zqisiberkas",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DataFolder Folder => site.Services.GetRequiredService<DataFolder>();

    [Fact]
    public async Task After_an_erasure_the_planted_words_are_nowhere_and_the_offices_answer_is_still_there()
    {
        var email = $"zq{Guid.CreateVersion7():N}@contoh.example";
        var (complaint, file) = await Lived(email);
        string[] words = [.. Planted, email];
        var request = await AskedToErase(complaint);
        var readable = await Readable(site.Services, complaint);
        Assert.True(SpinWait.SpinUntil(() => FilesOfTheFolder().Any(Has(email)), TimeSpan.FromSeconds(60)), "no letter was written");
        Assert.All(words, word => Assert.Contains(word, readable, StringComparison.Ordinal));
        var keys = await KeysOfThePerson(complaint);
        Assert.True(keys.Count >= 5, $"{keys.Count} wrapped keys");
        Assert.Contains(keys, key => Holds(key));

        Assert.Null(await Granted(request));

        readable = await Readable(site.Services, complaint);
        Assert.All(words, word => Assert.DoesNotContain(word, readable, StringComparison.Ordinal));
        Assert.Contains(OfficesAnswer, readable, StringComparison.Ordinal);
        Assert.All(words, word => Assert.DoesNotContain(word, site.Log, StringComparison.Ordinal));
        Assert.Null(await site.Services.GetRequiredService<IBlobStore>().Open(file.Hash, file.Key, Cancel));
        Assert.Empty(await Marks(complaint));
        if (Folder.Database == DatabaseKind.Postgres)
        {
            using var maintenance = site.Services.GetRequiredService<Database>().OpenForMaintenance();
            site.Services.GetRequiredService<Database>().ScrubWhole(maintenance);
        }

        Assert.DoesNotContain(keys, key => Holds(key));
        // SQLite's file with its log, its indexes and its freed pages; for PostgreSQL each table and what stands in it as bytes.
        Assert.All(words, word => Assert.DoesNotContain(FilesOfTheFolder(), bytes => Has(word)(bytes)));
        if (Folder.Database == DatabaseKind.Postgres)
        {
            var tables = Tables();
            Assert.Contains(complaint.Number.Value, tables, StringComparison.Ordinal);
            Assert.Contains(AsBytes(complaint.Number.Value), tables, StringComparison.Ordinal);
            Assert.All(words, word => Assert.DoesNotContain(word, tables, StringComparison.Ordinal));
            Assert.All(words, word => Assert.DoesNotContain(AsBytes(word), tables, StringComparison.Ordinal));
        }

        var report = site.Services.GetRequiredService<Verification>().Run();
        Assert.Empty(report.Faults);
        Assert.True(report.Erased > 0);
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_rows_and_a_later_backup_opens_nothing_of_the_person()
    {
        var (complaint, _) = await Lived();
        Assert.Null(await Granted(await AskedToErase(complaint)));
        var rows = await Rows(complaint);
        site.Services.GetRequiredService<Rebuilding>().Run();
        Assert.Equal(rows, await Rows(complaint));

        var folder = Directory.CreateTempSubdirectory("padu-cadangan-").FullName;
        try
        {
            var file = Path.Combine(folder, "a.padu");
            const string passphrase = "kuda lari di pantai";
            await site.Services.GetRequiredService<Backup>().Write(file, passphrase, null, Cancel);
            var restored = Path.Combine(folder, "dipulihkan");
            await Backup.Restore(
                file,
                file + ".keys",
                passphrase,
                null,
                restored,
                Cancel,
                null,
                site.Services.GetRequiredService<ModelAssemblies>()
            );
            await using var house = StorageHouse.Open(restored);
            house.Services.GetRequiredService<StorageSetup>().Migrate();
            var readable = await Readable(house.Services, complaint);
            Assert.All(Planted, word => Assert.DoesNotContain(word, readable, StringComparison.Ordinal));
            Assert.Contains(OfficesAnswer, readable, StringComparison.Ordinal);
            Assert.Empty(house.Services.GetRequiredService<Verification>().Run().Faults);
            Assert.All(Planted, word => Assert.DoesNotContain(FilesOf(folder), bytes => Has(word)(bytes)));
            Assert.Contains(FilesOf(restored), bytes => Has(complaint.Number.Value)(bytes));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task An_older_backup_forgets_what_was_erased_after_it_once_the_list_is_applied()
    {
        var (complaint, _) = await Lived();
        var folder = Directory.CreateTempSubdirectory("padu-cadangan-").FullName;
        try
        {
            var file = Path.Combine(folder, "a.padu");
            const string passphrase = "kuda lari di pantai";
            await site.Services.GetRequiredService<Backup>().Write(file, passphrase, null, Cancel);
            Assert.Null(await Granted(await AskedToErase(complaint)));
            var list = Path.Combine(folder, "erased.txt");
            Assert.True(await site.Services.GetRequiredService<ErasedKeys>().Write(list, Cancel) > 0);

            var restored = Path.Combine(folder, "dipulihkan");
            var assemblies = site.Services.GetRequiredService<ModelAssemblies>();
            await Backup.Restore(file, file + ".keys", passphrase, null, restored, Cancel, null, assemblies);
            await using var house = StorageHouse.Open(restored);
            house.Services.GetRequiredService<StorageSetup>().Migrate();
            Assert.Contains("zqceritarahasia", await Readable(house.Services, complaint), StringComparison.Ordinal);

            Assert.True(await house.Services.GetRequiredService<ErasedKeys>().Apply(list, Cancel) > 0);

            await house.Restart();
            var readable = await Readable(house.Services, complaint);
            Assert.All(Planted.Except(["zqalasanhapus"]), word => Assert.DoesNotContain(word, readable, StringComparison.Ordinal));
            Assert.Contains(OfficesAnswer, readable, StringComparison.Ordinal);
            Assert.Empty(house.Services.GetRequiredService<Verification>().Run().Faults);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Nothing_is_written_where_one_of_the_files_may_not_be_erased()
    {
        var (complaint, file) = await Lived();
        var request = await AskedToErase(complaint);
        await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.PlaceHold("Diminta pengadilan sebagai bukti."));

        Assert.Equal("privacy.held", (await Granted(request))?.Code);

        var readable = await Readable(site.Services, complaint);
        Assert.All(Planted.SkipLast(1), word => Assert.Contains(word, readable, StringComparison.Ordinal));
        Assert.NotNull(await site.Services.GetRequiredService<IBlobStore>().Open(file.Hash, file.Key, Cancel));
        Assert.NotEmpty(await Marks(complaint));
        var state = (await site.Services.GetRequiredService<Journal>().Load(Requests, request, Cancel)).State;
        Assert.True(state.IsPending);
    }

    [Fact]
    public async Task Another_case_of_the_same_person_stays_as_it_was()
    {
        var (erased, _) = await Lived();
        var (other, file) = await Lived();
        Assert.Null(await Granted(await AskedToErase(erased)));
        Assert.Contains("zqceritarahasia", await Readable(site.Services, other), StringComparison.Ordinal);
        Assert.NotNull(await site.Services.GetRequiredService<IBlobStore>().Open(file.Hash, file.Key, Cancel));
        Assert.NotEmpty(await Marks(other));
    }

    [Fact]
    public async Task An_erased_case_writes_to_nobody_and_opens_no_door_back()
    {
        var (complaint, _) = await Lived();
        Assert.Null(await Granted(await AskedToErase(complaint)));
        var erased = await site.Queries.State(complaint.Id, Cancel);
        Assert.False(erased.HasEmail);
        Assert.Null(await site.Queries.IdentityOf(erased, Cancel));
        var word = await site.Desk.Act(
            complaint.Id,
            new Actor.Complainant(complaint.ReporterId),
            new ComplaintCommand.AddWord("Ada lagi.", []),
            cancel: Cancel
        );
        Assert.Equal("complaint.erased", word.Refusal?.Code);
    }

    [Fact]
    public async Task A_correction_shows_the_new_identity_keeps_the_old_one_sealed_and_moves_the_marks()
    {
        CultureInfo.CurrentUICulture = Languages.Indonesian;
        var complaint = await site.File(TestSite.City);
        var asked = await Ask(complaint, RequestKind.Correction, new Identity("Zqnama Baru", null, "0812 0000 9999", null));
        var before = await Marks(complaint);
        Assert.Null(await Granted(asked));
        var corrected = await site.Queries.State(complaint.Id, Cancel);
        Assert.Equal("Zqnama Baru", (await site.Queries.IdentityOf(corrected, Cancel))?.Name);
        Assert.False(corrected.HasEmail);
        var copy = PersonalCopies.AsJson(await site.Services.GetRequiredService<PersonalCopies>().Of(corrected, Cancel));
        Assert.DoesNotContain("Ibu Rahasia Contoh", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        Assert.Contains("Zqnama Baru", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        var after = await Marks(complaint);
        Assert.Single(after);
        Assert.Empty(before.Intersect(after));
    }

    private PrivacyStream Requests => site.Services.GetRequiredService<PrivacyStream>();

    /// <summary>A case with everything: file, answer, reply, the Ombudsman, a correction that was refused, closed on both sides.</summary>
    private async Task<(Complaint Complaint, Evidence File)> Lived(string email = "ibu@contoh.example")
    {
        var blobs = site.Services.GetRequiredService<IBlobStore>();
        var blob = (await blobs.Put(new MemoryStream("zqisiberkas"u8.ToArray()), 1_000, Cancel))!;
        var file = new Evidence(blob.Hash, "zqnamaberkas.txt", "text/plain", blob.Bytes, blob.Key);
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Open,
                new Identity("zqnamapelapor", "zqjalanpelapor", "0812 0000 1111", email),
                "zqceritarahasia",
                null,
                null,
                null,
                null,
                null,
                [file]
            ),
            alsoStore: null,
            Cancel
        );
        Assert.Null(filed.Refusal);
        var complaint = filed.Complaint;
        var reporter = new Actor.Complainant(complaint.ReporterId);
        await site.Verified(complaint);
        await site.Assigned(complaint);
        await site.Do(complaint, site.Post("teknis-kota"), new ComplaintCommand.Answer(OfficesAnswer, []));
        await site.Do(complaint, reporter, new ComplaintCommand.Reply("zqbalasanpelapor", []));
        var escalated = await site
            .Services.GetRequiredService<EscalationDesk>()
            .Escalate(complaint.Id, reporter, sharesIdentity: true, "zqharapanombudsman", null, Cancel);
        Assert.Null(escalated.Refusal);
        var there = escalated.First.State;
        await site.Examine(there, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], null, "Usul terima.")));
        await site.Examine(
            there,
            "kepala-ombudsman",
            new ExaminationCommand.Decline(DeclineReason.NotCompetent, null, new LocalDate(2026, 11, 12), "Bukan kewenangan Ombudsman.")
        );
        var examination = escalated.Second.State;
        var closed = await site
            .Services.GetRequiredService<ExaminationDesk>()
            .Close(examination, site.Post("asisten-ombudsman"), null, cancel: Cancel);
        Assert.Null(closed.Refusal);
        await Refused(complaint);
        await site.Do(complaint, reporter, new ComplaintCommand.Withdraw(null));
        return (await site.Queries.State(complaint.Id, Cancel), file);
    }

    /// <summary>An earlier request that was refused, and still says what the person wrote.</summary>
    private async Task Refused(Complaint complaint)
    {
        var asked = await Ask(complaint, RequestKind.Correction, new Identity("zqnamaperbaikan", null, null, null));
        var file = (await site.Services.GetRequiredService<PrivacyQueries>().Find(site.Post("kustodian"), asked, Cancel))!;
        Assert.Null(
            await site
                .Services.GetRequiredService<PrivacyDesk>()
                .Decide(site.Post("kustodian"), file, Outcome.Refused, RefusalGround.NotProven, "Belum ada bukti nama baru.", null, Cancel)
        );
    }

    private Task<Guid> AskedToErase(Complaint complaint) => Ask(complaint, RequestKind.Erasure, null);

    private async Task<Guid> Ask(Complaint complaint, RequestKind kind, Identity? correction)
    {
        var (request, refusal) = await site
            .Services.GetRequiredService<PrivacyDesk>()
            .Receive(
                new Actor.Complainant(complaint.ReporterId),
                complaint,
                new PrivacyAsk(kind, RequestChannel.Tracking, [], "zqalasanhapus", correction),
                Cancel
            );
        Assert.Null(refusal);
        return request;
    }

    private async Task<Refusal?> Granted(Guid request)
    {
        var file = (await site.Services.GetRequiredService<PrivacyQueries>().Find(site.Post("kustodian"), request, Cancel))!;
        return await site
            .Services.GetRequiredService<PrivacyDesk>()
            .Decide(site.Post("kustodian"), file, Outcome.Granted, null, null, null, Cancel);
    }

    /// <summary>Everything of the events that somebody with every key of the server can read, and every file that the readable names open.</summary>
    /// <param name="of">Only what was written about this case.</param>
    private static async Task<string> Readable(IServiceProvider services, Complaint? of = null)
    {
        var journal = services.GetRequiredService<Journal>();
        var blobs = services.GetRequiredService<IBlobStore>();
        await using var database = await services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        var about = await database.Set<PrivacyRequestRow>().Where(row => of == null || row.Complaint == of.Id.Value).ToListAsync(Cancel);
        var reports = await database.Set<ExaminationRow>().Where(row => of == null || row.Complaint == of.Id.Value).ToListAsync(Cancel);
        var cases = await database.Set<ComplaintRow>().Where(row => of == null || row.Id == of.Id.Value).ToListAsync(Cancel);
        var text = new StringBuilder();
        foreach (var row in cases)
        {
            foreach (var one in await journal.History(services.GetRequiredService<ComplaintStream>(), row.Id, _ => true, Cancel))
            {
                text.AppendLine(JsonSerializer.Serialize<object>(one.Fact));
                var files = one.Fact is ComplaintEvent.Submitted { Evidence: { } evidence } ? evidence : [];
                foreach (var file in files)
                {
                    text.AppendLine(
                        await blobs.Open(file.Hash, file.Key, Cancel) is { } content
                            ? await new StreamReader(content).ReadToEndAsync(Cancel)
                            : "–"
                    );
                }
            }
        }

        foreach (var row in reports)
        {
            foreach (var one in await journal.History(services.GetRequiredService<ExaminationStream>(), row.Id, _ => true, Cancel))
            {
                text.AppendLine(JsonSerializer.Serialize<object>(one.Fact));
            }
        }

        foreach (var row in about)
        {
            foreach (var one in await journal.History(services.GetRequiredService<PrivacyStream>(), row.Id, _ => true, Cancel))
            {
                text.AppendLine(JsonSerializer.Serialize<object>(one.Fact));
            }
        }

        return text.ToString();
    }

    private async Task<string> Rows(Complaint complaint)
    {
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        return JsonSerializer.Serialize(
            new object[]
            {
                await database.Set<ComplaintRow>().Where(row => row.Id == complaint.Id.Value).ToListAsync(Cancel),
                await database.Set<ExaminationRow>().Where(row => row.Complaint == complaint.Id.Value).ToListAsync(Cancel),
                await database
                    .Set<PrivacyRequestRow>()
                    .Where(row => row.Complaint == complaint.Id.Value)
                    .OrderBy(row => row.ReceivedAt)
                    .ThenBy(row => row.Id)
                    .ToListAsync(Cancel),
            }
        );
    }

    private async Task<List<string>> Marks(Complaint complaint)
    {
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        return await database
            .Set<ReporterMarkRow>()
            .Where(row => row.Complaint == complaint.Id.Value)
            .Select(row => row.Mark)
            .ToListAsync(Cancel);
    }

    /// <summary>The wrapped keys of the person in every stream of the case.</summary>
    private async Task<List<byte[]>> KeysOfThePerson(Complaint complaint)
    {
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        var streams = new List<string> { $"complaint/{complaint.Id}" };
        streams.AddRange(
            (
                await database
                    .Set<ExaminationRow>()
                    .Where(row => row.Complaint == complaint.Id.Value)
                    .Select(row => row.Id)
                    .ToListAsync(Cancel)
            ).Select(id => $"examination/{id:D}")
        );
        streams.AddRange(
            (
                await database
                    .Set<PrivacyRequestRow>()
                    .Where(row => row.Complaint == complaint.Id.Value)
                    .Select(row => row.Id)
                    .ToListAsync(Cancel)
            ).Select(id => $"privacy-request/{id:D}")
        );
        return await database
            .Set<KeyRow>()
            .Where(row => streams.Contains(row.Stream) && (row.Purpose == KeyPurpose.Words || row.Purpose == KeyPurpose.Identity))
            .Select(row => row.Wrapped!)
            .ToListAsync(Cancel);
    }
}
