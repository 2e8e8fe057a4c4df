using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Organisations;

public class PostsTests
{
    private static readonly Office National = new(new("kpu"), "KPU RI", Institution.Kpu, OfficeLevel.National, null, null);
    private static readonly Office Province = new(
        new("kpu-17"),
        "KPU Provinsi",
        Institution.Kpu,
        OfficeLevel.Province,
        National.Code,
        new RegionCode("17")
    );
    private static readonly Office Regency = new(
        new("kpu-17.71"),
        "KPU Kota",
        Institution.Kpu,
        OfficeLevel.Regency,
        Province.Code,
        new RegionCode("17.71")
    );
    private static readonly Office Ombudsman = new(
        new("ombudsman-17"),
        "Ombudsman",
        Institution.Ombudsman,
        OfficeLevel.Province,
        null,
        new RegionCode("17")
    );
    private static readonly Office NationalOmbudsman = new(
        new("ombudsman"),
        "Ombudsman RI",
        Institution.Ombudsman,
        OfficeLevel.National,
        null,
        null
    );
    private static readonly Office Bawaslu = new(new("bawaslu-17"), "Bawaslu", Institution.Other, OfficeLevel.Province, null, null);

    private static readonly UnitCode Teknis = new("teknis");
    private static readonly LocalDate Today = new(2026, 4, 10);
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 10, 3, 0);
    private static readonly PostId Id = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly Guid Sari = Guid.Parse("01900000-0000-7000-8000-00000000000a");
    private static readonly Guid Budi = Guid.Parse("01900000-0000-7000-8000-00000000000b");
    private static readonly Guid Dewi = Guid.Parse("01900000-0000-7000-8000-00000000000c");

    private static PostContext At(LocalDate today, Office? office = null) => new(new Actor.System(), office ?? Regency, today, [Teknis]);

    private static Decision<PostEvent> Create(Office? office, Role role, UnitCode? unit = null, PostContext? context = null) =>
        Posts.Decide(Post.None, new PostCommand.Create(Id, office, role, unit, new TitleCode("judul")), context ?? At(Today, office));

    private static Post Head(params PostCommand[] commands)
    {
        var post = Fold(Post.None, Create(Regency, Role.Head).Events);
        foreach (var command in commands)
        {
            var decision = Posts.Decide(post, command, At(Today));
            Assert.Null(decision.Refusal);
            post = Fold(post, decision.Events);
        }

        return post;
    }

    private static Post Fold(Post post, ImmutableArray<PostEvent> facts) =>
        facts.Aggregate(post, (state, fact) => Post.Evolve(state, fact, Now));

    private static PostCommand.Appoint Appoint(Guid account, Capacity capacity = Capacity.Definitive, int inDays = 0) =>
        new PostCommand.Appoint(account, Today.PlusDays(inDays), capacity);

    private static PostCommand.End End(Guid account, int inDays = 0) => new PostCommand.End(account, Today.PlusDays(inDays));

    public static TheoryData<string, Role, bool> Roles()
    {
        var data = new TheoryData<string, Role, bool>();
        string[] offices = ["kpu", "kpu-17", "kpu-17.71", "ombudsman", "ombudsman-17", "bawaslu-17"];
        var fits = new Dictionary<Role, string[]>
        {
            [Role.FrontDesk] = ["kpu", "kpu-17", "kpu-17.71"],
            [Role.UnitOfficer] = ["kpu", "kpu-17", "kpu-17.71"],
            [Role.AgencyAdmin] = ["kpu", "kpu-17", "kpu-17.71"],
            [Role.Head] = ["kpu", "kpu-17", "kpu-17.71"],
            [Role.Custodian] = ["kpu", "kpu-17", "ombudsman", "ombudsman-17"],
            [Role.Operator] = ["kpu", "kpu-17", "ombudsman", "ombudsman-17"],
            [Role.OmbudsmanAssistant] = ["ombudsman", "ombudsman-17"],
            [Role.OmbudsmanHead] = ["ombudsman-17"],
            [Role.OmbudsmanNationalHead] = ["ombudsman"],
            [Role.CooperationSecretariat] = ["kpu", "kpu-17", "kpu-17.71", "ombudsman", "ombudsman-17"],
            [Role.Auditor] = ["kpu", "kpu-17", "kpu-17.71", "ombudsman", "ombudsman-17"],
        };
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var office in offices)
            {
                data.Add(office, role, fits[role].Contains(office));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Role_in_office_fits_the_institution(string office, Role role, bool fits)
    {
        var target = new[] { National, Province, Regency, Ombudsman, NationalOmbudsman, Bawaslu }.Single(o => o.Code.Value == office);
        var decision = Create(target, role, Teknis);
        Assert.Equal(fits ? null : "post.role-not-here", decision.Refusal?.Code);
    }

    [Fact]
    public void Unknown_office_is_refused() => Assert.Equal("post.office-unknown", Create(null, Role.Head).Refusal?.Code);

    [Fact]
    public void Unit_officer_without_unit_is_refused() =>
        Assert.Equal("post.unit-required", Create(Regency, Role.UnitOfficer).Refusal?.Code);

    [Fact]
    public void Unit_nobody_knows_is_refused() =>
        Assert.Equal("post.unit-unknown", Create(Regency, Role.UnitOfficer, new UnitCode("dapur")).Refusal?.Code);

    [Fact]
    public void Second_custodian_of_an_institution_is_refused() =>
        Assert.Equal(
            "post.custodian-exists",
            Create(Province, Role.Custodian, context: At(Today, Province) with { HasCustodian = true }).Refusal?.Code
        );

    [Fact]
    public void Post_is_created_once()
    {
        var decision = Posts.Decide(Head(), new PostCommand.Create(Id, Regency, Role.Head, null, new TitleCode("judul")), At(Today));
        Assert.Equal("post.exists", decision.Refusal?.Code);
    }

    public static TheoryData<string?, PostCommand[], PostCommand> Acts() =>
        new()
        {
            { null, [], Appoint(Sari) },
            { null, [], Appoint(Sari, Capacity.Acting) },
            { null, [Appoint(Sari)], Appoint(Budi, Capacity.Daily) },
            { null, [Appoint(Sari), End(Sari)], Appoint(Budi) },
            { null, [Appoint(Sari), End(Sari, 5)], Appoint(Budi, Capacity.Definitive, 5) },
            { null, [Appoint(Sari), End(Sari)], Appoint(Sari) },
            { null, [Appoint(Budi, Capacity.Acting), End(Budi, 9)], Appoint(Sari, Capacity.Definitive, 9) },
            { null, [Appoint(Sari), End(Sari, 30)], End(Sari, 3) },
            { "post.held", [Appoint(Sari)], Appoint(Budi) },
            { "post.held", [Appoint(Sari), End(Sari, 5)], Appoint(Budi, Capacity.Definitive, 4) },
            { "post.held", [Appoint(Sari, Capacity.Definitive, 30)], Appoint(Budi) },
            { "post.held", [Appoint(Sari)], Appoint(Budi, Capacity.Acting) },
            { "post.acting-holder-stays", [Appoint(Budi, Capacity.Acting)], Appoint(Sari) },
            { "post.acting-holder-stays", [Appoint(Budi, Capacity.Acting)], Appoint(Sari, Capacity.Acting) },
            { "post.nobody-to-stand-in-for", [], Appoint(Budi, Capacity.Daily) },
            { "post.nobody-to-stand-in-for", [Appoint(Sari), End(Sari)], Appoint(Budi, Capacity.Daily) },
            { "post.stood-in-for", [Appoint(Sari), Appoint(Budi, Capacity.Daily)], Appoint(Dewi, Capacity.Daily) },
            { "post.already-holder", [Appoint(Sari)], Appoint(Sari, Capacity.Daily) },
            { "post.appointed-in-the-past", [], Appoint(Sari, Capacity.Definitive, -1) },
            { "post.not-holder", [Appoint(Sari)], End(Budi) },
            { "post.not-holder", [Appoint(Sari), End(Sari)], End(Sari) },
            { "post.ended-in-the-past", [Appoint(Sari)], End(Sari, -1) },
            { "post.dates-reversed", [Appoint(Sari, Capacity.Definitive, 10)], End(Sari, 9) },
            { "post.held", [Appoint(Sari)], new PostCommand.Abolish(Today) },
            { null, [Appoint(Sari), End(Sari)], new PostCommand.Abolish(Today) },
            { "post.abolished", [new PostCommand.Abolish(Today)], Appoint(Sari) },
            { "post.abolished", [new PostCommand.Abolish(Today)], new PostCommand.Abolish(Today) },
        };

    [Theory]
    [MemberData(nameof(Acts))]
    public void Act_on_a_post_follows_the_table(string? refusal, PostCommand[] before, PostCommand act) =>
        Assert.Equal(refusal, Posts.Decide(Head(before), act, At(Today)).Refusal?.Code);

    [Fact]
    public void Ending_the_definitive_holder_ends_who_stands_in()
    {
        var post = Head(Appoint(Sari), Appoint(Budi, Capacity.Daily), End(Sari));
        Assert.Empty(post.HoldersOn(Today));
        Assert.Null(Posts.Decide(post, Appoint(Dewi, Capacity.Acting), At(Today)).Refusal);
    }

    [Fact]
    public void Holding_ends_on_the_morning_of_the_day_named()
    {
        var post = Head(Appoint(Sari), End(Sari, 1));
        Assert.Single(post.HoldersOn(Today));
        Assert.Empty(post.HoldersOn(Today.PlusDays(1)));
    }

    [Fact]
    public void Custodian_post_is_never_abolished()
    {
        var post = Fold(Post.None, Create(Province, Role.Custodian).Events);
        Assert.Equal("post.custodian-stays", Posts.Decide(post, new PostCommand.Abolish(Today), At(Today, Province)).Refusal?.Code);
    }

    [Fact]
    public void Account_never_holds_posts_in_both_institutions()
    {
        var decision = Posts.Decide(Head(), Appoint(Sari), At(Today) with { Elsewhere = Institution.Ombudsman });
        Assert.Equal("post.other-institution", decision.Refusal?.Code);
    }

    private static Actor.Staff Staff(Role role, Office office) => new Actor.Staff(Id, Sari, role, office, null);

    public static TheoryData<Actor, Office, Role, bool> Fillers() =>
        new()
        {
            { Staff(Role.Operator, Province), Regency, Role.Head, true },
            { Staff(Role.Operator, Province), Ombudsman, Role.OmbudsmanHead, true },
            { Staff(Role.AgencyAdmin, Province), Regency, Role.Head, true },
            { Staff(Role.AgencyAdmin, Province), Province, Role.Operator, false },
            { Staff(Role.AgencyAdmin, Province), Ombudsman, Role.OmbudsmanHead, false },
            { Staff(Role.AgencyAdmin, Regency), Regency, Role.Head, false },
            { Staff(Role.Head, Province), Regency, Role.Head, false },
            { Staff(Role.OmbudsmanHead, Ombudsman), Ombudsman, Role.OmbudsmanAssistant, false },
            { new Actor.Public(), Regency, Role.Head, false },
            { new Actor.Complainant(Sari), Regency, Role.Head, false },
            { new Actor.System(), Regency, Role.Head, true },
        };

    [Theory]
    [MemberData(nameof(Fillers))]
    public void Post_is_created_only_by_who_administers_that_institution(Actor actor, Office office, Role role, bool may)
    {
        var refusal = Create(office, role, context: At(Today, office) with { Actor = actor }).Refusal;
        Assert.Equal(may ? null : "post.not-yours", refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Fillers))]
    public void Post_is_filled_and_emptied_only_by_who_administers_that_institution(Actor actor, Office office, Role role, bool may)
    {
        var empty = Fold(Post.None, Create(office, role).Events);
        var held = Fold(empty, Posts.Decide(empty, Appoint(Budi), At(Today, office)).Events);
        var context = At(Today, office) with { Actor = actor };
        foreach (
            var (post, command) in new (Post, PostCommand)[]
            {
                (empty, Appoint(Budi)),
                (empty, new PostCommand.Abolish(Today)),
                (held, End(Budi)),
                (held, new PostCommand.HandOver(Budi, Dewi, Today, Capacity.Acting)),
            }
        )
        {
            Assert.Equal(may ? null : "post.not-yours", Posts.Decide(post, command, context).Refusal?.Code);
        }
    }

    [Fact]
    public void Post_that_does_not_exist_is_refused() =>
        Assert.Equal("post.unknown", Posts.Decide(Post.None, Appoint(Sari), At(Today)).Refusal?.Code);

    [Fact]
    public void A_hand_over_leaves_no_day_without_a_holder_and_none_with_two()
    {
        var post = Head(new PostCommand.Appoint(Sari, Today, Capacity.Definitive));
        var on = Today.PlusDays(3);
        var decision = Posts.Decide(post, new PostCommand.HandOver(Sari, Budi, on, Capacity.Acting), At(Today));
        var after = Fold(post, decision.Events);
        for (var day = Today; day < on.PlusDays(9); day = day.PlusDays(1))
        {
            Assert.Equal([day < on ? Sari : Budi], after.HoldersOn(day).Select(holding => holding.Account));
        }
    }

    [Fact]
    public void A_hand_over_to_oneself_or_by_somebody_who_does_not_hold_it_changes_nothing()
    {
        var post = Head(new PostCommand.Appoint(Sari, Today, Capacity.Definitive));
        Assert.Equal(
            "post.same-person",
            Posts.Decide(post, new PostCommand.HandOver(Sari, Sari, Today, Capacity.Acting), At(Today)).Refusal?.Code
        );
        Assert.Equal(
            "post.not-holder",
            Posts.Decide(post, new PostCommand.HandOver(Dewi, Budi, Today, Capacity.Acting), At(Today)).Refusal?.Code
        );
    }

    [Fact]
    public void A_hand_over_that_cannot_be_is_refused_at_the_field_of_the_form()
    {
        var post = Head(new PostCommand.Appoint(Sari, Today, Capacity.Definitive));
        (string?, string?) Refused(PostCommand.HandOver handOver, Institution? elsewhere = null) =>
            Posts.Decide(post, handOver, At(Today) with { Elsewhere = elsewhere }).Refusal is { } no ? (no.Code, no.Field) : (null, null);
        var late = new PostCommand.HandOver(Sari, Budi, Today.PlusDays(-1), Capacity.Acting);
        Assert.Equal(("post.ended-in-the-past", nameof(late.On)), Refused(late));
        Assert.Equal(("post.other-institution", nameof(late.To)), Refused(late with { On = Today }, Institution.Ombudsman));
        Assert.Equal((null, null), Refused(late with { On = Today }));
    }
}
