using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

/// <summary>
/// Every row of <c>reference/deadlines.csv</c>, from the law's words to a date counted by hand. Friday 13 March 2026 lies before Nyepi and Idulfitri,
/// Monday 11 May before Ascension, Iduladha and Pancasila.
/// </summary>
public sealed class RulePeriodTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Periods =>
        [
            Row("Rule 03: thirty calendar days after the service, warned of", "uu25.pengajuan", "2026-05-11", "2026-06-10"),
            Row("Rule 06: completeness told within fourteen calendar days", "uu25.kelengkapan", "2026-03-13", "2026-03-27"),
            Row("Rule 07: thirty calendar days to complete", "uu25.melengkapi", "2026-05-11", "2026-06-10"),
            Row("Rule 08: decided within sixty calendar days", "uu25.keputusan", "2026-03-13", "2026-05-12"),
            Row("Rule 09: the decision told within fourteen calendar days", "uu25.pemberitahuan", "2026-03-13", "2026-03-27"),
            Row("Rule 15: verified within three working days", "sp4n.verifikasi", "2026-03-13", "2026-03-25"),
            Row("Rule 16: first answer within five working days", "sp4n.jawaban_pertama", "2026-03-13", "2026-03-27"),
            Row("Rule 17: ten working days to reply", "sp4n.balasan", "2026-05-11", "2026-05-29"),
            Row("Rule 18: information within five working days", "sp4n.selesai.informasi", "2026-03-13", "2026-03-27"),
            Row("Rule 18: a complaint within fourteen working days", "sp4n.selesai.pengaduan", "2026-03-13", "2026-04-10"),
            Row("Rule 18: supervision within sixty working days", "sp4n.selesai.pengawasan", "2026-03-13", "2026-06-24"),
            Row("Rule 19: a suggestion within the office's own limit", "sp4n.selesai.aspirasi", "2026-03-13", "2026-04-10"),
            Row("Rule 21: two years since the event", "uu37.batas_peristiwa", "2026-05-11", "2028-05-10"),
            Row("Rule 22: thirty calendar days to complete at the Ombudsman", "uu37.melengkapi", "2026-05-11", "2026-06-10"),
            Row("Rule 23: not competent, told within seven calendar days", "uu37.bukan_kewenangan", "2026-03-13", "2026-03-20"),
            Row("Rule 40: Bawaslu within seven working days", "uu7.lapor_bawaslu", "2026-05-11", "2026-05-22"),
            Row("Rule 40: in a regional election within seven days", "uu10.lapor_bawaslu", "2026-06-22", "2026-06-29"),
            Row("Rule 42: Bawaslu's decision carried out within three working days", "uu7.putusan_bawaslu", "2026-03-13", "2026-03-25"),
            Row("Rule 42: in a regional election within seven days", "uu10.putusan_bawaslu", "2026-03-13", "2026-03-20"),
            Row("Rule 43: what was a recommendation, within seven days", "uu10.rekomendasi_bawaslu", "2025-07-01", "2025-07-08"),
            Row("Rule 42: DKPP's decision within seven days", "uu7.putusan_dkpp", "2026-03-13", "2026-03-20"),
            Row("Rule 44: a dispute before Bawaslu within three working days", "uu7.sengketa_proses", "2026-05-11", "2026-05-18"),
            Row("Rule 44: the same in a regional election", "uu10.sengketa", "2026-05-11", "2026-05-18"),
            Row("Rule 44: the administrative court within five days", "uu7.ptun", "2026-06-18", "2026-06-23"),
            Row("Rule 44: the high administrative court within three working days", "uu10.pttun", "2026-05-11", "2026-05-18"),
            Row("Rule 44: a presidential result within three days", "uu7.mk_presiden", "2026-06-22", "2026-06-25"),
            Row("Rule 44: a regional result within three working days", "uu10.mk", "2026-05-11", "2026-05-18"),
            Row("Rule 47: information within ten working days", "uu14.informasi", "2026-03-13", "2026-04-06"),
            Row("Rule 47: an objection within thirty working days", "uu14.keberatan", "2026-05-11", "2026-06-30"),
            Row("Rule 47: prolonged once by seven working days", "uu14.perpanjangan", "2026-05-11", "2026-05-22"),
            Row("Rule 47: the objection answered within thirty working days", "uu14.tanggapan_keberatan", "2026-05-11", "2026-06-30"),
            Row("Rule 47: the Information Commission within fourteen working days", "uu14.sengketa_informasi", "2026-03-13", "2026-04-10"),
            Row("Rule 48: election information within three working days", "perki1.informasi_pemilu", "2026-03-13", "2026-03-25"),
            Row("Rule 48: prolonged once by two working days", "perki1.perpanjangan", "2026-03-13", "2026-03-17"),
            Row("Rule 48: the objection answered within three working days", "perki1.tanggapan_keberatan", "2026-03-13", "2026-03-25"),
            Row("Rule 39: what belongs elsewhere is sorted within one working day", "padu.pemilahan", "2026-03-13", "2026-03-16"),
            Row("An answer to an input", "padu.masukan", "2026-03-13", "2026-04-10"),
            Row("An objection to an office's decision", "uu30.keberatan", "2026-05-11", "2026-06-17"),
            // No law gives the others: the row says so, and how it was chosen.
            Row("An answer to a question", "padu.menjawab_pertanyaan", "2026-05-11", "2026-05-29"),
            Row("A closed case opened again", "padu.buka_kembali", "2026-05-11", "2026-06-10"),
            Row("A request to the custodian", "padu.kustodian", "2026-03-13", "2026-03-16"),
            Row("An obligation whose source names no date", "padu.kewajiban", "2026-03-13", "2026-05-05"),
            Row("Before an agreement ends, counted backwards there", "padu.peringatan_berakhir", "2026-03-13", "2026-06-11"),
            Row("The Ombudsman's verification", "ombudsman.verifikasi", "2026-03-13", "2026-04-10"),
            Row("The Ombudsman's plenary", "ombudsman.pleno", "2026-03-13", "2026-03-27"),
            Row("The Ombudsman's examination", "ombudsman.pemeriksaan", "2026-03-13", "2026-06-24"),
            Row("The Ombudsman's outcome told", "ombudsman.pemberitahuan_hasil", "2026-03-13", "2026-03-27"),
        ];

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_in_days_ends_on_its_day(string code, string from, string due) =>
        Assert.Equal(TestLaw.Date(due), Explain(code, from).DueDate);

    [Theory]
    [InlineData("pdp.permintaan", 72)]
    [InlineData("pdp.kegagalan", 72)]
    [InlineData("uu7.mk_legislatif", 72)]
    [InlineData("ombudsman.respons_cepat", 24)]
    [InlineData("padu.izin_kustodian", 24)]
    public void Rule_51_and_others_a_period_in_hours_is_exact(string code, int hours) =>
        Assert.Equal(TestLaw.At(TestLaw.Date("2026-03-20")) + Duration.FromHours(hours), Explain(code, "2026-03-20").Due);

    [Fact(DisplayName = "Rule 60: every row of the table is counted by hand here, and says where it comes from")]
    public void Every_row_is_pinned_and_has_its_source()
    {
        var pinned = Periods.Select(row => row.Data.Item1).Concat(Hours).ToHashSet();
        Assert.DoesNotContain(Law.Bengkulu.Rules.Rows, row => !pinned.Contains(row.Code.Value));
        Assert.All(
            Law.Bengkulu.Rules.Rows,
            row =>
                Assert.True(
                    row is { Amount: > 0, Trigger.Length: > 0, Source.Length: > 0 } && row.ValidFrom > new LocalDate(2000, 1, 1),
                    row.Code.Value
                )
        );
    }

    private static readonly string[] Hours =
    [
        "pdp.permintaan",
        "pdp.kegagalan",
        "uu7.mk_legislatif",
        "ombudsman.respons_cepat",
        "padu.izin_kustodian",
    ];

    private static TheoryDataRow<string, string, string> Row(string name, string code, string from, string due) =>
        new(code, from, due) { TestDisplayName = name };

    private static Explanation Explain(string code, string from) =>
        TestLaw.Explain(Law.Bengkulu.Rules.On(new RuleCode(code), TestLaw.Date(from)), from, Law.Bengkulu);
}
