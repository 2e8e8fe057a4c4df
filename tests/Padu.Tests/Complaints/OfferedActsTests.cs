using System.Net;
using Padu.Complaints.Pages.Desk;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Complaints;

/// <summary>
/// What the rules take in a state from a reader is what the case page offers, what a page of an act opens for, and what a request written by hand achieves:
/// every state, every act with a page, every reader at a desk.
/// </summary>
public sealed class OfferedActsTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Readers =
    [
        "admin-provinsi",
        "ketua-provinsi",
        "auditor-provinsi",
        "admin-kota",
        "ketua-kota",
        "teknis-kota",
        "data-kota",
        "admin-kaur",
    ];

    /// <summary>A good request of each act, by the page it is sent to. That it is good is shown where the act is lawful.</summary>
    private static readonly Dictionary<string, (string Field, string Value)[]> Forged = new()
    {
        ["verifikasi"] = [("Title", "Pindah memilih ditolak"), ("Class", "pengaduan")],
        ["kelengkapan"] = [("Missing", "tempat_waktu"), ("Message", "Kapan Ibu datang ke kantor?")],
        ["kelas"] = [("Class", "informasi"), ("Reason", "Yang diminta hanya keterangan.")],
        ["alihkan"] =
        [
            ("Addressee", "bawaslu-17.71"),
            ("Extent", "seluruhnya"),
            ("KnownOn", "2026-11-10"),
            ("Reason", "Wewenang Bawaslu."),
        ],
        ["pecah"] = [("Title", "Honor"), ("Excerpt", "Honor saya juga belum dibayar."), ("Class", "pengaduan"), ("Target", "kpu-17.71")],
        ["tugaskan"] = [("Target", "kpu-17.71"), ("Unit", "data")],
        ["ambil"] = [],
        ["kembalikan"] = [("Reason", "Ini urusan divisi data.")],
        ["arahan"] = [("Instruction", "Jawab minggu ini juga.")],
        ["tanya"] = [("Question", "Di TPS mana?")],
        ["jawab"] = [("Text", "Mohon maaf. TPS 15 masih ada kuota.")],
        ["setujui"] = [("Choice", "setujui")],
        ["buka-kembali"] = [("Reason", "Surat yang dijanjikan belum dikirim.")],
        ["catatan"] = [("Text", "Kuota TPS 15 sudah dicek.")],
        ["benturan"] = [("Reason", "Pelapor adalah saudara saya.")],
        ["tahan"] = [("Reason", "Diminta pengadilan sebagai bukti.")],
        ["minta-identitas"] = [("Reason", "Perlu mengirim surat ke rumah pelapor.")],
        ["ombudsman"] = [("Reason", "Pelapor memintanya."), ("Consent", "Disampaikan lewat telepon."), ("Shares", "ya")],
        ["tutup"] = [("Reason", "bukan_kewenangan"), ("Explanation", "Bukan kewenangan KPU; silakan ke Dukcapil.")],
    };

    private Dictionary<string, Func<Task<Complaint>>> States =>
        new()
        {
            ["diterima"] = () => site.File(TestSite.City),
            ["dirahasiakan"] = () => site.File(TestSite.City, IdentityLevel.Protected),
            ["menunggu kelengkapan"] = async () =>
                await site.Do(
                    await site.File(TestSite.City),
                    site.Post("admin-kota"),
                    new ComplaintCommand.RequestCompletion([MissingItem.PlaceAndTime], "Kapan?")
                ),
            ["terverifikasi"] = async () => await site.Verified(await site.File(TestSite.City)),
            ["ditugaskan"] = Assigned,
            ["menunggu pelapor"] = async () =>
                await site.Do(await Assigned(), site.Post("teknis-kota"), new ComplaintCommand.Ask("Di TPS mana?")),
            ["dijawab"] = async () => await site.Answered(await Assigned()),
            ["menunggu persetujuan"] = async () => await site.Proposed(await Assigned()),
            ["di Ombudsman"] = async () => await site.Escalated(await Assigned()),
            ["ditutup"] = async () =>
                await site.Do(
                    await Assigned(),
                    site.Post("teknis-kota"),
                    new ComplaintCommand.Close(ClosingReason.NotCompetent, "Bukan kewenangan KPU; silakan ke Dukcapil.")
                ),
        };

    [Fact]
    public async Task What_is_offered_opens_and_is_taken_and_nothing_else_is()
    {
        var taken = new HashSet<string>();
        var wrong = new List<string>();
        foreach (var person in Readers)
        {
            using var browser = await site.SignIn(person);
            foreach (var (state, make) in States)
            {
                var complaint = await make();
                wrong.AddRange((await Wrong(browser, person, complaint, taken, make)).Select(line => $"{state}, {person}: {line}"));
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(Forged.Keys.Except(taken));
    }

    private async Task<List<string>> Wrong(
        Browser browser,
        string person,
        Complaint complaint,
        HashSet<string> taken,
        Func<Task<Complaint>> make
    )
    {
        var file = await site.Queries.Open(site.Post(person), complaint.Number, TestContext.Current.CancellationToken);
        var lawful = file?.Offers.Select(CaseModel.PathOf).ToHashSet() ?? [];
        var root = DeskActTests.Path(complaint);
        var page = await browser.Get(root);
        var wrong = new List<string>();
        if (file is null != (page.Status == HttpStatusCode.NotFound))
        {
            wrong.Add($"the case answers {page.Status}");
        }

        var offered = page.Page.QuerySelectorAll(".acts a").Select(link => link.GetAttribute("href")![(root.Length + 1)..]).ToHashSet();
        wrong.AddRange(lawful.Except(offered).Select(act => $"{act} is lawful and not offered"));
        wrong.AddRange(offered.Except(lawful).Select(act => $"{act} is offered and not lawful"));
        foreach (var (act, fields) in Forged)
        {
            var opened = (await browser.Once(HttpMethod.Get, $"{root}/{act}")).Status;
            var due =
                file is null ? HttpStatusCode.NotFound
                : lawful.Contains(act) ? HttpStatusCode.OK
                : HttpStatusCode.Found;
            if (opened != due)
            {
                wrong.Add($"{act} opens with {opened}, not {due}");
            }

            if (!lawful.Contains(act))
            {
                var answer = await Send(browser, complaint, act, fields);
                var now = await site.Queries.State(complaint.Id, TestContext.Current.CancellationToken);
                if (now.Version != complaint.Version || answer.Status != (file is null ? HttpStatusCode.NotFound : HttpStatusCode.OK))
                {
                    wrong.Add($"{act} by hand is answered with {answer.Status} and leaves version {now.Version}, not {complaint.Version}");
                }
            }
            else if (taken.Add(act))
            {
                // The same request where it is lawful, on a case of its own.
                var another = await make();
                var answer = await Send(browser, another, act, fields);
                var now = await site.Queries.State(another.Id, TestContext.Current.CancellationToken);
                if (now.Version == another.Version || answer.Status != HttpStatusCode.Found)
                {
                    wrong.Add($"{act} is lawful and refused: {answer.Page.QuerySelector(".error-summary")?.TextContent.Trim()}");
                }
            }
        }

        return wrong;
    }

    private static async Task<Seen> Send(Browser browser, Complaint complaint, string act, (string Field, string Value)[] fields)
    {
        var token = (await browser.Get("/akun")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.Once(
            HttpMethod.Post,
            $"{DeskActTests.Path(complaint)}/{act}",
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("Version", $"{complaint.Version}"),
                .. fields.Select(field => KeyValuePair.Create(field.Field, field.Value)),
            ])
        );
    }

    private async Task<Complaint> Assigned() => await site.Assigned(await site.Verified(await site.File(TestSite.City)));
}
