using System.Data;
using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Padu.Meetings;

/// <summary>Matrices as an XLSX file: every cell is text and no formula, whatever its first character is.</summary>
internal static class Workbook
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IActionResult Of(IEnumerable<Grid> grids, string name)
    {
        var content = new MemoryStream();
        Write(grids, content);
        content.Position = 0;
        return new FileStreamResult(content, MediaType) { FileDownloadName = $"{name}.xlsx" };
    }

    public static void Write(IEnumerable<Grid> grids, Stream to)
    {
        var sheets = new DataSet { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var grid in grids)
        {
            sheets.Tables.Add(TableOf(grid));
        }

        to.SaveAs(sheets, configuration: new OpenXmlConfiguration { AutoFilter = false });
    }

    private static DataTable TableOf(Grid grid)
    {
        var table = new DataTable(grid.Name) { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add(grid.Corner, typeof(string));
        foreach (var column in grid.Columns)
        {
            table.Columns.Add(column, typeof(string));
        }

        foreach (var line in grid.Lines)
        {
            object[] cells =
            [
                Plain(line.Sub is null ? line.Head : $"{line.Head} ({line.Sub})"),
                .. line.Cells.Select(cell => Plain(cell.Line)),
            ];
            table.Rows.Add(cells);
        }

        return table;
    }

    /// <summary>What XML does not hold is a space in a sheet; a cell holds 32,767 characters.</summary>
    private static string Plain(string text)
    {
        var clean = string.Concat(
            text.EnumerateRunes().Select(rune => rune.Value is < 0x20 and not ('\n' or '\t') ? " " : rune.ToString())
        );
        return clean.Length > 32_000 ? clean[..32_000] : clean;
    }
}
