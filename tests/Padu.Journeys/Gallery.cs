using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// Takes the pictures of <c>docs/gallery.md</c>: public pages and the desk, on a telephone and on a wide screen, in light and in dark. What is on
/// the screen first, at most two telephones tall, so that the repository stays small.
/// </summary>
internal static class Gallery
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("360", 360, 1000), ("1280", 1280, 860)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

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
    ];

    public static async Task<int> Take(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var site = new Site();
        await site.InitializeAsync();
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
                await camera.Desk(site);
                Console.WriteLine($"{camera.Kind}: {camera.Pictures} pictures");
            }
        }

        return 0;
    }

    private sealed class Camera(string folder, string kind, Manner manner)
    {
        public string Kind => kind;

        public int Pictures { get; private set; }

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

        public async Task Desk(Site site)
        {
            await using var officer = await Visitor.Arrive(site, manner);
            await officer.SignIn("admin.kota");
            var pages = await Reach.Of(officer);
            foreach (var (route, path) in pages.Where(page => page.Key.StartsWith("/meja", StringComparison.Ordinal)))
            {
                await officer.Page.GotoAsync(path == "/meja?tab=semua" ? "/meja" : path);
                await Shoot(
                    officer,
                    "meja" + route["/meja".Length..].Replace("/pengaduan/{nomor}", "-perkara", StringComparison.Ordinal).Replace('/', '-')
                );
            }
        }

        private async Task Shoot(Visitor visitor, string name)
        {
            await visitor.Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(folder, $"{name}-{kind}.png"),
                    Animations = ScreenshotAnimations.Disabled,
                    Caret = ScreenshotCaret.Hide,
                }
            );
            Pictures++;
        }
    }
}
