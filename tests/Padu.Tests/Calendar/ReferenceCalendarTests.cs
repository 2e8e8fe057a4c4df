using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Tests.Calendar;

public sealed class ReferenceCalendarTests : IDisposable
{
    private static readonly ReferenceCalendar Shipped = ReferenceCalendar.Load();

    private readonly ReferenceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_shipped_years_are_there_and_only_2027_is_provisional()
    {
        Assert.Equal([2024, 2025, 2026, 2027], Shipped.Calendar.Sets.Select(set => set.Year));
        Assert.Equal([2027], Shipped.Calendar.Sets.Where(set => !set.Official).Select(set => set.Year));
        Assert.Equal("2024.1+2025.1+2026.1+2027.1", Shipped.Calendar.Version.Value);
    }

    [Theory]
    [InlineData("sp4n.verifikasi", 3, CountingUnit.WorkingDay, "diterima", ClockSide.Institution)]
    [InlineData("sp4n.jawaban_pertama", 5, CountingUnit.WorkingDay, "diterima", ClockSide.Institution)]
    [InlineData("sp4n.selesai.pengaduan", 14, CountingUnit.WorkingDay, "diterima", ClockSide.Institution)]
    [InlineData("sp4n.selesai.pengawasan", 60, CountingUnit.WorkingDay, "diterima", ClockSide.Institution)]
    [InlineData("sp4n.selesai.informasi", 5, CountingUnit.WorkingDay, "diterima", ClockSide.Institution)]
    [InlineData("sp4n.selesai.aspirasi", 14, CountingUnit.WorkingDay, "diterima", ClockSide.Institution)]
    [InlineData("sp4n.balasan", 10, CountingUnit.WorkingDay, "dijawab", ClockSide.Complainant)]
    [InlineData("uu25.kelengkapan", 14, CountingUnit.CalendarDay, "diterima", ClockSide.Institution)]
    [InlineData("uu25.melengkapi", 30, CountingUnit.CalendarDay, "diminta_lengkap", ClockSide.Complainant)]
    [InlineData("uu25.keputusan", 60, CountingUnit.CalendarDay, "lengkap", ClockSide.Institution)]
    [InlineData("uu25.pemberitahuan", 14, CountingUnit.CalendarDay, "dijawab", ClockSide.Institution)]
    [InlineData("pdp.permintaan", 72, CountingUnit.Hour, "diterima", ClockSide.Institution)]
    public void The_shipped_periods_are_those_of_the_law(string code, int amount, CountingUnit unit, string trigger, ClockSide side)
    {
        var rule = Shipped.Rules.On(new RuleCode(code), new LocalDate(2026, 1, 1));
        Assert.Equal((amount, unit, trigger, side), (rule.Amount, rule.Unit, rule.Trigger, rule.Side));
        Assert.False(rule.LeaveIsWorking);
        Assert.False(rule.IsConfirmed);
    }

    [Fact]
    public void Every_deadline_names_its_law_or_says_that_there_is_none() =>
        Assert.All(
            Shipped.Rules.Rows,
            rule =>
                Assert.Matches(
                    "^((UU|PermenPANRB|Perpres|Peraturan|Peraturan Ombudsman|Peraturan Komisi Informasi) [^ ]*[0-9]+/[0-9]{4}|(Perjanjian tidak menyebut|Tidak ada aturan tentang) .*; batasnya kebijakan Padu$)",
                    rule.Source
                )
        );

    [Fact]
    public void A_shipped_rule_counts_a_date_in_the_offices_zone()
    {
        var legal = Shipped.For("17");
        var clock = Counting.Start(ClockKind.Verification, new RuleCode("sp4n.verifikasi"), Instant.FromUtc(2026, 3, 13, 3, 0), legal);
        Assert.Equal(new LocalDate(2026, 3, 25), clock.DueDate);
        Assert.Equal(Instant.FromUtc(2026, 3, 25, 17, 0), clock.Due);
        Assert.Equal("Asia/Jayapura", Shipped.For("91").Zone.Id);
    }

    [Fact]
    public void A_province_that_does_not_exist_is_a_bug_and_throws() => Assert.Throws<ArgumentException>(() => Shipped.For("99"));

    [Fact]
    public void The_services_give_calendar_and_rules_of_the_folder_named()
    {
        folder.Put("holidays/sets.csv", 4, "2026,2026.2,official,SKB perubahan");
        using var services = new ServiceCollection().AddCalendar(folder.Path).BuildServiceProvider();
        Assert.Equal("2026.2", services.GetRequiredService<WorkingCalendar>().SetOf(2026)!.Version);
        Assert.Equal(Shipped.Rules.Version, services.GetRequiredService<ReferenceCalendar>().Rules.Version);
        Assert.Same(services.GetRequiredService<WorkingCalendar>(), services.GetRequiredService<ReferenceCalendar>().Calendar);
    }

