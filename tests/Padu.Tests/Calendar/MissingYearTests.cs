using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Oversight;

namespace Padu.Tests.Calendar;

/// <summary>The shipped tables as if nobody had computed 2027.</summary>
public sealed class WithoutNextYear : TestSite
{
    private readonly ReferenceFolder reference = new();

    protected override void Adjust(WebApplicationBuilder builder)
    {
        System.IO.File.Delete(reference["holidays/2027.csv"]);
        var sets = reference["holidays/sets.csv"];
        System.IO.File.WriteAllLines(
            sets,
            System.IO.File.ReadAllLines(sets).Where(line => !line.StartsWith("2027", StringComparison.Ordinal))
        );
        builder.Services.AddCalendar(reference.Path);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        reference.Dispose();
    }
}

/// <summary>Autumn, and next year's holidays are not decreed yet: the program warns, goes on, and says so at every date that rests on them.</summary>
public sealed class MissingYearTests(WithoutNextYear site) : IClassFixture<WithoutNextYear>
{
    [Fact(DisplayName = "Rule 58: that next year's table is missing is told when the program starts")]
    public void It_is_told_at_the_start()
    {
        Assert.Contains(
            Sentences(new LocalDate(2026, 11, 12)),
            line => line.Contains("no holidays are known for 2027", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Sentences(new LocalDate(2025, 11, 12)), line => line.StartsWith("WARNING", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "Rule 58: and stands in red on the operator's page")]
    public async Task It_stands_on_the_status_page()
    {
        using var operators = await site.Enter("operator");
        Assert.Contains("Hari libur 2027 belum ada", (await operators.Get("/atur/status")).Words);
    }

    [Fact(DisplayName = "Rule 58: a case is filed and counted all the same, and its date says on which year it rests")]
    public async Task A_case_goes_on_and_its_date_says_so()
    {
        // Thursday 12 November 2026: the decision within sixty days ends in January; a supervision's sixty working days rest on that year.
        var complaint = await site.Verified(await site.File(TestSite.City));
        Assert.All(complaint.Clocks, clock => Assert.NotNull(clock.DueDate));
        using var visitor = new Browser(site.Address);
        const string Query = "/bantuan/tenggat?aturan=sp4n.selesai.pengawasan&tanggal=2026-11-12";
        Assert.Contains("Hari libur tahun 2027 belum ditetapkan resmi", (await visitor.Get(Query)).TextOf("#hasil"));
        var within = await visitor.Get("/bantuan/tenggat?aturan=sp4n.verifikasi&tanggal=2026-11-12");
        Assert.DoesNotContain("belum ditetapkan resmi", within.TextOf("#hasil"));
    }

    private IEnumerable<string> Sentences(LocalDate today) => LawAtStart.Sentences(site.Services.GetRequiredService<Law>(), today);
}
