using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Triage;

namespace Padu.Domain.Tests.Triage;

public sealed class LimitsTests
{
    private static readonly LocalDate Known = new(2026, 5, 11);

    [Fact]
    public void Rule_40_a_violation_has_seven_working_days_in_a_general_election_and_seven_days_in_a_regional_one()
    {
        var periods = Limits.Of(GivenWords.Bribe, Known, Law.Bengkulu);
        Assert.Equal(
            [("uu7.lapor_bawaslu", new LocalDate(2026, 5, 22)), ("uu10.lapor_bawaslu", new LocalDate(2026, 5, 18))],
            periods.Select(period => (period.Rule.Code.Value, Limits.LastDay(period)))
        );
    }

    [Fact]
    public void Another_bodys_calendar_period_is_never_prolonged_over_a_weekend()
    {
        // Seven days from Saturday 7 November 2026 end on Saturday the 14th, and so they are told.
        var period = Limits.Of(GivenWords.Bribe, new LocalDate(2026, 11, 7), Law.Bengkulu)[1];
        Assert.Equal(new LocalDate(2026, 11, 14), Limits.LastDay(period));
        Assert.Equal(-1, Limits.Left(period, new LocalDate(2026, 11, 15), Law.Bengkulu));
    }

    [Fact]
    public void Rule_44_three_times_24_hours_are_counted_from_the_beginning_of_the_day()
    {
        var period = Assert.Single(Limits.Of(GivenWords.Result, Known, Law.Bengkulu));
        Assert.Equal(Known.PlusDays(2), Limits.LastDay(period));
        Assert.Equal((2, 0, -1), (Left(period, 0), Left(period, 2), Left(period, 3)));
    }

    [Fact]
    public void Rule_39_days_left_are_counted_in_the_unit_of_the_law()
    {
        var period = Limits.Of(GivenWords.Bribe, Known, Law.Bengkulu)[0];
        Assert.Equal((7, 0, -1), (Left(period, 0), Left(period, 11), Left(period, 12)));
        // Friday the 22nd is the last; on the Saturday no working day has passed, and still it is over.
        Assert.Equal(-1, Limits.Left(period, new LocalDate(2026, 5, 23), Law.Bengkulu));
    }

    [Fact]
    public void Rule_39_what_belongs_elsewhere_is_sorted_within_one_working_day()
    {
        Assert.Equal(new LocalDate(2026, 11, 13), Sorting.By(Given.Filed, Law.Bengkulu));
        // A letter of Friday is sorted on Monday.
        Assert.Equal(new LocalDate(2026, 11, 16), Sorting.By(Given.Filed + Duration.FromDays(1), Law.Bengkulu));
    }

    [Fact]
    public void The_addressee_follows_the_region_and_is_the_provinces_where_none_is_known()
    {
        var province = new RegionCode("17");
        Assert.Equal(new OfficeCode("bawaslu-17.71"), GivenWords.Bribe.AddresseeIn(province, new RegionCode("17.71.02")));
        Assert.Equal(new OfficeCode("bawaslu-17"), GivenWords.Bribe.AddresseeIn(province, null));
        Assert.Equal(new OfficeCode("mk"), GivenWords.Result.AddresseeIn(province, new RegionCode("17.71")));
        Assert.Null(GivenWords.Voters.AddresseeIn(province, null));
    }

    [Theory]
    [InlineData("a", "there is no question")]
    [InlineData("mulai", "leads back to itself")]
    public void Questions_that_lead_nowhere_are_refused(string to, string why)
    {
        var question = new PathQuestion(QuestionPath.First, "?", "?", [new PathChoice("x", "x", to, null)]);
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => new QuestionPath([question], [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_is_reached_by_questions_and_only_kinds_are()
    {
        var question = new PathQuestion(QuestionPath.First, "?", "?", [new PathChoice("x", "x", null, GivenWords.Voters.Code)]);
        Assert.NotNull(new QuestionPath([question], [GivenWords.Voters.Code]).Find(QuestionPath.First));
        Assert.Throws<ArgumentException>(() => new QuestionPath([question], []));
        Assert.Throws<ArgumentException>(() => new QuestionPath([question], [GivenWords.Voters.Code, GivenWords.Bribe.Code]));
    }

    private static int Left(Explanation period, int days) => Limits.Left(period, Known.PlusDays(days), Law.Bengkulu);
}
