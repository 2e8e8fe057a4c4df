using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

/// <summary>Where elections are held, which stages run, and what a schedule must be.</summary>
public sealed class ElectionTests
{
    private static readonly LocalDate End = new(2026, 3, 31);

    [Theory]
    [InlineData("17", "17", true)]
    [InlineData("17", "17.71", true)]
    [InlineData("17", "17.71.01.1001", true)]
    [InlineData("17.71", "17", true)] // a part of the province votes
    [InlineData("17.71", "17.01", false)]
    [InlineData("1", "17", false)]
    [InlineData("16", "17.71", false)]
    [InlineData("", "92.71", true)] // the whole country
    public void An_election_covers_its_regions(string regions, string asked, bool covers) =>
        Assert.Equal(
            covers,
            StageTests.Of(new("a"), End, false, 1, [.. regions.Split(',', StringSplitOptions.RemoveEmptyEntries)]).Covers(asked)
        );

    [Theory]
    [InlineData("2026-01-29", StageTime.Next)]
    [InlineData("2026-01-30", StageTime.Now)]
    [InlineData("2026-03-31", StageTime.Now)]
    [InlineData("2026-04-01", StageTime.Past)]
    public void A_stage_runs_from_its_first_to_its_last_day(string day, StageTime time) =>
        Assert.Equal(time, StageTests.Of(new("a"), End, false, 1, "17").Stages[0].On(TestLaw.Date(day)));

    [Fact]
    public void Overlapping_elections_of_a_region_each_keep_their_own_stages()
    {
        var province = StageTests.Of(new("pilkada-provinsi"), End, false, 1, "17");
        var city = StageTests.Of(new("pilkada-kota"), End.PlusDays(5), false, 1, "17.71");
        var other = StageTests.Of(new("pilkada-kaur"), End, false, 1, "17.04");
        var schedule = new ElectionSchedule([province, city, other]);
        Assert.Equal(
            ["pilkada-kota", "pilkada-provinsi"],
            schedule.Running("17.71", End).Select(one => one.Election.Code.Value).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["pilkada-kota"], schedule.Running("17.71", End.PlusDays(1)).Select(one => one.Election.Code.Value));
        // A period ends with the stage of the election it is about, whatever the other's dates.
        Assert.Equal(End, schedule.Bound(new(province.Code, StageTests.VoterList), ClockSide.Institution, End)!.Ends);
        Assert.Equal(End.PlusDays(5), schedule.Bound(new(city.Code, StageTests.VoterList), ClockSide.Institution, End)!.Ends);
        Assert.Null(schedule.Bound(new(new("tidak-ada"), StageTests.VoterList), ClockSide.Institution, End));
    }

    [Fact]
    public void The_quiet_period_is_known_in_its_region_only_while_it_lasts()
    {
        var voting = new LocalDate(2027, 1, 2);
        var quiet = new ElectionStage(
            StageCode.Quiet,
            "Masa tenang",
            "Quiet period",
            new(2026, 12, 30),
            new(2027, 1, 1),
            "PKPU uji",
            Confidence.Remembered
        );
        var schedule = new ElectionSchedule([StageTests.Of(new("a"), End, false, 1, "17") with { VotingDay = voting, Stages = [quiet] }]);
        Assert.Null(schedule.QuietOn("17.71", new(2026, 12, 29)));
        Assert.Equal(StageCode.Quiet, schedule.QuietOn("17.71", new(2026, 12, 31))!.Value.Stage.Code);
        Assert.NotNull(schedule.QuietOn("17.71", new(2027, 1, 1)));
        Assert.Null(schedule.QuietOn("17.71", voting));
        Assert.Null(schedule.QuietOn("16", new(2026, 12, 31)));
    }

    public static TheoryData<string, ElectionStage[]> Wrong =>
        new()
        {
            { "0 stages.none", [] },
            { "1 stages.code-malformed", [Good with { Code = new("Daftar Pemilih") }] },
            { "1 stages.code-malformed", [Good with { Code = new("") }] },
            { "2 stages.code-twice", [Good, Good] },
            { "1 stages.name-missing", [Good with { NameEn = " " }] },
            { "1 stages.name-missing", [Good with { Source = new string('x', 301) }] },
            { "1 stages.ends-before-it-begins", [Good with { To = Good.From.PlusDays(-1) }] },
            { "1 stages.too-long", [Good with { To = Good.From.PlusYears(3).PlusDays(1) }] },
            { "1 stages.quiet-before-voting", [Good with { Code = StageCode.Quiet }] },
            { "0 stages.too-many", [.. Enumerable.Range(0, 201).Select(at => Good with { Code = new($"t{at}") })] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_row_is_named_by_its_line(string expected, ElectionStage[] stages) =>
        Assert.Equal(
            [expected],
            StageRows.Check([.. stages], new LocalDate(2026, 6, 1)).Select(problem => $"{problem.Line} {problem.Refusal.Code}")
        );

    [Fact]
    public void A_good_schedule_has_no_problem() =>
        Assert.Empty(
            StageRows.Check(
                [
                    Good,
                    Good with
                    {
                        Code = new("satu_hari"),
                        To = Good.From,
                    },
                    Good with
                    {
                        Code = new("panjang"),
                        To = Good.From.PlusYears(3),
                    },
                    Good with
                    {
                        Code = StageCode.Quiet,
                        From = new(2026, 5, 29),
                        To = new(2026, 5, 31),
                    },
                ],
                new LocalDate(2026, 6, 1)
            )
        );

    private static ElectionStage Good =>
        new(new("kampanye"), "Kampanye", "Campaign", new(2026, 1, 1), new(2026, 2, 1), "PKPU uji", Confidence.Doubtful);
}
