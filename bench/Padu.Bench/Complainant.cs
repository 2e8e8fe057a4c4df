using System.Net;
using System.Text.RegularExpressions;

namespace Padu.Bench;

/// <summary>What somebody holds after filing.</summary>
public sealed record Receipt(string Number, string Code);

/// <summary>Somebody without an account.</summary>
internal sealed partial class Complainant(params Uri[] nodes) : FormBrowser(nodes)
{
    /// <summary>All five pages but the last button.</summary>
    public async Task Prepare(string story, CancellationToken cancel)
    {
        await Tell(story, cancel);
        await Step("/pengaduan/baru/bukti", "/pengaduan/baru/identitas", [new("Next", "lanjut")], cancel);
        await Step(
            "/pengaduan/baru/identitas",
            "/pengaduan/baru/periksa",
            [new("Level", "dirahasiakan"), new("Name", "Ibu Contoh"), new("Phone", "0812 0000 1111")],
            cancel
        );
    }

    /// <summary>As far as the page that takes files.</summary>
    public async Task Tell(string story, CancellationToken cancel)
    {
        await Form("/pengaduan/baru", cancel);
        await Step("/pengaduan/baru", "/pengaduan/baru/layanan", [new("Story", story)], cancel);
        await Step(
            "/pengaduan/baru/layanan",
            "/pengaduan/baru/bukti",
            [new("Office", "kpu-17.71"), new("Service", "Pindah memilih"), new("Place", "Loket pelayanan")],
            cancel
        );
    }

    /// <summary>Adds a file; true when it was taken, false when the page came back with a reason.</summary>
    public async Task<bool> Attach(string name, byte[] content, CancellationToken cancel)
    {
        using var answer = await PostFile("/pengaduan/baru/bukti", "Files", name, content, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.Found => true,
            HttpStatusCode.OK => false,
            var other => throw new InvalidOperationException($"'{name}' was answered with {(int)other}."),
        };
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
        await Form("/lacak", cancel);
        using var answer = await Post("/lacak", [new("Number", receipt.Number), new("Code", receipt.Code)], cancel);
        if (answer.Headers.Location?.OriginalString != "/lacak/pengaduan")
        {
            return false;
        }

        return (await Page("/lacak/pengaduan", cancel)).Contains(receipt.Number, StringComparison.Ordinal);
    }

    [GeneratedRegex("""id="nomor">\s*([^<\s]+)\s*<""")]
    private static partial Regex NumberField();

    [GeneratedRegex("""id="kode">\s*([^<\s]+)\s*<""")]
    private static partial Regex CodeField();
}