    [Theory]
    [InlineData("holidays/2026.csv", 3, "2026-01-16,libur_nasional", "2 columns instead of 3")]
    [InlineData("holidays/2026.csv", 3, "16-01-2026,libur_nasional,Isra Mikraj", "'date' must be a date like 2026-12-31, not '16-01-2026'")]
    [InlineData("holidays/2026.csv", 3, "2026-02-30,libur_nasional,Isra Mikraj", "'date' must be a date")]
    [InlineData("holidays/2026.csv", 3, "2025-01-16,libur_nasional,Isra Mikraj", "does not lie in 2026")]
    [InlineData("holidays/2026.csv", 3, "2026-01-01,libur_nasional,Isra Mikraj", "must come after 2026-01-01")]
    [InlineData("holidays/2026.csv", 3, "2026-01-16,akhir_pekan,Isra Mikraj", "kind must be libur_nasional or cuti_bersama")]
    [InlineData("holidays/2026.csv", 3, "2026-01-16,libur,Isra Mikraj", "'kind' must be one of")]
    [InlineData("holidays/2026.csv", 3, "2026-01-16,libur_nasional,", "'name' is empty")]
    [InlineData("holidays/2026.csv", 3, "2026-01-16,libur_nasional,Isra \"Mikraj", "not valid CSV")]
    [InlineData("holidays/2026.csv", 3, "", "1 columns instead of 3")]
    [InlineData("holidays/2026.csv", 1, "date,name,kind", "header must be 'date,kind,name'")]
    [InlineData("holidays/sets.csv", 4, "2025,2025.2,official,SKB", "year 2025 stands here twice")]
    [InlineData("holidays/sets.csv", 4, "2026,2025.1,official,SKB", "must begin with '2026.'")]
    [InlineData("holidays/sets.csv", 4, "2026,2026.1,resmi,SKB", "status must be official or provisional, not 'resmi'")]
    [InlineData("holidays/sets.csv", 4, "2026,2026.1,official,", "'source' is empty")]
    [InlineData("deadlines.csv", 2, "a,0,hari_kerja,t,lembaga,UU,2020-01-01,,S,,false,,false,", "whole number from 1 to 1000, not '0'")]
    [InlineData(
        "deadlines.csv",
        2,
        "a,3,hari,t,lembaga,UU,2020-01-01,,S,,false,,false,",
        "'unit' must be one of hari_kerja, hari_kalender, jam, not 'hari'"
    )]
    [InlineData("deadlines.csv", 2, "a,3,hari_kerja,t,kpu,UU,2020-01-01,,S,,false,,false,", "'side' must be one of lembaga, pelapor")]
    [InlineData("deadlines.csv", 2, "a,3,hari_kerja,t,lembaga,,2020-01-01,,S,,false,,false,", "'source' is empty")]
    [InlineData(
        "deadlines.csv",
        2,
        "a,3,hari_kerja,t,lembaga,UU,2020-01-01,2019-12-31,S,,false,,false,",
        "valid_to lies before valid_from"
    )]
    [InlineData(
        "deadlines.csv",
        2,
        "a,3,hari_kerja,t,lembaga,UU,2020-01-01,,s,,false,,false,",
        "'confidence' must be one of V, S, M, m, not 's'"
    )]
    [InlineData("deadlines.csv", 2, "a,3,hari_kerja,t,lembaga,UU,2020-01-01,,S,,ya,,false,", "'leave_is_working' must be true or false")]
    [InlineData("deadlines.csv", 2, "a,3,hari_kerja,t,lembaga,UU,2020-01-01,,S,,false,sakit,false,", "'sakit' is no reason for a pause")]
    [InlineData("deadlines.csv", 2, "a, 3,hari_kerja,t,lembaga,UU,2020-01-01,,S,,false,,false,", "'amount' begins or ends with a blank")]
    [InlineData(
        "deadlines.csv",
        3,
        "sp4n.verifikasi,3,hari_kerja,t,lembaga,UU,2026-01-01,,S,,false,,false,",
        "another row of 'sp4n.verifikasi' is valid"
    )]
    [InlineData("deadlines.csv", 2, "a,3,hari_kerja,t,lembaga,UU,2020-01-01,,S,,false,,ya,", "'bounded_by_stage' must be true or false")]
    [InlineData("elections/elections.csv", 3, "pemilu-2024,1,pemilu,a,b,,2024-02-14,PKPU,M,", "election 'pemilu-2024' stands here twice")]
    [InlineData("elections/elections.csv", 2, "Pemilu 2024,1,pemilu,a,b,,2024-02-14,PKPU,M,", "small letters, digits and hyphens")]
    [InlineData("elections/elections.csv", 2, "pemilu-2024,0,pemilu,a,b,,2024-02-14,PKPU,M,", "whole number from 1 to 999, not '0'")]
    [InlineData("elections/elections.csv", 2, "pemilu-2024,1,pilpres,a,b,,2024-02-14,PKPU,M,", "'kind' must be one of pemilu, pilkada")]
    [InlineData("elections/elections.csv", 2, "pemilu-2024,1,pemilu,a,b,,2024-02-14,,M,", "'source' is empty")]
    [InlineData("elections/pemilu-2024.csv", 3, "kampanye,a,b,2023-02-11,2023-02-10,PKPU,m", "stages.ends-before-it-begins")]
    [InlineData("elections/pemilu-2024.csv", 3, "program,a,b,2023-02-10,2023-02-10,PKPU,m", "stages.code-twice")]
    [InlineData("elections/pemilu-2024.csv", 3, "kampanye,a,b,2023-02-10,2023-02-10,PKPU,x", "'confidence' must be one of")]
    [InlineData("zones.csv", 2, "11,Asia/Atjeh", "'Asia/Atjeh' is no IANA time zone")]
    [InlineData("zones.csv", 2, "1,Asia/Jakarta", "a province has two digits, not '1'")]
    [InlineData("zones.csv", 3, "11,Asia/Jakarta", "province 11 stands here twice")]
    public void A_wrong_row_is_named_with_file_and_line(string file, int line, string text, string sentence)
    {
        folder.Put(file, line, text);
        var problem = Assert.Throws<ReferenceDataException>(() => ReferenceCalendar.Load(folder.Path));
        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.StartsWith($"reference/{file}, line {line}: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_law_is_two_rows_one_after_the_other()
    {
        folder.Put("deadlines.csv", 2, "sp4n.verifikasi,3,hari_kerja,diterima,lembaga,UU,2019-01-01,2026-06-30,S,,false,,false,");
        folder.Put(
            "deadlines.csv",
            folder.Lines("deadlines.csv") + 1,
            "sp4n.verifikasi,2,hari_kerja,diterima,lembaga,UU,2026-07-01,,V,Sekretaris,true,,false,"
        );
        var rules = ReferenceCalendar.Load(folder.Path).Rules;
        Assert.Equal(3, rules.On(new RuleCode("sp4n.verifikasi"), new LocalDate(2026, 6, 30)).Amount);
        var current = rules.On(new RuleCode("sp4n.verifikasi"), new LocalDate(2026, 7, 1));
        Assert.Equal((2, "Sekretaris", true), (current.Amount, current.ConfirmedBy, current.LeaveIsWorking));
        Assert.NotEqual(Shipped.Rules.Version, rules.Version);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(folder["holidays/2026.csv"]);
        var problem = Assert.Throws<ReferenceDataException>(() => ReferenceCalendar.Load(folder.Path));
        Assert.Equal("reference/holidays/2026.csv: the file is missing or cannot be read.", problem.Message);
    }

    [Fact]
    public void A_years_file_without_its_set_is_not_silently_ignored()
    {
        File.Copy(folder["holidays/2026.csv"], folder["holidays/2028.csv"]);
        var problem = Assert.Throws<ReferenceDataException>(() => ReferenceCalendar.Load(folder.Path));
        Assert.Equal("reference/holidays/sets.csv: the file holidays/2028.csv has no row here.", problem.Message);
    }

    [Fact]
    public void A_table_without_rows_is_refused()
    {
        File.WriteAllText(folder["zones.csv"], "province,zone\n");
        Assert.Contains(
            "has no rows",
            Assert.Throws<ReferenceDataException>(() => ReferenceCalendar.Load(folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_byte_that_is_not_UTF8_is_named_by_its_line()
    {
        File.WriteAllBytes(folder["zones.csv"], [.. "province,zone\n11,"u8, 0xE9, .. "\n"u8]);
        Assert.Equal(2, Assert.Throws<ReferenceDataException>(() => ReferenceCalendar.Load(folder.Path)).Line);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_are_read_alike()
    {
        var text = File.ReadAllText(folder["zones.csv"]).ReplaceLineEndings("\r\n");
        File.WriteAllText(folder["zones.csv"], text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal("Asia/Makassar", ReferenceCalendar.Load(folder.Path).For("51").Zone.Id);
    }
}
