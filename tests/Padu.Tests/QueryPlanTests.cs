using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Accounts;
using Padu.Agreements;
using Padu.Complaints;
using Padu.Coordination;
using Padu.Domain.Agreements;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Letters;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Letters;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Privacy;
using Padu.Storage;
using Padu.Tests.Storage;

namespace Padu.Tests;

/// <summary>One read of the program, and what its plan may be.</summary>
/// <param name="Few">At most some dozens of rows by nature (the posts of an office): they may be sorted, not searched for.</param>
/// <param name="Most">It leaves out a few rows only (all but what still waits): read on in its order until the page is full.</param>
public sealed record NamedQuery(Func<Asking, Task> Ask, bool Few = false, bool Most = false);

/// <summary>Whom a query is asked for, and of whom.</summary>
public sealed record Asking(TestSite Site, IServiceProvider Services)
{
    public T Of<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Actor.Staff Post(string userName) => Site.Post(userName);

    public Guid Account => Post("admin-kota").Account;
}

/// <summary>
/// Every list is answered by an index, in that index's order, on both databases: no table is read through and nothing is sorted, so that it takes no longer
/// over a million cases. A later list joins the table here; the test of the table's own completeness asks for it.
/// </summary>
public abstract partial class QueryPlanTests(TestSite site)
{
    /// <summary>All offices, one office, one unit: each scope has indexes of its own.</summary>
    private static readonly (string Name, Role Role)[] Readers =
    [
        ("admin-provinsi", Role.AgencyAdmin),
        ("auditor-provinsi", Role.Auditor),
        ("admin-kota", Role.AgencyAdmin),
        ("teknis-kota", Role.UnitOfficer),
    ];

    /// <summary>A row for each follower, or one for the journal: nothing to search.</summary>
    private static readonly string[] Tiny = ["journal_head", "cursors"];

