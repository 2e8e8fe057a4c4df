using System.Collections.Immutable;
using Padu.Domain.Organisations;
using YamlDotNet.RepresentationModel;

namespace Padu.Channels.Import;

/// <summary>One section of a map, asked by word; every "no" carries the line.</summary>
internal sealed class MapNode(string file, YamlMappingNode node)
{
    public void Allow(params ReadOnlySpan<string> words)
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } word } || !words.Contains(word))
            {
                throw At(key, $"'{key}' is not a word of a map here; known are {string.Join(", ", words.ToArray())}.");
            }
        }
    }

    public bool Has(string word) => node.Children.ContainsKey(new YamlScalarNode(word));

    public MapNode Section(string word) =>
        Value(word) is YamlMappingNode section
            ? new MapNode(file, section)
            : throw Wrong(word, $"'{word}' must be a list of 'word: value' lines.");

    public string Text(string word) => TextOf(Value(word), word);

    /// <summary>One value, or a list of values.</summary>
    public ImmutableArray<string> Texts(string word) => [.. Items(word).Select(item => TextOf(item, word))];

    public bool YesOrNo(string word) =>
        Text(word) switch
        {
            "true" => true,
            "false" => false,
            _ => throw Wrong(word, $"'{word}' is true or false."),
        };

    public string Column(string word, ImmutableArray<string> columns) => ColumnOf(Value(word), Text(word), columns);

    public ImmutableArray<string> Columns(string word, ImmutableArray<string> columns) =>
        [.. Items(word).Select(item => ColumnOf(item, TextOf(item, word), columns))];

    public ImmutableArray<RowTemplate> Templates(string word, ImmutableArray<string> columns) =>
        [.. Items(word).Select(item => TemplateOf(item, TextOf(item, word), columns))];

    public NamedOffice Office(string word) => OfficeOf(Value(word), word);

    /// <summary>This whole section as a table from a value of the file to an office.</summary>
    public ImmutableDictionary<string, NamedOffice> Offices() =>
        node.Children.ToImmutableDictionary(
            entry => TextOf(entry.Key, "table"),
            entry => OfficeOf(entry.Value, "table"),
            StringComparer.Ordinal
        );

    /// <param name="word">Null when the section itself is wrong.</param>
    public ImportMapException Wrong(string? word, string sentence, Exception? inner = null) =>
        At(word is null ? node : Value(word), sentence, inner);

    private NamedOffice OfficeOf(YamlNode value, string word) => new(new OfficeCode(TextOf(value, word)), Line(value));

    private RowTemplate TemplateOf(YamlNode value, string text, ImmutableArray<string> columns)
    {
        if (!RowTemplate.TryParse(text, out var template))
        {
            throw At(value, $"'{text}' has a brace without its partner; columns stand like {{this}}.");
        }

        foreach (var column in template.Columns)
        {
            ColumnOf(value, column, columns);
        }

        return template;
    }

    private string ColumnOf(YamlNode value, string column, ImmutableArray<string> columns) =>
        columns.Contains(column) ? column : throw At(value, $"there is no column '{column}' in 'file: columns'.");

    private IEnumerable<YamlNode> Items(string word) =>
        Value(word) switch
        {
            YamlSequenceNode { Children.Count: > 0 } list => list.Children,
            YamlScalarNode one => [one],
            var other => throw At(other, $"'{word}' must be one value or a list of values."),
        };

    private YamlNode Value(string word) =>
        node.Children.TryGetValue(new YamlScalarNode(word), out var value) ? value : throw At(node, $"'{word}' is missing here.");

    private string TextOf(YamlNode value, string word) =>
        value is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw At(value, $"'{word}' must hold a text.");

    private ImportMapException At(YamlNode place, string sentence, Exception? inner = null) => new(file, Line(place), sentence, inner);

    private static int Line(YamlNode place) => (int)place.Start.Line;
}
