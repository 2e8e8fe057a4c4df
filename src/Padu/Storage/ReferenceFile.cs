using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Padu.Storage;

/// <summary>
/// One table of the reference folder, read whole and strictly: UTF-8, exactly the named columns in that order, no blank line inside. Every
/// complaint names file and line.
/// </summary>
public sealed class ReferenceFile
{
    private ReferenceFile(string name, string version, ImmutableArray<ReferenceRow> rows)
    {
        Name = name;
        Version = version;
        Rows = rows;
    }

    /// <summary>Where the tables travel: beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "reference");

    /// <summary>Relative to the reference folder, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>The beginning of the content's SHA-256: changes with every change.</summary>
    public string Version { get; }

    public ImmutableArray<ReferenceRow> Rows { get; }

    /// <exception cref="ReferenceDataException">The file is missing, is no such table, or has no row.</exception>
    public static ReferenceFile Read(string folder, string name, params ReadOnlySpan<string> columns)
    {
        var bytes = Bytes(folder, name);
        using var reader = new StringReader(Text(name, bytes));
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = false, IgnoreBlankLines = false };
        using var csv = new CsvParser(reader, settings);
        var header = columns.ToArray();
        try
        {
            if (!csv.Read() || !header.SequenceEqual(csv.Record!))
            {
                throw new ReferenceDataException(name, 1, $"the header must be '{string.Join(',', header)}'.");
            }

            var rows = ImmutableArray.CreateBuilder<ReferenceRow>();
            while (csv.Read())
            {
                rows.Add(new ReferenceRow(name, csv.RawRow, header, csv.Record!));
            }

            return rows.Count > 0
                ? new ReferenceFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], rows.ToImmutable())
                : throw new ReferenceDataException(name, null, "the file has no rows.");
        }
        catch (CsvHelperException problem)
        {
            throw new ReferenceDataException(name, csv.RawRow, "the row is not valid CSV; look for a lone quotation mark.", problem);
        }
    }

    private static byte[] Bytes(string folder, string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (IOException problem)
        {
            throw new ReferenceDataException(name, null, "the file is missing or cannot be read.", problem);
        }
    }

    private static string Text(string name, byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            var line = 1 + bytes.AsSpan(0, problem.Index).Count((byte)'\n');
            throw new ReferenceDataException(name, line, "the text is not UTF-8.", problem);
        }
    }
}
