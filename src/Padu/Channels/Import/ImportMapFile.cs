using System.Collections.Immutable;
using System.Text;
using NodaTime.Text;
using Padu.Domain.Organisations;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Padu.Channels.Import;

/// <summary>
/// Reads a map strictly: every mistake, a misspelt word too, is named with its line, for a map that is half understood would move twenty thousand
/// cases to the wrong place.
/// </summary>
public static class ImportMapFile
{
    /// <exception cref="ImportMapException">The map cannot be used.</exception>
    public static ImportMap Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(Path.GetFileName(path), reader);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ImportMapException(path, null, "the map is missing or cannot be read.", problem);
        }
        catch (DecoderFallbackException problem)
        {
            throw new ImportMapException(path, null, "the map is not UTF-8 text.", problem);
        }
    }

    /// <param name="name">How messages call the file.</param>
    public static ImportMap Read(string name, TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException problem)
        {
            throw new ImportMapException(name, (int)problem.Start.Line, "this is not valid YAML: " + problem.Message, problem);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            throw new ImportMapException(name, 1, "a map is one list of 'word: value' lines.");
        }

        var map = new MapNode(name, root);
        map.Allow("source", "file", "key", "office", "opened", "closed", "empty", "title", "category", "place", "keep");
        var file = map.Section("file");
        file.Allow("delimiter", "encoding", "columns");
        var columns = Columns(file);
        return new ImportMap(
            map.Text("source"),
            Delimiter(file),
            EncodingOf(file),
            columns,
            map.Columns("key", columns),
            Office(map.Section("office"), columns),
            Date(map.Section("opened"), columns),
            map.Has("closed") ? Date(map.Section("closed"), columns) : null,
            map.Has("empty") ? map.Texts("empty") : [],
            map.Templates("title", columns),
            map.Has("category") ? map.Templates("category", columns) : [],
            map.Has("place") ? map.Templates("place", columns) : [],
            map.Has("keep") ? map.Columns("keep", columns) : columns
        );
    }

    private static ImmutableArray<string> Columns(MapNode file)
    {
        var columns = file.Texts("columns");
        return columns.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw file.Wrong("columns", $"the column '{twice.Key}' is listed twice.")
            : columns;
    }

    private static char Delimiter(MapNode file) =>
        !file.Has("delimiter") ? ','
        : file.Text("delimiter") is [var one] && one is not ('"' or '\n' or '\r') ? one
        : throw file.Wrong("delimiter", "the delimiter is one character: \",\", \";\" or \"\\t\" in double quotes.");

    private static Encoding EncodingOf(MapNode file)
    {
        if (!file.Has("encoding"))
        {
            return Encoding.UTF8;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(file.Text("encoding"));
        }
        catch (ArgumentException problem)
        {
            throw file.Wrong("encoding", $"'{file.Text("encoding")}' is no known encoding; utf-8 and windows-1252 are usual.", problem);
        }
    }

    private static OfficeRule Office(MapNode office, ImmutableArray<string> columns)
    {
        office.Allow("fixed", "column", "table", "otherwise");
        if (office.Has("fixed") == office.Has("column"))
        {
            throw office.Wrong(null, "name either one office ('fixed') or the column that decides it ('column' with 'table').");
        }

        return office.Has("fixed")
            ? new OfficeRule(office.Office("fixed"), null, ImmutableDictionary<string, NamedOffice>.Empty, null)
            : new OfficeRule(
                null,
                office.Column("column", columns),
                office.Section("table").Offices(),
                office.Has("otherwise") ? office.Office("otherwise") : null
            );
    }

    private static DateRule Date(MapNode date, ImmutableArray<string> columns)
    {
        date.Allow("column", "format", "required");
        var format = date.Text("format");
        try
        {
            return new DateRule(
                date.Column("column", columns),
                LocalDatePattern.CreateWithInvariantCulture(format),
                format,
                date.Has("required") && date.YesOrNo("required")
            );
        }
        catch (InvalidPatternException problem)
        {
            throw date.Wrong("format", $"'{format}' is no date format; write it like uuuu-MM-dd or dd/MM/uuuu.", problem);
        }
    }
}
