using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Padu.Meetings;

namespace Padu.Tests.Meetings;

/// <summary>What is taken along opens in any program, and nothing in it is executed.</summary>
public sealed class WorkbookTests
{
    private static readonly string[] Hostile =
    [
        "=1+1",
        "+62 812",
        "-5",
        "@SUM(A1)",
        "=HYPERLINK(\"http://contoh.example\")",
        "$=A1",
        "a\u0001b\u000bc",
        "<t>&amp;</t>",
        " dua\nbaris ",
        "",
    ];

    [Fact]
    public void Every_cell_is_text_and_the_file_is_valid()
    {
        var grids = new[] { GridOf("Tema 1"), GridOf("Tema 2") };
        using var content = new MemoryStream();
        Padu.Meetings.Workbook.Write(grids, content);
        content.Position = 0;
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(one => one.Description)
        );

        var sheets = document.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
        Assert.Equal(["Tema 1", "Tema 2"], sheets.Select(sheet => sheet.Name!.Value));
        foreach (var part in document.WorkbookPart.WorksheetParts)
        {
            Assert.Empty(part.Worksheet!.Descendants<CellFormula>());
            var cells = part.Worksheet.Descendants<Cell>().ToList();
            Assert.All(cells, cell => Assert.Contains(cell.DataType?.InnerText, new[] { "str", "inlineStr", "s" }));
            Assert.Equal((Hostile.Length + 1) * 3, cells.Count);
        }

        var words = document.WorkbookPart.WorksheetParts.First().Worksheet!.Descendants<Cell>().Select(Words).ToList();
        Assert.Contains("=1+1 (rakor lalu: -1)", words);
        Assert.Contains("@SUM(A1)", words);
        Assert.Contains("$=A1", words);
        Assert.Contains("a b c", words);

        string Words(Cell cell) =>
            cell.DataType?.InnerText == "s"
                ? document
                    .WorkbookPart!.SharedStringTablePart!.SharedStringTable!.ElementAt(
                        int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)
                    )
                    .InnerText
                : cell.InnerText;
    }

    private static Grid GridOf(string name) =>
        new(
            name,
            "Matriks",
            "=Pertanyaan",
            ["=Kantor", "+Kantor"],
            [
                .. Hostile.Select(text => new GridLine(
                    text,
                    null,
                    [new GridCell(text, Note: text == "=1+1" ? "rakor lalu: -1" : null), new GridCell(text)]
                )),
            ]
        );
}
