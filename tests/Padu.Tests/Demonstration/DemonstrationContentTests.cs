using System.Text.RegularExpressions;
using NodaTime;
using Padu.Calendar;
using Padu.Demonstration;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Demonstration;

public sealed partial class DemonstrationContentTests
{
    private static readonly DemonstrationContent Content = DemonstrationContent.Load();

    [Fact]
    public void Complaints_AreTheCataloguesFortyFour()
    {
        Assert.Equal(Enumerable.Range(1, 44), Content.Complaints.Select(one => one.No));
        Assert.Equal(IdentityLevel.Protected, Content.Complaints[43].Level);
    }

    [Fact]
    public void Complaints_SpreadOverTheProvinceAndItsTenOffices()
    {
        var offices = Content.Complaints.Select(one => one.Office).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "kpu-17",
                "kpu-17.01",
                "kpu-17.02",
                "kpu-17.03",
                "kpu-17.04",
                "kpu-17.05",
                "kpu-17.06",
                "kpu-17.07",
                "kpu-17.08",
                "kpu-17.09",
                "kpu-17.71",
            ],
            offices
        );
    }

    [Fact]
    public void Complaints_ShowEveryLevelLanguageClassAndClosingReasonOfThisThread()
    {
        var acts = Content.Complaints.SelectMany(one => one.Acts).ToList();

        Assert.Equal(Enum.GetValues<IdentityLevel>(), Content.Complaints.Select(one => one.Level).Distinct().Order());
        Assert.Equal(Enum.GetValues<Language>(), Content.Complaints.Select(one => one.Language).Distinct().Order());
        Assert.Equal(Enum.GetValues<ComplaintClass>(), acts.Select(act => act.Class).OfType<ComplaintClass>().Distinct().Order());
        Assert.Equal(Enum.GetValues<ScriptedAct>(), acts.Select(act => act.Do).Distinct().Order());
        Assert.Equal(
            [ClosingReason.NoCounterReply, ClosingReason.NotCompleted, ClosingReason.NotCompetent],
            acts.Select(act => act.Reason).OfType<ClosingReason>().Distinct().Order()
        );
    }

    [Fact]
    public void Texts_AreGoodWordingAndHoldNoRealContact()
    {
        foreach (var one in Content.Complaints)
        {
            foreach (var text in one.Acts.Select(act => act.Text).Append(one.Story).OfType<string>())
            {
                Assert.Null(Wording.Check("text", text, required: true));
                Assert.DoesNotMatch(LooksLikeAnIdentityNumber(), text);
            }

            Assert.True(one.Identity?.Email is null || one.Identity.Email.EndsWith("@contoh.example", StringComparison.Ordinal));
            Assert.True(one.Identity?.Phone is null || one.Identity.Phone.StartsWith("0800 0000 01", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Scripts_RunForwardAndEndBeforeTheLastOfficeHourIsOver()
    {
        foreach (var one in Content.Complaints)
        {
            var moments = one.Acts.Select(act => (act.Day, act.Time)).Prepend((one.Day, one.Time)).ToList();

            Assert.Equal(moments.Order(), moments);
            Assert.Equal(moments.Distinct(), moments);
            Assert.True(moments[^1].CompareTo((0, DemonstrationDays.Closing)) <= 0, $"#{one.No} ends in the future.");
        }
    }

    [Theory]
    // Before and after closing time, at a weekend, after the long leave of Idulfitri, on New Year's Day.
    [InlineData(2026, 11, 24, 5, 2026, 11, 23)]
    [InlineData(2026, 11, 24, 16, 2026, 11, 24)]
    [InlineData(2026, 11, 22, 12, 2026, 11, 20)]
    [InlineData(2026, 3, 25, 9, 2026, 3, 17)]
    [InlineData(2027, 1, 1, 20, 2026, 12, 31)]
    public void DayZero_IsTheLastWorkingDayThatIsOver(int year, int month, int day, int hour, int zeroYear, int zeroMonth, int zeroDay)
    {
        var legal = ReferenceCalendar.Load().For("17");
        var now = new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(legal.Zone).ToInstant();

        var days = new DemonstrationDays(legal, now);

        Assert.Equal(new LocalDate(zeroYear, zeroMonth, zeroDay), days.DayZero);
        Assert.All(
            DemonstrationScript.Steps(Content, days, legal, now).Zip(DemonstrationScript.Steps(Content, days, legal, now).Skip(1)),
            pair => Assert.True(pair.First.At <= pair.Second.At && pair.Second.At <= now)
        );
    }

    [Fact]
    public void Words_PrintTheDayInTheReadersLanguage()
    {
        var legal = ReferenceCalendar.Load().For("17");
        var days = new DemonstrationDays(legal, new LocalDateTime(2026, 4, 10, 18, 0).InZoneStrictly(legal.Zone).ToInstant());

        Assert.Equal("sampai Senin, 13 April 2026.", days.Words("sampai {hari:1}.", Language.Indonesian));
        Assert.Equal("until Thursday, 9 April 2026.", days.Words("until {hari:-1}.", Language.English));
    }

    [GeneratedRegex(@"\d{10,}")]
    private static partial Regex LooksLikeAnIdentityNumber();
}
