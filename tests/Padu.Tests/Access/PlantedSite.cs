using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>A private field, each with a word of its own in every case.</summary>
internal enum Field
{
    Story,
    Place,
    Service,
    Wish,
    Name,
    Address,
    Phone,
    Email,
    FileName,
    FileContent,
    Message,
    Completion,
    Title,
    Instruction,
    Answer,
    Reply,
    Acceptance,
    Closing,
    Reason,
    Note,
}

/// <summary>A case with its words.</summary>
internal sealed record PlantedCase(IdentityLevel Level, string Number, string Code)
{
    public static string Word(IdentityLevel level, Field field) =>
        field == Field.Phone ? $"08135550{(int)level}{(int)field:00}7" : $"zq{field}{level.Code()}".ToLowerInvariant();

    public string Word(Field field) => Word(Level, field);
}

/// <summary>A site where three cases were filed and handled through the web, and every line of the log is kept.</summary>
public sealed class PlantedSite : TestSite
{
    private readonly KeptLog log = new();

    internal List<PlantedCase> Cases { get; } = [];

    /// <summary>The addresses and headers of all that was done in browsers.</summary>
    public List<string> Trails { get; } = [];

    /// <summary>What the office knew of an anonymous reporter's telephone while somebody had to be told.</summary>
    internal Dictionary<string, string> ContactPages { get; } = [];

    /// <summary>The one answer that shows a protected identity.</summary>
    public string Revealed { get; private set; } = "";

    public string Log => log.Text;

    public string Folder => Services.GetRequiredService<DataFolder>().Path;

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(log);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var level in Enum.GetValues<IdentityLevel>())
        {
            Cases.Add(await Live(level));
        }
    }

    private async Task<PlantedCase> Live(IdentityLevel level)
    {
        using var reporter = new Browser(Address);
        var mine = await File(reporter, level);
        string Word(Field field) => mine.Word(field);

        await Act("admin-kota", mine, "kelengkapan", new() { ["Missing"] = "bukti", ["Message"] = Word(Field.Message) });
        await Follow(reporter, mine, "lengkapi", new() { ["Text"] = Word(Field.Completion) });
        await Act("admin-kota", mine, "verifikasi", new() { ["Title"] = Word(Field.Title), ["Class"] = "pengaduan" });
        await Act("admin-kota", mine, "tugaskan", new() { ["Unit"] = "teknis", ["Instruction"] = Word(Field.Instruction) });
        await Act("teknis-kota", mine, "jawab", new() { ["Text"] = Word(Field.Answer) });
        if (level == IdentityLevel.Protected)
        {
            await Act("admin-kota", mine, "minta-identitas", new() { ["Reason"] = Word(Field.Reason) });
            await Allow(mine);
            Revealed = (await Act("admin-kota", mine, "identitas", new() { ["Reason"] = Word(Field.Reason) })).Html;
        }

        if (level == IdentityLevel.Anonymous)
        {
            foreach (var person in new[] { "teknis-kota", "ketua-kota", "admin-kaur" })
            {
                using var browser = await SignIn(person);
                ContactPages[person] = (await browser.Get($"/meja/pengaduan/{mine.Number}/hubungi")).Html;
            }

            await Act("teknis-kota", mine, "hubungi", new() { ["Note"] = Word(Field.Note) });
        }

        await Follow(reporter, mine, "tanggapan", new() { ["Text"] = Word(Field.Reply) });
        await Act("teknis-kota", mine, "jawab", new() { ["Text"] = "Jawaban kedua." });
        if (level == IdentityLevel.Open)
        {
            await Follow(reporter, mine, "tanggapan", new() { ["Thanks"] = Word(Field.Acceptance) }, "form[action*=Accept]");
        }
        else
        {
            await Act("teknis-kota", mine, "tutup", new() { ["Reason"] = "bukan_kewenangan", ["Explanation"] = Word(Field.Closing) });
        }

        Trails.AddRange(reporter.Trail);
        return mine;
    }

    /// <summary>The custodian says yes, without a word that could be anybody's.</summary>
    private async Task Allow(PlantedCase mine)
    {
        using var custodian = await Enter("kustodian");
        var list = await custodian.Get("/meja/kustodian");
        var link = list
            .Page.QuerySelectorAll("tr")
            .Single(row => row.TextContent.Contains(mine.Number, StringComparison.Ordinal))
            .QuerySelector("a")!;
        var request = await custodian.Get(link.GetAttribute("href")!);
        await custodian.Submit(request, "main form[method=post]", new() { ["Ruling"] = "diizinkan", ["Reason"] = "Alasan ini cukup." });
    }

    private static async Task<PlantedCase> File(Browser browser, IdentityLevel level)
    {
        string Word(Field field) => PlantedCase.Word(level, field);
        await Send(browser, "/pengaduan/baru", new() { ["Story"] = $"Cerita {Word(Field.Story)} yang panjang." });
        await Send(
            browser,
            "/pengaduan/baru/layanan",
            new()
            {
                ["Office"] = "kpu-17.71",
                ["Service"] = Word(Field.Service),
                ["Place"] = Word(Field.Place),
                ["RequestedResolution"] = Word(Field.Wish),
            }
        );
        await browser.Submit(
            await browser.Get("/pengaduan/baru/bukti"),
            "main form[enctype]",
            new() { ["Next"] = "lanjut" },
            ("Files", $"{Word(Field.FileName)}.txt", Encoding.UTF8.GetBytes($"Isi {Word(Field.FileContent)} berkas."))
        );
        var isAnonymous = level == IdentityLevel.Anonymous;
        await Send(
            browser,
            "/pengaduan/baru/identitas",
            new()
            {
                ["Level"] = level.Code(),
                ["Name"] = isAnonymous ? "" : Word(Field.Name),
                ["Address"] = isAnonymous ? "" : Word(Field.Address),
                ["Phone"] = Word(Field.Phone),
                // Who leaves no e-mail must be told in another way, and that is written down.
                ["Email"] = isAnonymous ? "" : $"{Word(Field.Email)}@contoh.example",
            }
        );
        var receipt = await Send(browser, "/pengaduan/baru/periksa", []);
        Assert.Equal("/pengaduan/tanda-terima", receipt.Path);
        return new PlantedCase(level, receipt.TextOf("#nomor")!, receipt.TextOf("#kode")!);
    }

    private static async Task<Seen> Send(Browser browser, string path, Dictionary<string, string> fields)
    {
        var seen = await browser.Submit(await browser.Get(path), "main form", fields);
        Assert.Null(seen.TextOf(".error-summary"));
        return seen;
    }

    private async Task<Seen> Act(string person, PlantedCase mine, string act, Dictionary<string, string> fields)
    {
        using var browser = await SignIn(person);
        var seen = await browser.Submit(await browser.Get($"/meja/pengaduan/{mine.Number}/{act}"), "main form[method=post]", fields);
        Assert.Null(seen.TextOf(".error-summary"));
        Trails.AddRange(browser.Trail);
        return seen;
    }

    private static async Task Follow(
        Browser browser,
        PlantedCase mine,
        string section,
        Dictionary<string, string> fields,
        string form = "form"
    )
    {
        var door = await browser.Submit(await browser.Get("/lacak"), "main form", new() { ["Number"] = mine.Number, ["Code"] = mine.Code });
        Assert.Equal("/lacak/pengaduan", door.Path);
        var seen = await browser.Submit(door, $"#{section} {form}", fields);
        Assert.Null(seen.TextOf(".error-summary"));
    }

    /// <summary>Every line, with its exception.</summary>
    internal sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public string Text => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
