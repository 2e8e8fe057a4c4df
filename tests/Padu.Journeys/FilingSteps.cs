using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>What a complainant tells.</summary>
public sealed record Tale(string Story, string Name, string Email)
{
    public const string Office = "kpu-17.71";

    /// <summary>Words that stand nowhere else, so that a leak is found by searching for them.</summary>
    public static Tale New()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        return new(
            $"Surat pindah memilih saya belum selesai setelah dua minggu, kata petugas berkasnya hilang ({mark}).",
            $"Sartika {mark}",
            $"pelapor-{mark}@contoh.id"
        );
    }
}

/// <summary>Number and code, as the receipt shows them.</summary>
public sealed record Receipt(string Number, string Code, string Office);

/// <summary>The five pages of filing, one step each, by the ids and words a person meets.</summary>
public static class FilingSteps
{
    public static async Task TellOnHomePage(this Visitor visitor, Tale tale)
    {
        await visitor.Open("/");
        await visitor.Page.FillAsync("#Story", tale.Story);
        await visitor.Press("home.continue");
        await visitor.IsAt("/pengaduan/baru/layanan");
    }

    /// <summary>The name of the office chosen.</summary>
    public static async Task<string> NameService(this Visitor visitor, string code = Tale.Office)
    {
        var page = visitor.Page;
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(visitor.T["filing.service.question"]);
        await page.SelectOptionAsync("#Office", code);
        var office = await page.Locator($"#Office option[value='{code}']").InnerTextAsync();
        await page.FillAsync("#Service", "Pindah memilih");
        await page.FillAsync("#Place", "Kantor KPU Kota Bengkulu");
        await visitor.Press("filing.next");
        await visitor.IsAt("/pengaduan/baru/bukti");
        return office.Trim();
    }

    public static async Task AttachPicture(this Visitor visitor, string name)
    {
        var page = visitor.Page;
        await page.SetInputFilesAsync(
            "#Files",
            new FilePayload
            {
                Name = name,
                MimeType = "image/png",
                Buffer = SmallPicture.Png(),
            }
        );
        await visitor.Press("filing.evidence.add");
        await Assertions.Expect(page.Locator("ul.files")).ToContainTextAsync(name);
        await visitor.Press("filing.next");
        await visitor.IsAt("/pengaduan/baru/identitas");
    }

    public static async Task StayProtected(this Visitor visitor, Tale tale)
    {
        await visitor.Page.CheckAsync("input[name=Level][value=dirahasiakan]");
        await visitor.Page.FillAsync("#Name", tale.Name);
        await visitor.Page.FillAsync("#Email", tale.Email);
        await visitor.Press("filing.next");
        await visitor.IsAt("/pengaduan/baru/periksa");
    }

    /// <summary>All pages up to the last question.</summary>
    public static async Task<string> FileUpToCheck(this Visitor visitor, Tale tale, string code = Tale.Office)
    {
        await visitor.TellOnHomePage(tale);
        var office = await visitor.NameService(code);
        await visitor.Press("filing.evidence.skip");
        await visitor.StayProtected(tale);
        return office;
    }

    public static async Task<Receipt> ReadReceipt(this Visitor visitor, string office)
    {
        await Assertions.Expect(visitor.Page.Locator("#nomor")).ToBeVisibleAsync();
        await visitor.IsAt("/pengaduan/tanda-terima");
        var number = await visitor.Page.Locator("#nomor").InnerTextAsync();
        var code = await visitor.Page.Locator("#kode").InnerTextAsync();
        return new(number.Trim(), code.Trim(), office);
    }

    public static async Task Track(this Visitor visitor, string number, string code)
    {
        await visitor.Open("/lacak");
        await visitor.Page.FillAsync("#Number", number);
        await visitor.Page.FillAsync("#Code", code);
        await visitor.Press("track.open");
        await visitor.IsAt("/lacak/pengaduan");
    }
}
