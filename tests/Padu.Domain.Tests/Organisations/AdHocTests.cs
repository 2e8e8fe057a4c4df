using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Domain.Tests.Calendar;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Organisations;

/// <summary>Bodies that live with an election: who forms them, where, and until when.</summary>
public sealed class AdHocTests
{
    private static readonly Election Election = StageTests.Of(new("pemilihan-uji"), new(2026, 12, 31), false, 1, "17");
    private static readonly LocalDate Today = new(2026, 11, 12);

    [Fact]
    public void A_body_lives_from_its_first_to_its_last_day()
    {
        Assert.False(Given.Pps.LivesOn(new(2026, 8, 31)));
        Assert.True(Given.Pps.LivesOn(new(2026, 9, 1)));
        Assert.True(Given.Pps.LivesOn(new(2027, 3, 31)));
        Assert.False(Given.Pps.LivesOn(new(2027, 4, 1)));
    }

    public static TheoryData<string?, AdHocBody, int> Forming =>
        new()
        {
            { null, Given.Pps, 4 },
            { null, Given.Pps with { Kind = AdHocKind.District, Region = new("17.71.01") }, 3 },
            { null, Given.Pps with { Kind = AdHocKind.PollingStation, PollingStation = 1 }, 4 },
            { null, Given.Pps with { Kind = AdHocKind.VoterData, PollingStation = 999 }, 4 },
            { null, Given.Pps with { Until = Given.Pps.From }, 4 },
            { "adhoc.wrong-region", Given.Pps with { Kind = AdHocKind.District }, 4 },
            { "adhoc.wrong-region", Given.Pps with { Region = new("17.71.01") }, 3 },
            { "adhoc.wrong-region", Given.Pps, 0 },
            { "adhoc.outside-office", Given.Pps with { Region = new("17.04.01.2001") }, 4 },
            { "adhoc.outside-office", Given.Pps with { Region = new("17.711.01.2001") }, 4 },
            { "adhoc.station-not-wanted", Given.Pps with { PollingStation = 3 }, 4 },
            { "adhoc.station-missing", Given.Pps with { Kind = AdHocKind.PollingStation }, 4 },
            { "adhoc.station-missing", Given.Pps with { Kind = AdHocKind.PollingStation, PollingStation = 0 }, 4 },
            { "adhoc.station-missing", Given.Pps with { Kind = AdHocKind.VoterData, PollingStation = 1000 }, 4 },
            { "adhoc.ends-before-it-begins", Given.Pps with { Until = Given.Pps.From.PlusDays(-1) }, 4 },
            { "adhoc.too-long", Given.Pps with { Until = Given.Pps.From.PlusDays(1101) }, 4 },
        };

    [Theory]
    [MemberData(nameof(Forming))]
    public void A_body_is_formed_where_its_kind_belongs(string? code, AdHocBody body, int depth) =>
        Assert.Equal(code, AdHocRules.Form(body, Given.CityAdmin, Given.City, depth, Election)?.Code);

    [Fact]
    public void It_needs_an_election_that_is_held_there()
    {
        Assert.Equal("adhoc.no-such-election", AdHocRules.Form(Given.Pps, Given.CityAdmin, Given.City, 4, null)?.Code);
        var elsewhere = Election with { Regions = ["17.04"] };
        Assert.Equal("adhoc.outside-election", AdHocRules.Form(Given.Pps, Given.CityAdmin, Given.City, 4, elsewhere)?.Code);
        Assert.Equal("adhoc.not-yours", AdHocRules.Form(Given.Pps, Given.KaurAdmin, Given.City, 4, Election)?.Code);
        Assert.Equal("adhoc.not-yours", AdHocRules.Form(Given.Pps, Given.CityAdmin, null, 4, Election)?.Code);
    }

