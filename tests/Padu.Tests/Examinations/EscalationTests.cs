using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Storage;

namespace Padu.Tests.Examinations;

/// <summary>Two streams in one transaction, the keys that go along, the numbers that are taken, and what KPU never learns.</summary>
public sealed class EscalationTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private EscalationDesk Desk => site.Services.GetRequiredService<EscalationDesk>();

    [Fact]
    public async Task Both_files_are_written_together_one_after_the_other()
    {
        var complaint = await site.Escalated(await site.File(TestSite.City));
        await using var db = await Database();
        var escalated = await db.Set<EventRow>()
            .SingleAsync(row => row.Type == "complaint.escalated.v1" && row.Stream == $"complaint/{complaint.Id}", Cancel);
        var opened = await db.Set<EventRow>().SingleAsync(row => row.Stream == $"examination/{complaint.Ombudsman!.Examination}", Cancel);

        Assert.Equal(("examination.opened.v1", escalated.Position + 1), (opened.Type, opened.Position));
        Assert.Equal(escalated.OccurredAt, opened.OccurredAt);
    }

    [Fact]
    public async Task A_stale_version_writes_neither()
    {
        var complaint = await site.Verified(await site.File(TestSite.City));
        var before = await Events();

        var late = await Desk.Escalate(complaint.Id, Reporter(complaint), null, null, expectedVersion: 1, Cancel);

        Assert.Equal("stale", late.Refusal?.Code);
        Assert.False(late.First.State.IsAtOmbudsman);
        Assert.Equal(before, await Events());
    }

    [Fact]
    public async Task Of_twenty_at_once_one_goes_and_one_examination_is_opened()
    {
        var complaint = await site.File(TestSite.City);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => Task.Run(() => Desk.Escalate(complaint.Id, Reporter(complaint), null, null, expectedVersion: null, Cancel)))
        );

        Assert.Single(all, acted => acted.Refusal is null);
        Assert.All(all.Where(acted => acted.Refusal is not null), acted => Assert.Equal("escalate.already-there", acted.Refusal!.Code));
        await using var db = await Database();
        Assert.Equal(1, await db.Set<ExaminationRow>().CountAsync(row => row.Complaint == complaint.Id.Value, Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_keys_of_the_file_go_along_the_identitys_only_where_shared_and_the_offices_own_paper_never(bool shares)
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City, IdentityLevel.Protected)));
        Assert.Empty(await KeptByOmbudsman(complaint));

        complaint = await site.Escalated(complaint, shares);
        KeyPurpose[] expected = shares ? [KeyPurpose.Words, KeyPurpose.Identity, KeyPurpose.Record] : [KeyPurpose.Words, KeyPurpose.Record];
        Assert.Equal(expected, await KeptByOmbudsman(complaint));

        await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.ReleaseNotes("Dimintai Ombudsman."));
        Assert.Equal(expected.Append(KeyPurpose.Internal), await KeptByOmbudsman(complaint));
    }

    [Fact]
    public async Task The_complainant_may_share_the_identity_later_and_both_files_say_so()
    {
        var complaint = await site.Escalated(await site.File(TestSite.City, IdentityLevel.Protected), shares: false);
        var queries = site.Services.GetRequiredService<ExaminationQueries>();
        Assert.Null(await queries.IdentityOf(complaint, Cancel));

        var shared = await site
            .Services.GetRequiredService<ExaminationDesk>()
            .ShareIdentity(complaint, Reporter(complaint), cancel: Cancel);

        Assert.Null(shared.Refusal);
        Assert.True(shared.First.State.Ombudsman!.SharesIdentity);
        Assert.True(shared.Second.State.SharesIdentity);
        Assert.Equal("Ibu Rahasia Contoh", (await queries.IdentityOf(shared.First.State, Cancel))?.Name);
    }

    [Fact]
    public async Task What_the_Ombudsman_writes_is_sealed_for_it_alone_until_it_concludes()
    {
        var complaint = await site.Escalated(await site.Assigned(await site.Verified(await site.File(TestSite.City))));
        await Examined(complaint);
        await using var db = await Database();
        var stream = $"examination/{complaint.Ombudsman!.Examination}";
        Task<List<KeyPurpose>> KeptByKpu() =>
            db.Set<KeyRow>()
                .Where(key => key.Stream == stream && key.Custodian == Institution.Kpu)
                .Select(key => key.Purpose)
                .ToListAsync(Cancel);

        Assert.Empty(await KeptByKpu());
        await site.Examine(
            complaint,
            "kepala-ombudsman",
            new ExaminationCommand.Conclude(Conclusion.Found, new NodaTime.LocalDate(2026, 11, 12), "Penundaan berlarut.")
        );
        Assert.Equal([KeyPurpose.Record], await KeptByKpu());
    }

    [Fact]
    public async Task Closing_ends_both_and_a_complaint_closed_here_is_closed_again()
    {
        var answered = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City))));
        var complaint = await site.Do(answered, Reporter(answered), new ComplaintCommand.Accept(null));
        complaint = await site.Escalated(complaint);
        Assert.Equal(Stage.AtOmbudsman, complaint.Stage);
        var examination = await Examined(complaint);
        examination = await site.Examine(
            complaint,
            "kepala-ombudsman",
            new ExaminationCommand.Conclude(Conclusion.NotFound, new NodaTime.LocalDate(2026, 11, 12), "Tidak ditemukan.")
        );

        var closed = await site
            .Services.GetRequiredService<ExaminationDesk>()
            .Close(examination, site.Post("asisten-ombudsman"), "Surat elektronik.", cancel: Cancel);

        Assert.Null(closed.Refusal);
        Assert.Equal(ExaminationStage.Closed, closed.First.State.Stage);
        Assert.Equal(Stage.Closed, closed.Second.State.Stage);
        Assert.Null((await site.Escalated(closed.Second.State)).Ombudsman!.EndedAt);
    }

    [Fact]
    public async Task The_register_numbers_what_the_plenary_accepts_without_a_gap_and_nothing_else()
    {
        var queries = site.Services.GetRequiredService<ExaminationQueries>();
        var numbers = new List<int>();
        foreach (var isAccepted in new[] { true, false, true })
        {
            var complaint = await site.Escalated(await site.File(TestSite.City));
            await site.Examine(complaint, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], null, "Usul.")));
            var held = new NodaTime.LocalDate(2026, 11, 12);
            await site.Examine(
                complaint,
                "kepala-ombudsman",
                isAccepted
                    ? new ExaminationCommand.Register(held, null)
                    : new ExaminationCommand.Decline(DeclineReason.TooOld, null, held, "Lebih dari dua tahun.")
            );
            var entry = await queries.RegisterNumber(complaint.Ombudsman!.Examination, Cancel);
            Assert.Equal(isAccepted, entry is not null);
            if (entry is not null)
            {
                Assert.Equal((TestSite.Ombudsman, 2026, "laporan"), (entry.Office, entry.Year, entry.Book));
                numbers.Add(entry.Number);
            }
        }

        Assert.Equal(numbers[0] + 1, numbers[1]);
    }

    [Fact]
    public async Task Filed_straight_and_kept_from_KPU_it_is_in_no_list_count_book_or_key_of_KPU()
    {
        var before = await CountsOfProvince();
        var numbersBefore = await BookOf(TestSite.City);

        var complaint = await site.FileToOmbudsmanOnly();

        Assert.Equal(before, await CountsOfProvince());
        Assert.Equal(numbersBefore, await BookOf(TestSite.City));
        await using var db = await Database();
        Assert.Equal(
            0,
            await db.Set<KeyRow>().CountAsync(key => key.Stream == $"complaint/{complaint.Id}" && key.Custodian == Institution.Kpu, Cancel)
        );
        foreach (var person in TestSite.Everybody.Where(name => site.Post(name).Office.Institution == Institution.Kpu))
        {
            Assert.Null(await site.Queries.Find(site.Post(person), complaint.Number, Cancel));
        }

        var found = await site
            .Services.GetRequiredService<ExaminationQueries>()
            .Open(site.Post("asisten-ombudsman"), complaint.Number, Cancel);
        Assert.Contains("tolong KPU jangan tahu", found!.Case.Filed!.Story);
        Assert.Equal(TestSite.City, found.Examination.About);
    }

    [Fact]
    public async Task The_same_draft_sent_again_straight_gives_the_first_receipt()
    {
        const string draft = "0193a000-0000-7000-8000-0000000000d1";
        var first = await site.FileToOmbudsmanOnly(draft: draft);
        var again = await site.FileToOmbudsmanOnly(draft: draft);
        Assert.Equal(first.Number, again.Number);
    }

    [Fact]
    public async Task The_sweep_records_what_the_Ombudsman_let_pass()
    {
        var complaint = await site.Escalated(await site.File(TestSite.City));
        var queries = site.Services.GetRequiredService<ExaminationQueries>();
        var due = (await queries.State(complaint.Ombudsman!.Examination, Cancel)).NextClock!.Due!.Value;

        foreach (var sweep in site.Services.GetServices<ISweep>().OfType<ExaminationSweep>())
        {
            // The decision is asked at the clock of the desk, which the test moves.
            var now = site.Clock.Now;
            site.Clock.Now = due + NodaTime.Duration.FromDays(3);
            await sweep.Sweep(site.Clock.Now, Cancel);
            site.Clock.Now = now;
        }

        var late = await queries.State(complaint.Ombudsman.Examination, Cancel);
        Assert.Equal(due, late.NextClock!.LapsedAt);
    }

    private async Task<Examination> Examined(Complaint complaint)
    {
        await site.Examine(complaint, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], null, "Usul terima.")));
        await site.Examine(complaint, "kepala-ombudsman", new ExaminationCommand.Register(new NodaTime.LocalDate(2026, 11, 12), "Bulat."));
        await site.Examine(complaint, "asisten-ombudsman", new ExaminationCommand.Deliberate("Jangan surati kantor itu dahulu."));
        return await site.Examine(complaint, "asisten-ombudsman", new ExaminationCommand.Begin());
    }

    private static Actor.Complainant Reporter(Complaint complaint) => new(complaint.ReporterId);

    private Task<PaduDb> Database() => site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);

    private async Task<int> Events()
    {
        await using var db = await Database();
        return await db.Set<EventRow>().CountAsync(Cancel);
    }

    private async Task<List<KeyPurpose>> KeptByOmbudsman(Complaint complaint)
    {
        await using var db = await Database();
        var purposes = await db.Set<KeyRow>()
            .Where(key => key.Stream == $"complaint/{complaint.Id}" && key.Custodian == Institution.Ombudsman)
            .Select(key => key.Purpose)
            .ToListAsync(Cancel);
        return [.. purposes.Order()];
    }

    private async Task<int> BookOf(OfficeCode office)
    {
        await using var db = await Database();
        return await db.Set<RegisterEntryRow>().CountAsync(entry => entry.Office == office, Cancel);
    }

    private async Task<IEnumerable<int>> CountsOfProvince() =>
        (await site.Queries.Counts(site.Post("admin-provinsi"), Enum.GetValues<Tab>(), Cancel)).Select(one => one.Count);
}
