using System.IO.Compression;
using System.Xml;
using Padu.Domain.Complaints;

namespace Padu.Documents;

/// <summary>What the parts of an office document say: their declared types, where they point, and what would run.</summary>
internal static class OfficeParts
{
    private const int MostLetters = 20_000_000;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostLetters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Parts whose name alone says that something runs.</summary>
    private static readonly string[] Running =
    [
        "vbaProject",
        "vbaData",
        "macrosheets/",
        "activeX/",
        "ctrlProps/",
        "Basic/",
        "Scripts/",
        "customUI/",
        "oleObject",
    ];

    /// <summary>Relations to elsewhere that bring in what is then opened or run; a link to click is none of them.</summary>
    private static readonly string[] Fetching =
    [
        "attachedTemplate",
        "oleObject",
        "frame",
        "subDocument",
        "package",
        "control",
        "mailMergeSource",
    ];

    public static string? RefusalOfName(string name) =>
        name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal)
            ? "evidence.damaged"
        : Running.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) ? "evidence.macro"
        : null;

    public static Inspected Check(FileKind kind, ZipArchive zip) =>
        kind == FileKind.Docx ? Microsoft(kind, zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
        : kind == FileKind.Xlsx ? Microsoft(kind, zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        : OpenDocument(kind, zip);

    /// <summary>A short part as text; null when it is missing or longer.</summary>
    public static string? TextOf(ZipArchiveEntry? entry, int longest)
    {
        if (entry is null)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open());
        var letters = new char[longest + 1];
        var count = reader.ReadBlock(letters);
        return count > longest ? null : new string(letters, 0, count);
    }

    private static Inspected Microsoft(FileKind kind, ZipArchive zip, string main)
    {
        var declared = Elements(zip.GetEntry("[Content_Types].xml")!)
            .Where(element => element.Name is "Override" or "Default")
            .Select(element => element.Of("ContentType"))
            .ToList();
        if (!declared.Contains(main))
        {
            return Inspected.No(
                declared.Exists(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                    ? "evidence.macro"
                    : "evidence.damaged"
            );
        }

        if (
            declared.Exists(type =>
                type.Contains("macro", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vba", StringComparison.OrdinalIgnoreCase)
                || type.Contains("activeX", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return Inspected.No("evidence.macro");
        }

        var fetches = false;
        foreach (var part in zip.Entries.Where(part => part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var relation in Elements(part).Where(element => element.Of("TargetMode") == "External"))
            {
                var type = relation.Of("Type").Split('/')[^1];
                if (Fetching.Contains(type, StringComparer.OrdinalIgnoreCase))
                {
                    return Inspected.No("evidence.remote");
                }

                fetches |= !type.Equals("hyperlink", StringComparison.OrdinalIgnoreCase);
            }
        }

        foreach (var part in zip.Entries.Where(part => part.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase)))
        {
            if (
                part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && Elements(part).Any(element => element.Name == "ddeLink")
            )
            {
                return Inspected.No("evidence.remote");
            }
        }

        return Inspected.As(kind, [.. fetches ? new[] { FileCaution.ExternalContent } : []]);
    }

    private static Inspected OpenDocument(FileKind kind, ZipArchive zip)
    {
        var fetches = false;
        foreach (var part in new[] { "content.xml", "styles.xml" }.Select(zip.GetEntry).OfType<ZipArchiveEntry>())
        {
            foreach (var element in Elements(part))
            {
                if (element.Name is "event-listener" or "dde-source" or "plugin" or "applet" or "object-ole")
                {
                    return Inspected.No("evidence.macro");
                }

                var target = element.Of("href");
                if (target.Contains(':', StringComparison.Ordinal) && element.Name is not "a")
                {
                    if (element.Name is "object" or "floating-frame" or "section-source" or "table-source")
                    {
                        return Inspected.No("evidence.remote");
                    }

                    fetches = true;
                }
            }
        }

        return zip.GetEntry("content.xml") is null
            ? Inspected.No("evidence.damaged")
            : Inspected.As(kind, [.. fetches ? new[] { FileCaution.ExternalContent } : []]);
    }

    private sealed record Element(string Name, Dictionary<string, string> Attributes)
    {
        public string Of(string attribute) => Attributes.GetValueOrDefault(attribute, "");
    }

    /// <summary>Every element with its attributes by their local names, one after the other.</summary>
    private static IEnumerable<Element> Elements(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Careful);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var name = reader.LocalName;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.MoveToNextAttribute())
            {
                attributes[reader.LocalName] = reader.Value;
            }

            yield return new Element(name, attributes);
        }
    }
}
