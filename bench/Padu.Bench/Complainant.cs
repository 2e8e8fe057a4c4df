using System.Net;
using System.Text.RegularExpressions;

namespace Padu.Bench;

/// <summary>What somebody holds after filing.</summary>
public sealed record Receipt(string Number, string Code);

/// <summary>Somebody with a browser and no account: cookies, forms as they stand on the pages, redirects by hand.</summary>
/// <param name="nodes">The servers of the installation; the first is asked until somebody turns elsewhere.</param>
internal sealed partial class Complainant(params Uri[] nodes) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            MaxConnectionsPerServer = 1,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private int node;

    private string token = "";

    /// <summary>The next request goes to the next server.</summary>
    public void Elsewhere() => node = (node + 1) % nodes.Length;

    /// <summary>All five pages but the last button.</summary>
    public async Task Prepare(string story, CancellationToken cancel)
    {
        token = TokenOf(await Page("/pengaduan/baru", cancel));
        await Step("/pengaduan/baru", "/pengaduan/baru/layanan", [new("Story", story)], cancel);
        await Step(
            "/pengaduan/baru/layanan",
            "/pengaduan/baru/bukti",
            [new("Office", "kpu-17.71"), new("Service", "Pindah memilih"), new("Place", "Loket pelayanan")],
            cancel
        );
        await Step("/pengaduan/baru/bukti", "/pengaduan/baru/identitas", [new("Next", "lanjut")], cancel);
        await Step(
            "/pengaduan/baru/identitas",
            "/pengaduan/baru/periksa",
            [new("Level", "dirahasiakan"), new("Name", "Ibu Contoh"), new("Phone", "0812 0000 1111")],
            cancel
        );
    }

    /// <summary>The last button. Sent again after a lost answer it leads to the same receipt.</summary>
    public Task Send(CancellationToken cancel) => Step("/pengaduan/baru/periksa", "/pengaduan/tanda-terima", [], cancel);

    public async Task<Receipt> Read(CancellationToken cancel)
    {
        var page = await Page("/pengaduan/tanda-terima", cancel);
        return new Receipt(Found(NumberField().Match(page)), Found(CodeField().Match(page)));
    }

    /// <summary>Whether number and code open a case.</summary>
    public async Task<bool> Opens(Receipt receipt, CancellationToken cancel)
    {
        token = TokenOf(await Page("/lacak", cancel));
        using var answer = await Post("/lacak", [new("Number", receipt.Number), new("Code", receipt.Code)], cancel);
        if (answer.Headers.Location?.OriginalString != "/lacak/pengaduan")
        {
            return false;
        }

        return (await Page("/lacak/pengaduan", cancel)).Contains(receipt.Number, StringComparison.Ordinal);
    }

    public void Dispose() => http.Dispose();

    private async Task Step(string path, string then, KeyValuePair<string, string>[] fields, CancellationToken cancel)
    {
        using var answer = await Post(path, fields, cancel);
        if (answer.Headers.Location?.OriginalString != then)
        {
            throw new HttpRequestException($"{path} answered {(int)answer.StatusCode} to '{answer.Headers.Location}', not to '{then}'.");
        }
    }

    private Task<HttpResponseMessage> Post(string path, KeyValuePair<string, string>[] fields, CancellationToken cancel) =>
        http.PostAsync(At(path), new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]), cancel);

    private async Task<string> Page(string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(At(path), cancel);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync(cancel)
            : throw new HttpRequestException($"{path} answered {(int)answer.StatusCode}.");
    }

    private Uri At(string path) => new(nodes[node], path);

    private static string TokenOf(string page) => Found(TokenField().Match(page));

    private static string Found(Match match) =>
        match.Success ? match.Groups[1].Value : throw new InvalidOperationException("The page is not the one that was expected.");

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex TokenField();

    [GeneratedRegex("""id="nomor">\s*([^<\s]+)\s*<""")]
    private static partial Regex NumberField();

    [GeneratedRegex("""id="kode">\s*([^<\s]+)\s*<""")]
    private static partial Regex CodeField();
}
