using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Tests.Agreements;

namespace Padu.Tests.Meetings;

/// <summary>Both matrices as a workbook, opened with another library than wrote it: cell by cell what the page shows.</summary>
public sealed class SheetTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", "rakor lalu: 7", "selesai")]
    [InlineData("en", "last meeting: 7", "done")]
    public async Task The_workbooks_hold_what_the_pages_show(string language, string last, string done)
    {
        var before = await site.Invited();
        await site.Do(before, "admin-kota", Rakor.Answers("7"));
        await site.Do(before, "sekretariat", new MeetingCommand.Hold());
        var meeting = await site.Invited(before.Id);
        await site.Do(meeting, "admin-kota", Rakor.Answers("31"));
        await site.Do(meeting, "admin-kaur", Rakor.Answers("12.5"));
        meeting = await site.Do(meeting, "sekretariat", new MeetingCommand.Hold());
        OfficeCode[] ten = [.. Rakor.Ten(site).Select(office => office.Code)];
        meeting = await site.Decide(meeting, ten, "Papan layanan dipasang");
        meeting = await site.Decide(meeting, [TestSite.City, TestSite.Kaur], "Formulir dipakai");
        var owed = await site.Services.GetRequiredService<ObligationQueries>().From(meeting.Id.Value, Cancel);
        var kota = new Obligation { Id = new ObligationId(owed.First(line => line.Row.Owner == TestSite.City).Row.Id) };
        await site.Give(kota);
        await site.Do(kota, "sekretariat", new ObligationCommand.Accept(null));

        using var secretariat = await site.Enter("sekretariat");
        await secretariat.Get($"/bahasa/{language}");
        var root = $"/meja/rakor/{meeting.Code}";
        foreach (var (what, words) in new[] { ("instrumen", last), ("keputusan", done) })
        {
            var shown = (await secretariat.Get($"{root}/{what}")).Page.QuerySelectorAll("table.matrix").Select(Cells).ToList();
            Assert.Contains(words, string.Join(' ', shown.SelectMany(rows => rows).SelectMany(row => row)));
            var file = await secretariat.Fetch($"{root}/{what}.xlsx");
            Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
            var sheets = Read(await file.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Equal(shown.Count, sheets.Count);
            foreach (var (page, sheet) in shown.Zip(sheets))
            {
                Assert.Equal(page.Select(row => string.Join(" | ", row)), sheet.Select(row => string.Join(" | ", row)));
            }
        }
    }

    /// <summary>The words of each cell, and in brackets what stands under them.</summary>
    private static List<List<string>> Cells(IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(row => row.QuerySelectorAll("th, td").Select(Cell).ToList())];

    private static string Cell(IElement cell)
    {
        var under = Plain(cell.QuerySelector(".sub")?.TextContent ?? "");
        var all = Plain(cell.TextContent);
        return under.Length == 0 ? all : $"{all[..^under.Length].Trim()} ({under})";
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<List<List<string>>> Read(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var book = document.WorkbookPart!;
        return
        [
            .. book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Select(sheet => (WorksheetPart)book.GetPartById(sheet.Id!))
                .Select(part =>
                    part.Worksheet!.Descendants<Row>().Select(row => row.Descendants<Cell>().Select(Words).Select(Plain).ToList()).ToList()
                ),
        ];

        string Words(Cell cell) =>
            cell.DataType?.InnerText == "s"
                ? book.SharedStringTablePart!.SharedStringTable!.ElementAt(
                    int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)
                ).InnerText
                : cell.InnerText;
    }
}
