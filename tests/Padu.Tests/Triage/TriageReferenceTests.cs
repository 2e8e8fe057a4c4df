using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;
using Padu.Storage;
using Padu.Tests.Calendar;
using Padu.Triage;

namespace Padu.Tests.Triage;

/// <summary>The shipped tables, and what is refused at start.</summary>
public sealed class TriageReferenceTests : IDisposable
{
    private readonly ReferenceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_26_kinds_stand_in_the_order_of_the_table()
    {
        Assert.Equal(Enumerable.Range(1, 26), Catalogue.Reference.Kinds.Select(kind => kind.Row));
        Assert.Equal(26, Catalogue.Reference.Kinds.Select(kind => kind.Code).Distinct().Count());
    }

    [Fact]
    public void Rule_44_and_45_disputes_and_results_are_information_only_and_ask_for_a_participant()
    {
        var kinds = Catalogue.Reference.Kinds.Where(kind => kind.InformationOnly).ToList();
        Assert.Equal([9, 10, 11, 12, 13, 14], kinds.Select(kind => kind.Row));
        Assert.All(kinds, kind => Assert.Contains(Bring.Participant, kind.Brings));
    }

    [Fact]
    public void Rule_43_procedure_in_a_regional_election_is_read_with_the_courts_judgement_of_2025()
    {
        var kind = Catalogue.Reference.Kinds.Single(kind => kind.Code.Value == "administrasi_pilkada");
        Assert.False(kind.IsHere);
        Assert.Contains("MK 104/PUU-XXIII/2025", kind.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_49_who_is_named_in_SIPOL_is_told_that_the_party_deletes_and_to_ask_for_proof()
    {
        var sipol = Catalogue.Reference.Kinds.Single(kind => kind.Code.Value == "sipol");
        Assert.True(sipol.IsHere);
        Assert.Contains("petugas partai", sipol.NoteIn("id"), StringComparison.Ordinal);
        Assert.Contains("proof", sipol.NoteIn("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_46_who_complains_to_DKPP_brings_their_identity_and_comes_in_person() =>
        Assert.Superset(
            new HashSet<Bring> { Bring.Identity, Bring.Attendance },
            Catalogue.Reference.Kinds.Single(kind => kind.Body == Body.Dkpp).Brings.ToHashSet()
        );

    [Theory]
    [InlineData("pelanggaran_pemilu", "uu7.lapor_bawaslu")]
    [InlineData("pelanggaran_pilkada", "uu10.lapor_bawaslu")]
    [InlineData("sengketa_pemilu", "uu7.sengketa_proses")]
    [InlineData("sengketa_pilkada", "uu10.sengketa")]
    [InlineData("hasil_legislatif", "uu7.mk_legislatif")]
    [InlineData("hasil_presiden", "uu7.mk_presiden")]
    [InlineData("hasil_pilkada", "uu10.mk")]
    [InlineData("informasi_pemilu", "perki1.informasi_pemilu")]
    [InlineData("informasi_umum", "uu14.informasi")]
    [InlineData("data_pribadi", "pdp.permintaan")]
    public void Each_kind_names_the_rule_of_its_own_law(string code, string rule) =>
        Assert.Contains(new RuleCode(rule), Catalogue.Reference.Kinds.Single(kind => kind.Code.Value == code).Limits);

    [Theory]
    [InlineData("uu10.lapor_bawaslu", 7, CountingUnit.CalendarDay)]
    [InlineData("uu7.sengketa_proses", 3, CountingUnit.WorkingDay)]
    [InlineData("uu10.sengketa", 3, CountingUnit.WorkingDay)]
    [InlineData("uu7.mk_legislatif", 72, CountingUnit.Hour)]
    [InlineData("uu7.mk_presiden", 3, CountingUnit.CalendarDay)]
    [InlineData("uu10.mk", 3, CountingUnit.WorkingDay)]
    [InlineData("uu14.informasi", 10, CountingUnit.WorkingDay)]
    [InlineData("perki1.informasi_pemilu", 3, CountingUnit.WorkingDay)]
    [InlineData("uu14.keberatan", 30, CountingUnit.WorkingDay)]
    [InlineData("uu30.keberatan", 21, CountingUnit.WorkingDay)]
    [InlineData("padu.pemilahan", 1, CountingUnit.WorkingDay)]
    public void Rules_39_40_44_47_48_the_periods_are_those_of_the_law(string code, int amount, CountingUnit unit)
    {
        var rule = ReferenceCalendar.Load().Rules.On(new RuleCode(code), new NodaTime.LocalDate(2026, 6, 1));
        Assert.Equal((amount, unit, false), (rule.Amount, rule.Unit, rule.IsConfirmed));
    }

    [Theory]
    [InlineData("triage/kinds.csv", 2, "x,2,a,b,kpu,,UU,,pengaduan,,false,M,,", "column 'row'")]
    [InlineData("triage/kinds.csv", 2, "x,1,a,b,rt,,UU,,pengaduan,,false,M,,", "column 'body'")]
    [InlineData("triage/kinds.csv", 2, "x,1,a,b,kpu,,UU,uu0.tidak_ada,pengaduan,,false,M,,", "no rule 'uu0.tidak_ada'")]
    [InlineData("triage/kinds.csv", 2, "x,1,a,b,kpu,,UU,,pengaduan,kue,false,M,,", "'kue' is nothing that can be brought")]
    [InlineData("triage/kinds.csv", 2, "x,1,a,b,kpu,,UU,,pengaduan,,false,M,,", "which is no kind")]
    [InlineData("triage/kinds.csv", 3, "layanan_kpu,2,a,b,kpu,,UU,,pengaduan,,false,M,,", "stands here twice")]
    [InlineData("triage/kinds.csv", 2, "x,1,a,b,kpu,,UU,,pengaduan,,false,M,catatan,", "column 'note_en'")]
    [InlineData("triage/questions.csv", 3, "mulai,1,tidak-ada,a,b", "no question 'tidak-ada'")]
    [InlineData("triage/words.csv", 2, "kpu,true,layanan_kpu:99", "weight from 1 to 9")]
    [InlineData("triage/words.csv", 2, "kpu,true,tidak_ada:1", "no kind 'tidak_ada'")]
    [InlineData("triage/words.csv", 2, "kades,true,layanan_kpu:1", "written in more than one word")]
    [InlineData("triage/classes.csv", 2, "usul,lain,4", "column 'class'")]
    public void A_wrong_row_stops_the_start_and_is_named(string file, int line, string row, string why)
    {
        folder.Put(file, line, row);
        var refused = Assert.Throws<ReferenceDataException>(() => TriageReference.Load(ReferenceCalendar.Load().Rules, folder.Path));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_learned_is_read_again_as_it_was_written()
    {
        var place = Directory.CreateTempSubdirectory("padu-belajar-").FullName;
        try
        {
            var data = DataFolder.Create(
                Path.Combine(place, "data"),
                DataFolderKind.Installation,
                new Domain.Organisations.RegionCode("17"),
                NodaTime.Instant.FromUtc(2026, 11, 12, 1, 0)
            );
            Assert.Empty(LearnedFile.Read(data).All);
            LearnedWeight[] learned =
            [
                new("amplop", new GrievanceCode("pidana_pemilihan"), 1.25),
                new("kasar", new GrievanceCode("layanan_kpu"), -0.5),
            ];
            LearnedFile.Write(data, new LearnedWeights(learned));
            Assert.Equal(learned, LearnedFile.Read(data).All);

            LearnedFile.Write(data, LearnedWeights.None);
            Assert.Empty(LearnedFile.Read(data).All);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }
}
