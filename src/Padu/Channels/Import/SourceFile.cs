using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using CsvHelper.Configuration;
using Padu.Domain.Complaints;

namespace Padu.Channels.Import;

/// <summary>One row as the file holds it.</summary>
/// <param name="Line">The line on which it begins, counting the header as 1.</param>
/// <param name="Values">Its columns as they stand; their number may be wrong.</param>
/// <param name="Hash">SHA-256 of the row's bytes without its line ending, so that another line ending is no other row.</param>
/// <param name="IsReadable">False where a quotation mark stands alone and nobody can tell the columns.</param>
public sealed record SourceRow(int Line, string[] Values, ContentHash Hash, bool IsReadable);

/// <summary>A file that cannot be imported at all, said in a sentence.</summary>
public sealed class SourceFileException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>The rows of a file, one after the other: the file may be larger than memory.</summary>
public static class SourceFile
{
    /// <summary>No honest field is longer; a quotation mark that never closes would swallow the rest of the file.</summary>
    private const int LongestField = 200_000;

    /// <exception cref="SourceFileException">The header is another one, or a quotation mark never closes.</exception>
    public static IEnumerable<SourceRow> Rows(TextReader text, ImportMap map)
    {
        var isBad = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = map.Delimiter.ToString(),
            MaxFieldSize = LongestField,
            BadDataFound = _ => isBad = true,
        };
        using var csv = new CsvParser(text, settings, leaveOpen: true);
        CheckHeader(csv, map);
        while (Next(csv) is { } begin)
        {
            isBad = false;
            var values = csv.Record!;
            var bytes = map.Encoding.GetBytes(csv.RawRecord.TrimEnd('\r', '\n'));
            yield return new SourceRow(begin, values, new ContentHash(Convert.ToHexStringLower(SHA256.HashData(bytes))), !isBad);
        }
    }

    private static void CheckHeader(CsvParser csv, ImportMap map)
    {
        if (Next(csv) is null)
        {
            throw new SourceFileException("The file is empty.");
        }

        var header = csv.Record!;
        if (header.SequenceEqual(map.Columns))
        {
            return;
        }

        var missing = map.Columns.Except(header).ToArray();
        var unknown = header.Except(map.Columns).ToArray();
        throw new SourceFileException(
            "The header is not the one in the map."
                + (missing.Length > 0 ? $" Missing: {string.Join(", ", missing)}." : "")
                + (unknown.Length > 0 ? $" Not in the map: {string.Join(", ", unknown)}." : "")
                + (missing.Length + unknown.Length == 0 ? " The columns stand in another order." : "")
                + " Look also at the map's delimiter and encoding."
        );
    }

    /// <summary>Moves on and answers the line on which the row begins; null at the end.</summary>
    private static int? Next(CsvParser csv)
    {
        var before = csv.RawRow;
        try
        {
            if (!csv.Read())
            {
                return null;
            }

            // RawRow counts the lines up to the row's last one.
            return csv.RawRow - csv.RawRecord.TrimEnd('\r', '\n').AsSpan().Count('\n');
        }
        catch (MaxFieldSizeException problem)
        {
            throw new SourceFileException(
                $"The row on line {before + 1} does not end; look there for a quotation mark without its partner.",
                problem
            );
        }
    }
}