    [Theory]
    [InlineData("admin kota", true)]
    [InlineData("admin provinsi", true)]
    [InlineData("sistem", true)]
    [InlineData("admin kaur", false)]
    [InlineData("pimpinan kota", false)]
    [InlineData("operator", false)]
    [InlineData("kepala perwakilan", false)]
    [InlineData("publik", false)]
    public void The_offices_own_admin_and_the_provinces_keep_them(string person, bool may) =>
        Assert.Equal(may, AdHocRules.MayKeep(Given.Everybody[person], Given.City));

    [Theory]
    [InlineData("admin provinsi", true)]
    [InlineData("sistem", true)]
    [InlineData("admin kota", false)]
    [InlineData("pimpinan provinsi", false)]
    [InlineData("kepala perwakilan", false)]
    public void Schedules_are_brought_by_the_province(string person, bool may) =>
        Assert.Equal(may, Scheduling.MayImport(Given.Everybody[person]));

    [Fact]
    public void A_new_schedule_has_its_decree_and_says_something_new()
    {
        string? Import(
            Actor actor,
            Election? current,
            System.Collections.Immutable.ImmutableArray<ElectionStage> stages,
            LocalDate voting,
            string? decree
        ) => Scheduling.Check(actor, current, stages, voting, decree) is [var problem, ..] ? problem.Refusal.Code : null;
        var (moved, voting) = (Election.Stages[0] with { To = new(2027, 1, 5) }, Election.VotingDay);
        Assert.Equal("access.not-yours", Import(Given.CityAdmin, Election, [moved], voting, "PKPU 9/2026"));
        Assert.Equal("stages.no-such-election", Import(Given.ProvinceAdmin, null, [moved], voting, "PKPU 9/2026"));
        Assert.NotNull(Import(Given.ProvinceAdmin, Election, [moved], voting, " "));
        Assert.Equal("stages.none", Import(Given.ProvinceAdmin, Election, [], voting, "PKPU 9/2026"));
        Assert.Equal("stages.nothing-changed", Import(Given.ProvinceAdmin, Election, Election.Stages, voting, "PKPU 9/2026"));
        Assert.Null(Import(Given.ProvinceAdmin, Election, Election.Stages, voting.PlusDays(7), "PKPU 9/2026"));
        Assert.Null(Import(Given.ProvinceAdmin, Election, [moved], voting, "PKPU 9/2026"));
    }

    [Theory]
    [InlineData("2026-11-12", null)]
    [InlineData("2026-08-31", "adhoc.ends-before-it-begins")]
    [InlineData("2027-03-31", "adhoc.not-earlier")]
    [InlineData("2027-03-30", null)]
    public void A_body_is_dissolved_earlier_than_the_list_said(string last, string? code) =>
        Assert.Equal(code, AdHocRules.Dissolve(Given.Pps, Given.CityAdmin, Given.City, TestLaw.Date(last), Today)?.Code);

    [Fact]
    public void What_is_over_stays_over_and_strangers_dissolve_nothing()
    {
        var over = Given.Pps with { Until = Today.PlusDays(-1) };
        Assert.Equal("adhoc.already-dissolved", AdHocRules.Dissolve(over, Given.CityAdmin, Given.City, over.From, Today)?.Code);
        Assert.Null(AdHocRules.Dissolve(over with { Until = Today }, Given.CityAdmin, Given.City, over.From, Today)?.Code);
        Assert.Equal("adhoc.not-yours", AdHocRules.Dissolve(Given.Pps, Given.KaurAdmin, Given.City, Today, Today)?.Code);
    }

    [Fact]
    public void Codes_tell_kind_place_station_and_election()
    {
        Assert.Equal(
            "ppk/17.71.01/pemilihan-uji",
            AdHocBody.CodeFor(AdHocKind.District, new("17.71.01"), null, new("pemilihan-uji")).Value
        );
        Assert.Equal(
            "kpps/17.71.01.1001-003/pemilihan-uji",
            AdHocBody.CodeFor(AdHocKind.PollingStation, new("17.71.01.1001"), 3, new("pemilihan-uji")).Value
        );
    }
}
