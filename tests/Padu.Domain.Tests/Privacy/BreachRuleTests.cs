using NodaTime;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Privacy;

/// <summary>Failures of protection: who keeps them, until when who is told, and when one may be closed.</summary>
public sealed class BreachRuleTests
{
    private const string Notice = "Nama dan telepon Anda terbaca pihak lain pada 14 November; akses sudah ditutup.";
    private static readonly BreachId Id = new(Guid.Parse("0193a000-0000-7000-8000-0000000000f1"));

    /// <summary>Saturday 14 November 2026, 08.44 in Bengkulu.</summary>
    private static readonly Instant Known = Given.Filed + Duration.FromDays(2);
    private static readonly Instant Now = Known + Duration.FromHours(5);
    private static readonly BreachCommand.Record Happened = new(
        Id,
        Known,
        [BreachKind.Confidentiality],
        [DataCategory.Contact],
        12,
        "Cetakan daftar tertinggal di ruang tunggu.",
        "Cetakan ditarik; daftar tidak lagi dicetak."
    );

    [Fact]
    public void Rule_51_the_seventy_two_hours_run_from_when_it_was_known_weekends_included() =>
        Assert.Equal(Known + Duration.FromHours(72), Recorded().DueAt);

    [Fact]
    public void Rule_51_what_is_told_after_the_seventy_two_hours_is_late_for_ever()
    {
        var inTime = After(Recorded(), Tell(BreachAudience.Agency, Known + Duration.FromHours(72)), Known + Duration.FromDays(9));
        Assert.False(inTime.WasLate(BreachAudience.Agency));
        var late = After(Recorded(), Tell(BreachAudience.Agency, Known + Duration.FromHours(73)), Known + Duration.FromDays(9));
        Assert.True(late.WasLate(BreachAudience.Agency));
        Assert.True(
            After(late, Tell(BreachAudience.Agency, Known + Duration.FromHours(80)), Known + Duration.FromDays(9))
                .WasLate(BreachAudience.Agency)
        );
    }

    [Fact]
    public void It_closes_only_when_agency_and_subjects_were_told_and_something_was_learnt()
    {
        var breach = Recorded();
        Assert.Equal("breach.agency-not-told", Refused(breach, new BreachCommand.Close("Tidak lagi dicetak.")));
        breach = After(breach, Tell(BreachAudience.Agency, Now), Now);
        Assert.Equal("breach.subjects-not-told", Refused(breach, new BreachCommand.Close("Tidak lagi dicetak.")));
        breach = After(breach, Tell(BreachAudience.Subjects, Now), Now);
        Assert.Equal("text.required", Refused(breach, new BreachCommand.Close(" ")));
        var closed = After(breach, new BreachCommand.Close("Tidak lagi dicetak."), Now);
        Assert.Equal("breach.closed", Refused(closed, Tell(BreachAudience.Public, Now)));
    }

    [Fact]
    public void Where_nobody_is_touched_the_agency_alone_is_told()
    {
        var breach = After(Breach.None, Happened with { People = 0 }, Now);
        Assert.Null(Refused(After(breach, Tell(BreachAudience.Agency, Now), Now), new BreachCommand.Close("Salah lapor.")));
    }

    [Theory]
    [InlineData(-1, "breach.told-before-known")]
    [InlineData(6, "breach.in-future")]
    public void A_notice_is_neither_before_it_was_known_nor_still_to_come(int hours, string refusal) =>
        Assert.Equal(refusal, Refused(Recorded(), Tell(BreachAudience.Agency, Known + Duration.FromHours(hours))));

    [Fact]
    public void The_register_is_kept_by_admins_and_operators_of_the_own_institution()
    {
        foreach (var (name, actor) in Given.Everybody)
        {
            var keeps = name is "admin provinsi" or "admin kota" or "admin kaur" or "operator";
            Assert.True(
                keeps == BreachRules.Decide(Recorded(), Tell(BreachAudience.Agency, Now), Context(actor, Now)).Refusal is null,
                name
            );
        }

        var theirs = Given.Staff(Role.Operator, Given.Ombudsman);
        Assert.Equal(
            "breach.unknown",
            BreachRules.Decide(Recorded(), Tell(BreachAudience.Agency, Now), Context(theirs, Now)).Refusal?.Code
        );
    }

    [Fact]
    public void More_people_and_kinds_of_data_may_turn_out_later()
    {
        var more = After(Recorded(), new BreachCommand.Supplement([DataCategory.Story], 40, "Juga isi pengaduan."), Now);
        Assert.Equal(40, more.People);
        Assert.Equal([DataCategory.Contact, DataCategory.Story], more.Categories);
    }

    [Fact]
    public void What_the_law_wants_told_is_asked_for_by_its_name()
    {
        Assert.Equal("breach.known-when", Refused(Breach.None, Happened with { KnownAt = null }));
        Assert.Equal("breach.in-future", Refused(Breach.None, Happened with { KnownAt = Now + Duration.FromSeconds(1) }));
        Assert.Equal("breach.kind-missing", Refused(Breach.None, Happened with { Kinds = [] }));
        Assert.Equal("breach.category-missing", Refused(Breach.None, Happened with { Categories = [] }));
        Assert.Equal("breach.recorded-already", Refused(Recorded(), Happened));
        Assert.Equal("breach.people-unreadable", Refused(Breach.None, Happened with { People = -1 }));
        Assert.Equal("breach.notice-too-short", Refused(Recorded(), Tell(BreachAudience.Agency, Now) with { Text = "Bocor." }));
        Assert.Equal("breach.people-unreadable", Refused(Recorded(), Tell(BreachAudience.Agency, Now) with { People = -1 }));
        Assert.Equal("breach.told-when", Refused(Recorded(), Tell(BreachAudience.Agency, Now) with { At = null }));
        Assert.Equal("breach.way-missing", Refused(Recorded(), Tell(BreachAudience.Agency, Now) with { Ways = [] }));
    }

    [Fact]
    public void Nothing_is_added_to_what_was_never_recorded()
    {
        foreach (
            var command in new BreachCommand[]
            {
                new BreachCommand.Supplement([], null, "Juga isi pengaduan."),
                Tell(BreachAudience.Agency, Now),
                new BreachCommand.Close("Tidak lagi dicetak."),
            }
        )
        {
            Assert.Equal("breach.unknown", Refused(Breach.None, command));
        }
    }

    [Fact]
    public void The_public_is_told_where_it_helps_and_is_owed_to_nobody()
    {
        var breach = Recorded();
        Assert.False(breach.Owes(BreachAudience.Public));
        Assert.True(breach.Owes(BreachAudience.Agency) && breach.Owes(BreachAudience.Subjects));
        Assert.True(After(breach, Tell(BreachAudience.Public, Now), Now).ToldAt.ContainsKey(BreachAudience.Public));
    }

    private static BreachCommand.Tell Tell(BreachAudience audience, Instant at) => new(audience, at, [NoticeWay.Letter], null, Notice);

    private static Breach Recorded() => After(Breach.None, Happened, Now);

    private static string? Refused(Breach breach, BreachCommand command) =>
        BreachRules.Decide(breach, command, Context(Given.ProvinceAdmin, Now)).Refusal?.Code;

    private static Breach After(Breach breach, BreachCommand command, Instant at)
    {
        var decided = BreachRules.Decide(breach, command, Context(Given.ProvinceAdmin, at));
        Assert.Null(decided.Refusal);
        return decided.Events.Aggregate(breach, (state, fact) => Breach.Evolve(state, fact, at));
    }

    private static PrivacyContext Context(Actor actor, Instant at) => new(actor, at, Law.Bengkulu);
}
