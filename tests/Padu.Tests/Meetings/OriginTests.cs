using System.Net;
using AngleSharp.Dom;
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

    /// <summary>Each statement of the announcement, and words of the page that say it, in Indonesian and in English.</summary>
    public static readonly TheoryData<string, string, string, string> Statements = new()
    {
        {
            "why it was signed",
            "/perjanjian/pks-2016-bengkulu",
            "dalam upaya meningkatkan pelayanan publik sebagai penyelenggara Pemilu",
            "in an effort to improve public service as an election organiser"
        },
        {
            "what it is called",
            "/perjanjian/pks-2016-bengkulu",
            "nota kesepahaman perjanjian kerjasama",
            "calls it both a memorandum and a cooperation agreement"
        },
        {
            "both parties",
            "/perjanjian/pks-2016-bengkulu",
            "KPU Provinsi Bengkulu dan Ombudsman RI Perwakilan Bengkulu",
            "KPU Bengkulu Province and the Ombudsman's Bengkulu office"
        },
        {
            "who told it and signed",
            "/perjanjian/pks-2016-bengkulu",
            "Irwan Saputra, Ketua KPU Provinsi Bengkulu",
            "Irwan Saputra, its chair"
        },
        {
            "public service and complaints",
            "/perjanjian/pks-2016-bengkulu",
            "Pelayanan publik, dan penanganan pengaduan masyarakat",
            "Public service, and the handling of public complaints"
        },
        { "the day", "/perjanjian/pks-2016-bengkulu", "Jumat, 16 Desember", "Friday, 16 December" },
        { "the place", "/perjanjian/pks-2016-bengkulu", "Gedung Bapelkes", "Gedung Bapelkes" },
        {
            "both kinds of election",
            "/perjanjian/pks-2016-bengkulu",
            "baik pemilu maupun pemilihan kepala daerah yang sifatnya umum",
            "general elections and regional-head elections, of a general kind"
        },
        {
            "activities together",
            "/perjanjian/pks-2016-bengkulu",
            "Beberapa kegiatan akan dilakukan bersama Ombudsman",
            "Several activities will be held together with the Ombudsman"
        },
        {
            "first inside KPU",
            "/perjanjian/pks-2016-bengkulu",
            "Yang pertama: meningkatkan pelayanan publik di internal KPU",
            "The first: improving public service inside KPU"
        },
        {
            "agenda and input",
            "/perjanjian/pks-2016-bengkulu",
            "seluruh agenda dan masukan dikoordinasikan dengan Ombudsman untuk pelayanan KPU",
            "every agenda and every input is coordinated with the Ombudsman"
        },
        {
            "a well-run election",
            "/perjanjian/pks-2016-bengkulu",
            "pemilu terlaksana dengan baik bersama peserta pemilu",
            "a well-run election together with its participants"
        },
        {
            "later officials",
            "/perjanjian/pks-2016-bengkulu",
            "peserta yang kelak menjadi pejabat publik melakukan peningkatan",
            "those who later become public officials improve public activities"
        },
        {
            "the meeting held with it",
            "/perjanjian/pks-2016-bengkulu",
            "Rapat Koordinasi (Rakor) Terpadu Tahun Anggaran 2016",
            "Integrated coordination meeting (Rakor Terpadu), budget year 2016"
        },
        { "published with pictures", "/perjanjian/pks-2016-bengkulu", "Berita dengan empat gambar", "A news item with four pictures" },
        { "the meeting's name", "/rakor/rakor-2016-bengkulu", "Rakor Terpadu", "Rakor Terpadu" },
        { "the budget year", "/rakor/rakor-2016-bengkulu", "Tahun Anggaran (TA) 2016", "budget year (TA) 2016" },
        { "the convener", "/rakor/rakor-2016-bengkulu", "KPU Provinsi Bengkulu", "KPU Bengkulu Province" },
        {
            "the participants",
            "/rakor/rakor-2016-bengkulu",
            "Seluruh KPU kabupaten/kota se-Provinsi Bengkulu",
            "Every regency and city KPU of Bengkulu Province"
        },
        {
            "who told it",
            "/rakor/rakor-2016-bengkulu",
            "Irwan Saputra, Ketua KPU Provinsi Bengkulu, memaparkannya sebagai agenda lain",
            "Irwan Saputra, chair of KPU Bengkulu Province, told it as another item"
        },
        { "four themes", "/rakor/rakor-2016-bengkulu", "empat tema rakor", "four themes" },
        {
            "theme 1",
            "/rakor/rakor-2016-bengkulu",
            "Evaluasi penyelenggaraan pemilihan sebelumnya",
            "Evaluation of how the previous election was run"
        },
        { "theme 2", "/rakor/rakor-2016-bengkulu", "Persiapan untuk pilkada 2017", "Preparation of the 2017 regional-head election" },
        { "theme 3", "/rakor/rakor-2016-bengkulu", "Pemutakhiran data", "Updating of data" },
        {
            "theme 4",
            "/rakor/rakor-2016-bengkulu",
            "Pembinaan SBP. Kepanjangan SBP tidak disebut dalam sumber.",
            "What SBP stands for is not stated in the source"
        },
        { "theme 5", "/rakor/rakor-2016-bengkulu", "Evaluasi regulasi kepemiluan", "Evaluation of election regulation" },
        {
            "theme 6",
            "/rakor/rakor-2016-bengkulu",
            "Evaluasi instrumen dan program kerja divisi teknis",
            "Evaluation of the instruments and work programme of the technical division"
        },
        { "by divisions", "/rakor/rakor-2016-bengkulu", "sesuai dengan divisi yang ada di KPU", "according to the divisions KPU has" },
        { "picture 1", "/rakor/rakor-2016-bengkulu", "dsc_0275", "dsc_0275" },
        { "picture 2", "/rakor/rakor-2016-bengkulu", "dsc_0284", "dsc_0284" },
        { "picture 3", "/rakor/rakor-2016-bengkulu", "kpu-prov", "kpu-prov" },
        { "picture 4", "/rakor/rakor-2016-bengkulu", "dsc_0350", "dsc_0350" },
    };

    [Theory, MemberData(nameof(Statements))]
    public async Task Every_statement_is_on_a_public_page_with_its_source(string what, string page, string indonesian, string english)
    {
        await Load();
        using var visitor = new Browser(site.Address);
        foreach (var (language, words) in new[] { ("id", indonesian), ("en", english) })
        {
            await visitor.Get($"/bahasa/{language}");
            Says(await visitor.Get(page), what, words);
        }
    }

    private static void Says(Seen seen, string what, string words)
    {
        var row = seen
            .Page.QuerySelectorAll("main table tbody tr")
            .FirstOrDefault(one =>
                string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    .Contains(words, StringComparison.Ordinal)
            );
        Assert.True(row is not null, $"{what}: {seen.Path} does not say “{words}”.");
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

    /// <summary>Of the meeting no day of its own is stated, of the signing no year: a list names none as if it were.</summary>
    [Fact]
    public async Task Lists_assert_no_day_that_is_inferred()
    {
        await Load();
        using var visitor = new Browser(site.Address);
        IElement Card(Seen page, string code) => page.Page.QuerySelector($"main li a[href$='{code}']")!.Closest("li")!;
        var meeting = Card(await visitor.Get("/rakor"), "rakor-2016-bengkulu");
        Assert.DoesNotContain("Desember", meeting.TextContent);
        Assert.Contains("Tahun anggaran 2016", meeting.TextContent);
        Assert.Contains("disimpulkan", Card(await visitor.Get("/perjanjian"), "pks-2016-bengkulu").TextContent);
        Assert.DoesNotContain("rakor-2016-bengkulu", (await visitor.Get("/agenda?lalu=1")).Html);
        Assert.DoesNotContain("2016", (await visitor.Get("/agenda.ics")).Html);
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
