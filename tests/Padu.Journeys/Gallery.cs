using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// Takes the pictures of <c>docs/gallery.md</c> and writes it: public pages and the desk, on a telephone and on a wide screen, in light and in dark. What is on
/// the screen first, at most two telephones tall, so that the repository stays small.
/// </summary>
internal static class Gallery
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("360", 360, 1000), ("1280", 1280, 860)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    private static readonly string[] Officers =
    [
        "admin.kota",
        "admin.provinsi",
        "teknis.kota",
        "ketua.provinsi",
        "petugas.provinsi",
        "kustodian.provinsi",
        "auditor.provinsi",
        "operator",
        "asisten.pemeriksaan",
        "kepala.perwakilan",
    ];

    /// <summary>The pages anybody sees, by the name of their picture.</summary>
    private static readonly (string Name, string Path)[] Public =
    [
        ("beranda", "/"),
        ("lacak", "/lacak"),
        ("bantuan", "/bantuan"),
        ("hak-anda", "/hak-anda"),
        ("privasi", "/privasi"),
        ("aksesibilitas", "/aksesibilitas"),
        ("masuk", "/masuk"),
        ("contoh", "/contoh"),
        ("contoh-surat", "/contoh/surat"),
        ("galat-404", "/tidak-ada"),
        ("ke-mana", "/bantuan/ke-mana"),
        ("hitung-tenggat", "/bantuan/tenggat?aturan=sp4n.jawaban_pertama&tanggal=2026-03-13"),
        ("perjanjian", "/perjanjian"),
        ("kewajiban", "/kewajiban"),
        ("agenda", "/agenda"),
        ("masukan", "/masukan"),
        ("catatan-pemrosesan", "/privasi/catatan-pemrosesan"),
    ];

    public static async Task<int> Take(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var site = new Site();
        await site.InitializeAsync();
        List<string> names = [];
        HashSet<string> files = [];
        foreach (var (screen, width, height) in Screens)
        {
            foreach (var scheme in Schemes)
            {
                var camera = new Camera(
                    folder,
                    $"{screen}-{(scheme == ColorScheme.Light ? "terang" : "gelap")}",
                    new Manner
                    {
                        Width = width,
                        Height = height,
                        Scheme = scheme,
                    }
                );
                await camera.PublicPages(site);
                await camera.Filing(site);
                // The desk once, wide and in light: it has the colours of the public pages, and each picture more weighs on the repository.
                if (scheme == ColorScheme.Light && width > 500)
                {
                    await camera.Staff(site);
                }

                names.AddRange(camera.Names);
                files.UnionWith(camera.Names.Select(name => $"{name}-{camera.Kind}.jpg"));
                Console.WriteLine($"{camera.Kind}: {camera.Names.Count} pictures");
            }
        }

        await File.WriteAllTextAsync(folder.TrimEnd('/') + ".md", Page(Path.GetFileName(folder.TrimEnd('/')), names, files));
        return 0;
    }

    /// <summary>The page that shows them all.</summary>
    private static string Page(string folder, IEnumerable<string> names, HashSet<string> files)
    {
        var page = new StringBuilder(
            "# How Padu looks\n\nEvery page of the demonstration, those for everybody wide and on a telephone, in light and in dark, the desks wide. Taken by `./dev screenshots`.\n"
        );
        foreach (var name in names.Distinct())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n");
            page.AppendJoin(
                '\n',
                from screen in Screens.Reverse()
                from scheme in new[] { "terang", "gelap" }
                where files.Contains($"{name}-{screen.Name}-{scheme}.jpg")
                select $"<img src=\"{folder}/{name}-{screen.Name}-{scheme}.jpg\" alt=\"{name}, {screen.Name} px, {scheme}\" width=\"{(screen.Width > 500 ? 420 : 150)}\">"
            );
            page.Append('\n');
        }

        return page.ToString();
    }

    private sealed class Camera(string folder, string kind, Manner manner)
    {
        public string Kind => kind;

        /// <summary>The pictures taken, in the order of the page.</summary>
        public List<string> Names { get; } = [];

        public async Task PublicPages(Site site)
        {
            await using var visitor = await Visitor.Arrive(site, manner);
            foreach (var (name, path) in Public)
            {
                await visitor.Page.GotoAsync(path);
                await Shoot(visitor, name);
            }
        }

        public async Task Filing(Site site)
        {
            await using var visitor = await Visitor.Arrive(site, manner);
            var tale = new Tale(
                "Saya mengurus surat pindah memilih tanggal 2 November. Petugas bilang berkas hilang dan menyuruh datang lagi minggu depan, tanpa surat keterangan apa pun.",
                "Sartika Anwar",
                "sartika@contoh.id"
            );
            await visitor.Open("/pengaduan/baru");
            await visitor.Press("filing.next");
            await visitor.Page.Locator(".error-summary").WaitForAsync();
            await Shoot(visitor, "mengadu-1-keliru");
            await visitor.Page.FillAsync("#Story", tale.Story);
            await Shoot(visitor, "mengadu-1-cerita");
            await visitor.TellOnHomePage(tale);
            await Shoot(visitor, "mengadu-2-layanan");
            var office = await visitor.NameService();
            await Shoot(visitor, "mengadu-3-bukti");
            await visitor.AttachPicture("surat-keterangan.png");
            await Shoot(visitor, "mengadu-4-identitas");
            await visitor.StayProtected(tale);
            await Shoot(visitor, "mengadu-5-periksa");
            await visitor.Press("filing.send");
            await visitor.ReadReceipt(office);
            await Shoot(visitor, "tanda-terima");
            foreach (var receipt in site.Notes.Receipts.Take(3))
            {
                await visitor.Track(receipt.Number, receipt.Code);
                await Shoot(visitor, $"lacak-contoh-{receipt.No}");
            }
        }

        /// <summary>Every page that opens for somebody of the staff, once, as the first of these sees it.</summary>
        public async Task Staff(Site site)
        {
            HashSet<string> seen;
            await using (var visitor = await Visitor.Arrive(site, manner))
            {
                seen = [.. (await Reach.Of(visitor)).Keys];
            }

            foreach (var account in Officers)
            {
                await using var officer = await Visitor.Arrive(site, manner);
                await officer.SignIn(account);
                foreach (var (route, path) in (await Reach.Of(officer)).Where(page => seen.Add(page.Key)))
                {
                    await officer.Page.GotoAsync(path == "/meja?tab=semua" ? "/meja" : path);
                    await Shoot(officer, NameOf(route));
                }
            }
        }

        /// <summary>The route without its parameters; a page of one thing stands beside the list of all.</summary>
        private static string NameOf(string route) =>
            string.Join('-', route.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith('{')))
            + (route.EndsWith('}') ? "-satu" : "");

        private async Task Shoot(Visitor visitor, string name)
        {
            await visitor.Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(folder, $"{name}-{kind}.jpg"),
                    Type = ScreenshotType.Jpeg,
                    Quality = 55,
                    Animations = ScreenshotAnimations.Disabled,
                    Caret = ScreenshotCaret.Hide,
                }
            );
            Names.Add(name);
        }
    }
}