    /// <summary>Each condition of the desk's filter alone, and all of them together.</summary>
    private static readonly (string Name, CaseFilter Filter)[] Filters =
    [
        ("class", new CaseFilter { Class = ComplaintClass.Complaint }),
        ("office", new CaseFilter { Office = TestSite.City }),
        ("unit", new CaseFilter { Unit = TestSite.Technical }),
        ("officer", new CaseFilter { Officer = new PostId(Guid.Empty) }),
        ("region", new CaseFilter { Region = new RegionCode("17.71") }),
        ("channel", new CaseFilter { Channel = IntakeChannel.Web }),
        ("due", new CaseFilter { DueWithin = 7 }),
        ("level", new CaseFilter { Level = IdentityLevel.Protected }),
        ("days", new CaseFilter { From = new LocalDate(2026, 11, 1), Until = new LocalDate(2026, 11, 30) }),
        ("number", new CaseFilter { Number = "7K3" }),
        (
            "everything",
            new CaseFilter
            {
                Class = ComplaintClass.Complaint,
                Office = TestSite.City,
                Unit = TestSite.Technical,
                Officer = new PostId(Guid.Empty),
                Region = new RegionCode("17.71"),
                Channel = IntakeChannel.Web,
                DueWithin = 7,
                Level = IdentityLevel.Protected,
                From = new LocalDate(2026, 11, 1),
                Until = new LocalDate(2026, 11, 30),
                Number = "7K3",
            }
        ),
    ];

    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly Dictionary<string, NamedQuery> Queries = new()
    {
        ["ComplaintQueries.Find"] = new(ask => ask.Of<ComplaintQueries>().Find(ask.Post("admin-kota"), Number, Never)),
        ["ComplaintQueries.Find, everywhere"] = new(ask => ask.Of<ComplaintQueries>().Find(ask.Post("auditor-provinsi"), Number, Never)),
        ["ComplaintQueries.Open"] = new(ask => ask.Of<ComplaintQueries>().Open(ask.Post("admin-kota"), Number, Never)),
        ["ComplaintQueries.Lines"] = new(ask => ask.Of<ComplaintQueries>().Lines(ask.Post("admin-kota"), [Number], Never)),
        ["ComplaintQueries.Unscoped"] = new(ask => ask.Of<ComplaintQueries>().Unscoped(Number, Never)),
        ["ComplaintQueries.Due"] = new(ask => ask.Of<ComplaintQueries>().Due(ask.Site.Clock.Now, 100, Never)),
        ["ComplaintQueries.CountedByOthers"] = new(ask =>
            ask.Of<ComplaintQueries>().CountedByOthers(new CalendarVersion("2026.1"), 100, Never)
        ),
        ["ComplaintQueries.BoundedByOthers"] = new(ask =>
            ask.Of<ComplaintQueries>().BoundedByOthers(new ElectionCode("pilkada-2024"), new ScheduleVersion("pilkada-2024.2"), 100, Never)
        ),
        ["AdHocBodies.Of"] = new(ask => ask.Of<AdHocBodies>().Of(TestSite.City, null, null, Never)),
        ["AdHocBodies.Of, further down"] = new(ask => ask.Of<AdHocBodies>().Of(TestSite.City, null, "pps/17.71.01", Never)),
        ["AdHocBodies.Of, one election"] = new(ask =>
            ask.Of<AdHocBodies>().Of(TestSite.City, new ElectionCode("pilkada-2024"), "pps/17.71.01", Never)
        ),
        ["AdHocBodies.Find"] = new(ask => ask.Of<AdHocBodies>().Find(new AdHocCode("pps/17.71.01.1001/pilkada-2024"), Never)),
        ["AdHocBodies.Existing"] = new(ask => ask.Of<AdHocBodies>().Existing([new AdHocCode("pps/17.71.01.1001/pilkada-2024")], Never)),
        ["ComplaintQueries.Among"] = new(ask => ask.Of<ComplaintQueries>().Among(ask.Post("admin-kota"), [Case], Never), Few: true),
        ["ComplaintQueries.Members"] = new(ask => ask.Of<ComplaintQueries>().Members(ask.Post("admin-kota"), Case, null, Never)),
        ["ComplaintQueries.Members, further down"] = new(ask =>
            ask.Of<ComplaintQueries>().Members(ask.Post("admin-kota"), Case, Place, Never)
        ),
        ["ComplaintQueries.Members, everywhere"] = new(ask =>
            ask.Of<ComplaintQueries>().Members(ask.Post("admin-provinsi"), Case, null, Never)
        ),
        ["ComplaintQueries.Following"] = new(ask => ask.Of<ComplaintQueries>().Following(Case, 10, Never)),
        ["ComplaintQueries.TakenIn"] = new(ask => ask.Of<ComplaintQueries>().TakenIn(TestSite.City, ask.Site.Clock.Now, Never)),
        ["ComplaintQueries.Similar"] = new(
            ask =>
                ask.Of<ComplaintQueries>()
                    .Similar(
                        new CaseFile(
                            Complaint.None with
                            {
                                Region = new RegionCode("17.71"),
                                HappenedOn = new LocalDate(2026, 11, 10),
                            },
                            [Began(ask.Site.Clock.Now)],
                            ask.Post("admin-kota"),
                            ask.Site.Clock.Now
                        ),
                        Never
                    ),
            Few: true
        ),
        ["SavedFilters.Of"] = new(ask => ask.Of<SavedFilters>().Of(ask.Account, Never)),
        ["BulkAssignments.Result"] = new(ask => ask.Of<BulkAssignments>().Result(ask.Post("admin-kota"), Guid.Empty, Never)),
        ["BulkAssignments.Sweep"] = new(ask => ask.Of<BulkAssignments>().Sweep(ask.Site.Clock.Now, Never)),
        ["CustodyQueries.Waiting"] = new(ask => ask.Of<CustodyQueries>().Waiting(ask.Post("kustodian"), null, Never)),
        ["CustodyQueries.Waiting, further down"] = new(ask => ask.Of<CustodyQueries>().Waiting(ask.Post("kustodian"), Place, Never)),
        ["CustodyQueries.Waiting, an office"] = new(ask => ask.Of<CustodyQueries>().Waiting(ask.Post("admin-kota"), null, Never)),
        ["CustodyQueries.Ended"] = new(ask => ask.Of<CustodyQueries>().Ended(ask.Post("kustodian"), Never), Most: true),
        ["CustodyQueries.CodesAskedBy"] = new(ask => ask.Of<CustodyQueries>().CodesAskedBy(ask.Post("petugas-kota"), Never)),
        ["CustodyQueries.Find"] = new(ask => ask.Of<CustodyQueries>().Find(ask.Post("kustodian"), Guid.Empty, Never)),
        ["CustodyQueries.FindOwn"] = new(ask => ask.Of<CustodyQueries>().FindOwn(ask.Post("petugas-kota"), Guid.Empty, Never)),
        ["PrivacyQueries.Waiting"] = new(ask => ask.Of<PrivacyQueries>().Waiting(ask.Post("kustodian"), null, Never)),
        ["PrivacyQueries.Waiting, further down"] = new(ask => ask.Of<PrivacyQueries>().Waiting(ask.Post("kustodian"), Place, Never)),
        ["PrivacyQueries.Waiting, an office"] = new(ask => ask.Of<PrivacyQueries>().Waiting(ask.Post("admin-kota"), null, Never)),
        ["PrivacyQueries.Register"] = new(ask => ask.Of<PrivacyQueries>().Register(ask.Post("kustodian"), Place, Never)),
        ["PrivacyQueries.Register, an office"] = new(ask => ask.Of<PrivacyQueries>().Register(ask.Post("admin-kota"), null, Never)),
        ["PrivacyQueries.Register, everywhere"] = new(ask => ask.Of<PrivacyQueries>().Register(ask.Post("admin-provinsi"), null, Never)),
        ["PrivacyQueries.OfComplaint"] = new(ask => ask.Of<PrivacyQueries>().OfComplaint(Case, Never)),
        ["PrivacyQueries.ForSubject"] = new(ask => ask.Of<PrivacyQueries>().ForSubject(Case, Never)),
        ["PrivacyQueries.Find"] = new(ask => ask.Of<PrivacyQueries>().Find(ask.Post("kustodian"), Guid.Empty, Never)),
        ["PrivacyQueries.DueForErasure"] = new(ask =>
            ask.Of<PrivacyQueries>().DueForErasure(ask.Post("kustodian"), ask.Site.Clock.Now, null, Never)
        ),
        ["InputQueries.DueForErasure"] = new(ask => ask.Of<InputQueries>().DueForErasure(Institution.Kpu, ask.Site.Clock.Now, Never)),
        ["PrivacyQueries.DueForErasure, an office"] = new(ask =>
            ask.Of<PrivacyQueries>().DueForErasure(ask.Post("admin-kota"), ask.Site.Clock.Now, Place, Never)
        ),
        ["BreachDesk.List"] = new(ask => ask.Of<BreachDesk>().List(ask.Post("admin-provinsi"), Place, Never)),
        ["ExaminationQueries.Find"] = new(
            ask => ask.Of<ExaminationQueries>().Find(ask.Post("asisten-ombudsman"), Number, Never),
            Few: true
        ),
        ["ExaminationQueries.Open"] = new(
            ask => ask.Of<ExaminationQueries>().Open(ask.Post("asisten-ombudsman"), Number, Never),
            Few: true
        ),
        ["ExaminationQueries.OfComplaint"] = new(ask => ask.Of<ExaminationQueries>().OfComplaint(Case, _ => false, Never), Few: true),
        ["ExaminationQueries.Due"] = new(ask => ask.Of<ExaminationQueries>().Due(ask.Site.Clock.Now, 100, Never)),
        ["ExaminationQueries.CountedByOthers"] = new(ask =>
            ask.Of<ExaminationQueries>().CountedByOthers(new CalendarVersion("2026.1"), 100, Never)
        ),
        ["ExaminationQueries.RegisterNumber"] = new(ask => ask.Of<ExaminationQueries>().RegisterNumber(default, Never)),
        ["AgreementQueries.Public"] = new(ask => ask.Of<AgreementQueries>().Public(AgreementShelf.Open, "id", null, Never)),
        ["AgreementQueries.Public, further down"] = new(ask =>
            ask.Of<AgreementQueries>().Public(AgreementShelf.History, "id", Place, Never)
        ),
        ["AgreementQueries.Desk"] = new(ask => ask.Of<AgreementQueries>().Desk("id", null, Never)),
        ["AgreementQueries.Desk, further down"] = new(ask => ask.Of<AgreementQueries>().Desk("id", Place, Never)),
        ["AgreementQueries.Children"] = new(ask => ask.Of<AgreementQueries>().Children(default, "id", Never)),
        ["AgreementQueries.Open"] = new(ask => ask.Of<AgreementQueries>().Open(new AgreementCode("pks-2026-uji"), Never)),
        ["AgreementQueries.Among"] = new(ask => ask.Of<AgreementQueries>().Among([Guid.Empty], "id", Never)),
        ["AgreementQueries.RunningOut"] = new(ask => ask.Of<AgreementQueries>().RunningOut(new LocalDate(2027, 1, 1), Never)),
        ["AgreementQueries.Ended"] = new(ask => ask.Of<AgreementQueries>().Ended(Never)),
        ["AgendaQueries.List"] = new(ask => ask.Of<AgendaQueries>().List(AgendaDayRow.PublicList, false, ask.Site.Clock.Now, null, Never)),
        ["AgendaQueries.List, past"] = new(ask => ask.Of<AgendaQueries>().List("kpu-17.71", true, ask.Site.Clock.Now, null, Never)),
        ["AgendaQueries.List, further down"] = new(ask =>
            ask.Of<AgendaQueries>().List(AgendaDayRow.WholeList, false, ask.Site.Clock.Now, Place, Never)
        ),
        ["AgendaQueries.List, past, further down"] = new(ask =>
            ask.Of<AgendaQueries>().List(AgendaDayRow.WholeList, true, ask.Site.Clock.Now, Place, Never)
        ),
        ["AgendaQueries.Next"] = new(ask => ask.Of<AgendaQueries>().Next(ask.Site.Clock.Now, 3, Never)),
        ["AgendaQueries.Open"] = new(ask => ask.Of<AgendaQueries>().Open(new AgendaCode("agd-2026-uji"), false, Never)),
        ["AgendaQueries.Overlapping"] = new(ask =>
            ask.Of<AgendaQueries>()
                .Overlapping(
                    [TestSite.City, TestSite.Province],
                    Guid.Empty,
                    ask.Site.Clock.Now,
                    ask.Site.Clock.Now + Duration.FromHours(2),
                    Never
                )
        ),
        ["AgendaQueries.Feed"] = new(ask => ask.Of<AgendaQueries>().Feed(AgendaDayRow.PublicList, ask.Site.Clock.Now, Never)),
        ["InputQueries.Published"] = new(ask => ask.Of<InputQueries>().Published(null, Never)),
        ["InputQueries.Published, further down"] = new(ask => ask.Of<InputQueries>().Published(Place, Never)),
        ["InputQueries.IdOf"] = new(ask => ask.Of<InputQueries>().IdOf(new InputNumber("M-17-2026-0000000"), Never)),
        ["InputQueries.Open"] = new(ask =>
            ask.Of<InputQueries>().Open(ask.Post("sekretariat"), new InputNumber("M-17-2026-0000000"), Never)
        ),
        ["InputQueries.Among"] = new(ask => ask.Of<InputQueries>().Among([Guid.Empty], Never)),
        ["InputQueries.Due"] = new(ask => ask.Of<InputQueries>().Due(ask.Site.Clock.Now, 100, Never)),
        ["InputQueries.CountedByOthers"] = new(ask => ask.Of<InputQueries>().CountedByOthers(new CalendarVersion("2026.1"), 100, Never)),
        ["MeetingQueries.Public"] = new(ask => ask.Of<MeetingQueries>().Public(MeetingShelf.Open, "id", null, Never)),
        ["MeetingQueries.Public, further down"] = new(ask => ask.Of<MeetingQueries>().Public(MeetingShelf.History, "id", Place, Never)),
        ["MeetingQueries.Desk"] = new(ask => ask.Of<MeetingQueries>().Desk(TestSite.City, "id", null, Never)),
        ["MeetingQueries.Desk, further down"] = new(ask => ask.Of<MeetingQueries>().Desk(TestSite.City, "id", Place, Never)),
        ["MeetingQueries.Between"] = new(ask =>
            ask.Of<MeetingQueries>().Between(ask.Site.Clock.Now, ask.Site.Clock.Now + Duration.FromDays(90), "id", Never)
        ),
        ["MeetingQueries.Before"] = new(ask =>
            ask.Of<MeetingQueries>().Before(Meeting.None with { BegunAt = ask.Site.Clock.Now }, "id", Never)
        ),
        ["MeetingQueries.Open"] = new(ask => ask.Of<MeetingQueries>().Open(new MeetingCode("rakor-2026-uji"), Never)),
        ["MeetingQueries.Among"] = new(ask => ask.Of<MeetingQueries>().Among([Guid.Empty], "id", Never)),
        ["ObligationQueries.ToJudge"] = new(ask => ask.Of<ObligationQueries>().ToJudge(TestSite.Province, Never)),
        ["ObligationQueries.Figures"] = new(ask => ask.Of<ObligationQueries>().Figures(Never)),
        ["ObligationQueries.From"] = new(ask => ask.Of<ObligationQueries>().From(Guid.Empty, Never)),
        ["ObligationQueries.OpenFrom"] = new(ask =>
            ask.Of<ObligationQueries>().OpenFrom(Guid.Empty, new LocalDate(2026, 11, 1), DateTimeZone.Utc, Never)
        ),
        ["ObligationQueries.CountedByOthers"] = new(ask =>
            ask.Of<ObligationQueries>().CountedByOthers(new CalendarVersion("2026.1"), 100, Never)
        ),
        ["ObligationQueries.Due"] = new(ask => ask.Of<ObligationQueries>().Due(ask.Site.Clock.Now, 100, Never)),
        ["PeopleQueries.List"] = new(ask => ask.Of<PeopleQueries>().List(ask.Post("admin-provinsi"), "a", Never), Few: true),
        ["PeopleQueries.Find"] = new(ask => ask.Of<PeopleQueries>().Find(ask.Post("admin-provinsi"), ask.Account, Never), Few: true),
        ["PeopleQueries.Named"] = new(ask => ask.Of<PeopleQueries>().Named([ask.Account], Never)),
        ["PostQueries.Find"] = new(ask => ask.Of<PostQueries>().Find(ask.Post("admin-kota").Post, Never), Few: true),
        ["PostQueries.Behind"] = new(ask => ask.Of<PostQueries>().Behind([ask.Post("admin-kota").Name], Never), Few: true),
        ["PostQueries.Of"] = new(ask => ask.Of<PostQueries>().Of(ask.Account, Never), Few: true),
        ["PostQueries.In"] = new(ask => ask.Of<PostQueries>().In([TestSite.City], Never), Few: true),
        ["Deliveries.Status"] = new(ask => ask.Of<Deliveries>().Status(Never)),
        ["Deliveries.Dead"] = new(ask => ask.Of<Deliveries>().Dead(Never)),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    static QueryPlanTests()
    {
        foreach (var (reader, role) in Readers)
        {
            var tabs = DeskTabs.For(new Actor.Staff(default, default, role, StorageHouse.Province, null));
            Queries.Add(
                $"ComplaintQueries.Counts, {reader}, at once",
                new(ask => ask.Of<ComplaintQueries>().Counts(ask.Post(reader), tabs, Never), Most: tabs.Contains(Tab.All))
            );
            foreach (var tab in tabs)
            {
                Queries.Add(
                    $"ComplaintQueries.List, {reader}, {tab}",
                    new(ask => ask.Of<ComplaintQueries>().List(ask.Post(reader), tab, null, Never), Most: tab == Tab.All)
                );
                Queries.Add(
                    $"ComplaintQueries.List, {reader}, {tab}, further down",
                    new(ask => ask.Of<ComplaintQueries>().List(ask.Post(reader), tab, Place, Never))
                );
                Queries.Add(
                    $"ComplaintQueries.Counts, {reader}, {tab}",
                    new(ask => ask.Of<ComplaintQueries>().Counts(ask.Post(reader), [tab], Never), Most: tab == Tab.All)
                );
                Queries.Add(
                    $"ComplaintQueries.List, {reader}, {tab}, an office",
                    new(ask =>
                        ask.Of<ComplaintQueries>().List(ask.Post(reader), tab, null, Never, CaseFilter.None with { Office = TestSite.City })
                    )
                );
            }
        }

        foreach (var (reader, role) in Readers)
        {
            foreach (var tab in DeskTabs.For(new Actor.Staff(default, default, role, StorageHouse.Province, null)))
            {
                foreach (var (name, filter) in Filters)
                {
                    Queries.Add(
                        $"ComplaintQueries.List, {reader}, {tab}, filtered by {name}",
                        new(
                            async ask =>
                            {
                                await ask.Of<ComplaintQueries>().List(ask.Post(reader), tab, null, Never, filter);
                                await ask.Of<ComplaintQueries>().List(ask.Post(reader), tab, Place, Never, filter);
                                await ask.Of<ComplaintQueries>().Counts(ask.Post(reader), [tab], Never, filter);
                            },
                            Most: tab == Tab.All
                        )
                    );
                }
            }
        }

        foreach (var (name, query) in Letters())
        {
            Queries.Add(name, query);
        }

        foreach (var column in Enum.GetValues<InputColumn>().Cast<InputColumn?>().Append(null))
        {
            InputFilter[] filters =
            [
                new(column, null, null, null),
                new(column, TestSite.City, null, null),
                new(column, null, Institution.Kpu, null),
                new(column, null, null, TestSite.Ombudsman),
            ];
            foreach (var filter in filters)
            {
                var all = new Domain.Organisations.Access.InputScope(true, null);
                Queries.Add($"InputQueries.List, {filter}", new(ask => ask.Of<InputQueries>().List(all, filter, null, Never)));
                Queries.Add(
                    $"InputQueries.List, {filter}, further down",
                    new(ask => ask.Of<InputQueries>().List(all, filter, Place, Never))
                );
            }
        }

        foreach (var (name, query) in Beginnings())
        {
            Queries.Add(name, query);
        }

        foreach (var board in Boards())
        {
            Queries.Add(
                $"ObligationQueries.List, {board}",
                new(ask => ask.Of<ObligationQueries>().List(null, board, DateTimeZone.Utc, null, Never))
            );
            Queries.Add(
                $"ObligationQueries.List, {board}, further down",
                new(ask => ask.Of<ObligationQueries>().List(null, board, DateTimeZone.Utc, Place, Never))
            );
            if (board.Column is null)
            {
                Queries.Add(
                    $"ObligationQueries.FiguresOf, {board}",
                    new(ask => ask.Of<ObligationQueries>().FiguresOf(null, board, DateTimeZone.Utc, Never))
                );
            }
        }

        foreach (var tab in Enum.GetValues<ExaminationTab>())
        {
            const string head = "kepala-ombudsman";
            Queries.Add($"ExaminationQueries.List, {tab}", new(ask => ask.Of<ExaminationQueries>().List(ask.Post(head), tab, null, Never)));
            Queries.Add(
                $"ExaminationQueries.List, {tab}, further down",
                new(ask => ask.Of<ExaminationQueries>().List(ask.Post(head), tab, Place, Never))
            );
            Queries.Add($"ExaminationQueries.Counts, {tab}", new(ask => ask.Of<ExaminationQueries>().Counts(ask.Post(head), [tab], Never)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_is_read_from_an_index_in_its_order(string name)
    {
        var query = Queries[name];
        await using var scope = site.Services.CreateAsyncScope();
        var asked = await CommandLog.Of(() => query.Ask(new Asking(site, scope.ServiceProvider)));
        Assert.NotEmpty(asked);
        var faults = asked.SelectMany(command => Faults(command, query.Few, query.Most)).ToList();
        Assert.True(faults.Count == 0, $"{name}: {string.Join('\n', faults)}");
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_of_storage_is_read_from_an_index(string sql) =>
        Assert.Empty(Faults(new Asked(sql, []), few: false, most: false));

    /// <summary>Whoever writes a query beside others adds it above.</summary>
    [Fact]
    public void Every_query_is_in_the_table()
    {
        // Read from the journal, whose statements are Storage's own.
        string[] ofTheJournal =
        [
            "ComplaintQueries.State",
            "LetterQueries.Open",
            "LetterQueries.OpenForComplainant",
            "ComplaintQueries.History",
            "ComplaintQueries.IdentityOf",
            "ComplaintQueries.Letter",
            "ComplaintQueries.RepresentationOf",
            "ComplaintQueries.PowerOf",
            "ComplaintQueries.FamilyOf",
            "ExaminationQueries.State",
            "ExaminationQueries.Deliberations",
            "ExaminationQueries.IdentityOf",
            "AgreementQueries.State",
            "ObligationQueries.Open",
            "ObligationQueries.Published",
            "MeetingQueries.State",
            "AgendaQueries.Titles",
            "InputQueries.Of",
            "InputQueries.State",
            "InputQueries.AddressOf",
            "ObligationQueries.Titles",
        ];
        var known = Queries.Keys.Select(name => name.Split(',')[0]).Concat(ofTheJournal).ToHashSet();
        var missing =
            from type in typeof(PaduHost).Assembly.GetTypes()
            where type.Name.EndsWith("Queries", StringComparison.Ordinal)
            from method in type.GetMethods()
            where method.DeclaringType == type && method.ReturnType.IsAssignableTo(typeof(Task))
            let name = $"{type.Name}.{method.Name}"
            where !known.Contains(name)
            select name;
        Assert.Empty(missing.Distinct());
    }

    /// <summary>Every combination of filters that an address can name; another column, office or day has the same plan.</summary>
    private static IEnumerable<ObligationBoard> Boards() =>
        from column in new ObligationColumn?[] { null, ObligationColumn.Late }
        from whose in new ObligationBoard[] { new(), new(Owner: TestSite.City), new(Institution: Institution.Kpu) }
        from source in new SourceKind?[] { null, SourceKind.Clause }
        from start in new LocalDate?[] { null, new LocalDate(2026, 11, 1) }
        select whose with
        {
            Column = column,
            Source = source,
            From = start,
        };

    private static PublicNumber Number => new("17-2026-7K3Q9TM");

    private static readonly ComplaintId Case = new(Guid.Empty);

    private static Recorded<ComplaintEvent> Began(Instant at) =>
        new(1, Case.Value, 1, "", new ComplaintEvent.Replied(null, null), at, at, "publik", null, Opened: true, Erased: false);

    private static string Place =>
        Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(
            System.Text.Encoding.ASCII.GetBytes($"{Instant.FromUtc(2026, 11, 1, 0, 0).ToUnixTimeTicks()}.{Guid.Empty:N}")
        );

    /// <summary>What is wrong with the plan of a command.</summary>
    private IEnumerable<string> Faults(Asked command, bool few, bool most)
    {
        // Of an empty list EF makes a question that nothing answers.
        if (NothingAsked().IsMatch(command.Sql))
        {
            return [];
        }

        var connection = site.Maintenance;
        var isSqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        var plan = isSqlite ? Sqlite(connection, command) : Postgres(connection, command);
        var tables = TableName()
            .Matches(command.Sql)
            .Where(match => !Tiny.Contains(match.Groups["table"].Value))
            .Select(match => match.Groups["alias"].Value);
        var partial = Partial();
        var bad = isSqlite ? ReadThroughSqlite([.. plan], [.. tables], command.Sql, partial) : ReadThroughPostgres([.. plan], partial);
        return (most ? [] : bad)
            .Concat(few ? [] : plan.Where(line => Sorts().IsMatch(line)))
            .Select(line => $"{line.Trim()}\n  of {command.Sql}");
    }
}
