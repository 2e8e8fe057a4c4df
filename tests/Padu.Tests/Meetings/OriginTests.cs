using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Padu.Agreements;
using Padu.Domain.Agreements;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Meetings;

namespace Padu.Tests.Meetings;

/// <summary>
/// The announcement of 2016, held against the public pages: what it states is found there with its source, and what it does not state is said to be not
/// stated.
/// </summary>
public sealed class OriginTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Source = "Berita “Tingkatkan Layanan Publik, KPU Provinsi MoU Dengan Ombudsman” (irs)";
    private static readonly string[] Silent = ["tidak disebut dalam sumber", "tidak menyebut"];
    private static readonly RegionCode Bengkulu = new("17");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each statement of the announcement, and words of the page that say it.</summary>
    public static readonly TheoryData<string, string, string> Statements = new()
    {
        { "why it was signed", "/perjanjian/pks-2016-bengkulu", "dalam upaya meningkatkan pelayanan publik sebagai penyelenggara Pemilu" },
        { "what it is called", "/perjanjian/pks-2016-bengkulu", "nota kesepahaman perjanjian kerjasama" },
        { "both parties", "/perjanjian/pks-2016-bengkulu", "KPU Provinsi Bengkulu dan Ombudsman RI Perwakilan Bengkulu" },
        { "who told it and signed", "/perjanjian/pks-2016-bengkulu", "Irwan Saputra, Ketua KPU Provinsi Bengkulu" },
        { "public service and complaints", "/perjanjian/pks-2016-bengkulu", "Pelayanan publik, dan penanganan pengaduan masyarakat" },
        { "the day", "/perjanjian/pks-2016-bengkulu", "Jumat, 16 Desember" },
        { "the place", "/perjanjian/pks-2016-bengkulu", "Gedung Bapelkes" },
        { "both kinds of election", "/perjanjian/pks-2016-bengkulu", "baik pemilu maupun pemilihan kepala daerah yang sifatnya umum" },
        { "activities together", "/perjanjian/pks-2016-bengkulu", "Beberapa kegiatan akan dilakukan bersama Ombudsman" },
        { "first inside KPU", "/perjanjian/pks-2016-bengkulu", "Meningkatkan pelayanan publik di internal KPU" },
        { "agenda and input", "/perjanjian/pks-2016-bengkulu", "seluruh agenda dan masukan dikoordinasikan dengan Ombudsman" },
        { "a well-run election", "/perjanjian/pks-2016-bengkulu", "pemilu terlaksana dengan baik bersama peserta pemilu" },
        { "later officials", "/perjanjian/pks-2016-bengkulu", "peserta yang kelak menjadi pejabat publik melakukan peningkatan" },
        { "the meeting held with it", "/perjanjian/pks-2016-bengkulu", "Rapat Koordinasi (Rakor) Terpadu Tahun Anggaran 2016" },
        { "published with pictures", "/perjanjian/pks-2016-bengkulu", "Berita dengan empat gambar" },
        { "the meeting's name", "/rakor/rakor-2016-bengkulu", "Rakor Terpadu" },
        { "the budget year", "/rakor/rakor-2016-bengkulu", "Tahun Anggaran (TA) 2016" },
        { "the convener", "/rakor/rakor-2016-bengkulu", "KPU Provinsi Bengkulu" },
        { "the participants", "/rakor/rakor-2016-bengkulu", "Seluruh KPU kabupaten/kota se-Provinsi Bengkulu" },
        { "who told it", "/rakor/rakor-2016-bengkulu", "Irwan Saputra, Ketua KPU Provinsi Bengkulu, memaparkannya sebagai agenda lain" },
        { "four themes", "/rakor/rakor-2016-bengkulu", "empat tema rakor" },
        { "theme 1", "/rakor/rakor-2016-bengkulu", "Evaluasi penyelenggaraan pemilihan sebelumnya" },
        { "theme 2", "/rakor/rakor-2016-bengkulu", "Persiapan untuk pilkada 2017" },
        { "theme 3", "/rakor/rakor-2016-bengkulu", "Pemutakhiran data" },
        { "theme 4", "/rakor/rakor-2016-bengkulu", "Pembinaan SBP. Kepanjangan SBP tidak disebut dalam sumber." },
        { "theme 5", "/rakor/rakor-2016-bengkulu", "Evaluasi regulasi kepemiluan" },
        { "theme 6", "/rakor/rakor-2016-bengkulu", "Evaluasi instrumen dan program kerja divisi teknis" },
        { "by divisions", "/rakor/rakor-2016-bengkulu", "sesuai dengan divisi yang ada di KPU" },
        { "picture 1", "/rakor/rakor-2016-bengkulu", "dsc_0275" },
        { "picture 2", "/rakor/rakor-2016-bengkulu", "dsc_0284" },
        { "picture 3", "/rakor/rakor-2016-bengkulu", "kpu-prov" },
        { "picture 4", "/rakor/rakor-2016-bengkulu", "dsc_0350" },
    };

    [Theory, MemberData(nameof(Statements))]
    public async Task Every_statement_is_on_a_public_page_with_its_source(string what, string page, string words)
    {
        await Load();
        using var visitor = new Browser(site.Address);
        var seen = await visitor.Get(page);
        var row = seen
            .Page.QuerySelectorAll("main table tbody tr")
            .FirstOrDefault(one =>
                string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    .Contains(words, StringComparison.Ordinal)
            );
        Assert.True(row is not null, $"{what}: {page} does not say “{words}”.");
        Assert.Contains(Source, row.TextContent);
    }

    [Fact]
    public async Task What_the_announcement_does_not_state_is_said_to_be_not_stated()
    {
        await Load();
        using var visitor = new Browser(site.Address);
        string[] unsaid = ["Bahan", "Kehadiran", "Notula", "Keputusan"];
        var meeting = await visitor.Get("/rakor/rakor-2016-bengkulu");
        var rows = meeting.Page.QuerySelectorAll("main table tbody tr").ToList();
        foreach (var field in unsaid)
        {
            var row = Assert.Single(rows, one => one.QuerySelector("th")!.TextContent.Trim() == field);
            Assert.Equal("tidak disebut dalam sumber", row.QuerySelector("td")!.TextContent.Trim());
        }

        // SBP is a label that nobody expands; no minutes, decisions or people are made up, and no picture is shown.
        Assert.DoesNotContain(rows, row => row.TextContent.Contains("SBP (", StringComparison.Ordinal));
        Assert.Empty(meeting.Page.QuerySelectorAll("main img, .matrix, a[href*='/notula']"));
        Assert.Equal(4, meeting.Page.QuerySelectorAll(".placeholders figure svg").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/rakor/rakor-2016-bengkulu/notula")).Status);
        // Every statement is one of the announcement's list above or says that the source is silent.
        var said = HistoricalMeetings.Of(Bengkulu).Single().Statements!.Value;
        Assert.Equal(6, said.Count(one => one.Field == MeetingField.Theme));
        Assert.All(said, one => Assert.Equal(Source, one.Source));
        var listed = Statements.Select(one => one.Data.Item3).ToList();
        Assert.All(
            said.Where(one => one.Indonesian is { } text && !text.Contains("tidak disebut", StringComparison.Ordinal)),
            one => Assert.Contains(listed, words => one.Indonesian!.Contains(words, StringComparison.Ordinal) || words == one.Indonesian)
        );
    }

    /// <summary>Each statement of the agreement's record is one of the list above or says that the source is silent.</summary>
    [Fact]
    public void Nothing_is_asserted_that_the_announcement_does_not_say()
    {
        var listed = Statements.Select(one => one.Data.Item3).ToList();
        var agreement = HistoricalAgreements.Of(Bengkulu).Single(one => one.Code.Value == "pks-2016-bengkulu").Statements!.Value;
        Assert.All(agreement, one => Assert.Equal(Source, one.Source));
        Assert.All(
            agreement.Where(one => one.Indonesian is { } text && !Silent.Any(text.Contains)),
            one => Assert.Contains(listed, words => one.Indonesian!.Contains(words, StringComparison.OrdinalIgnoreCase))
        );
        Assert.Equal(
            [StatementField.Number, StatementField.Clauses, StatementField.Term, StatementField.Document],
            agreement.Where(one => one.Indonesian is null).Select(one => one.Field)
        );
    }

    [Fact]
    public async Task Nothing_is_done_with_it_at_a_desk_and_its_people_have_no_account()
    {
        await Load();
        using var secretariat = await site.Enter("sekretariat");
        Assert.Equal(HttpStatusCode.NotFound, (await secretariat.Get("/meja/rakor/rakor-2016-bengkulu")).Status);
        Assert.DoesNotContain("rakor-2016-bengkulu", (await secretariat.Get("/meja/rakor")).Html);
        var people = await System.IO.File.ReadAllTextAsync(
            Path.Combine(Padu.Storage.ReferenceFile.DefaultFolder, "demonstration/accounts.csv"),
            Cancel
        );
        foreach (var name in new[] { "Irwan", "Saputra", "Juri", "Amzulian" })
        {
            Assert.DoesNotContain(name, people, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, await HistoricalMeetings.Load(site.Services.GetRequiredService<MeetingDesk>(), Bengkulu, Cancel));
    }

    private async Task Load()
    {
        await HistoricalAgreements.Load(site.Services.GetRequiredService<AgreementDesk>(), Bengkulu, Cancel);
        await HistoricalMeetings.Load(site.Services.GetRequiredService<MeetingDesk>(), Bengkulu, Cancel);
    }
}
