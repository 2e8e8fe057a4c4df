using System.Collections.Immutable;
using System.Reflection;
using Padu.Agreements;
using Padu.Coordination;
using Padu.Letters;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Privacy;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>A text that one type of event seals, and where in it the text stands.</summary>
/// <param name="Event">The event's name on the wire.</param>
/// <param name="Path">Property by property; lists are not counted.</param>
internal sealed record PrivateField(string Event, string Path)
{
    public string Name => $"{Event} {Path}";

    /// <summary>Streams whose words other tests plant.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        [new LetterStream().Prefix] = "a letter has readers by its state; LetterPagesTests plant drafts, comments, letters and reasons",
        [new LetterTemplateStream().Prefix] = "a template is the office's wording about nobody; LetterPagesTests write one",
    };

    /// <summary>Streams of what two institutions share and of personal data: SharedFieldTests plant theirs.</summary>
    private static readonly HashSet<string> SharedStreams =
    [
        new PrivacyStream().Prefix,
        new BreachStream().Prefix,
        new ObligationStream().Prefix,
        new AgreementStream().Prefix,
        new AgendaStream().Prefix,
        new InputStream().Prefix,
        new MeetingStream().Prefix,
    ];

    /// <summary>Every private text of every event type about a complaint, found by the types alone.</summary>
    public static IReadOnlyList<PrivateField> All { get; } =
        Of(prefix => !SharedStreams.Contains(prefix) && !Elsewhere.ContainsKey(prefix));

    /// <summary>The same of all other streams.</summary>
    public static IReadOnlyList<PrivateField> Shared { get; } = Of(SharedStreams.Contains);

    private static IReadOnlyList<PrivateField> Of(Func<string, bool> isMeant) =>
        [
            .. typeof(Journal)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IStreamKind)))
                .Select(type => (IStreamKind)Activator.CreateInstance(type)!)
                .Where(kind => isMeant(kind.Prefix))
                // Of an event with several versions the last one is written.
                .SelectMany(kind =>
                    kind.Names.GroupBy(name => name.Value).Select(names => names.MaxBy(name => name.Key, StringComparer.Ordinal))
                )
                .SelectMany(pair =>
                    Sealed(pair.Value).SelectMany(one => Paths(one.PropertyType, one.Name)).Select(path => (pair.Key, path))
                )
                .Select(one => new PrivateField(one.Key, one.path))
                .OrderBy(field => field.Name, StringComparer.Ordinal),
        ];

    /// <summary>What nobody writes: a file's key, which is drawn, and its type, which is one of a closed list.</summary>
    public bool IsDrawn => Path.EndsWith(".Key", StringComparison.Ordinal) || Path.EndsWith(".MediaType", StringComparison.Ordinal);

    /// <summary>The texts of an opened event, each under its path.</summary>
    public static IEnumerable<(string Path, string Text)> TextsOf(object fact) =>
        Sealed(fact.GetType()).SelectMany(property => TextsOf(property.GetValue(fact), property.Name));

    private static IEnumerable<PropertyInfo> Sealed(Type type) =>
        PublicRule.WrittenProperties(type).Where(property => !PublicRule.IsPublic(property.PropertyType));

    private static IEnumerable<string> Paths(Type type, string path)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner == typeof(string))
        {
            return [path];
        }

        return IsList(inner) ? Paths(inner.GetGenericArguments()[0], path)
            : inner.Namespace!.StartsWith("Padu", StringComparison.Ordinal)
                ? Sealed(inner).SelectMany(property => Paths(property.PropertyType, $"{path}.{property.Name}"))
            : throw new InvalidOperationException($"{path} is sealed and of a type this test cannot look into: {inner}.");
    }

    private static IEnumerable<(string Path, string Text)> TextsOf(object? value, string path) =>
        value switch
        {
            null => [],
            string text => [(path, text)],
            System.Collections.IEnumerable list => list.Cast<object>().SelectMany(one => TextsOf(one, path)),
            _ => Sealed(value.GetType()).SelectMany(property => TextsOf(property.GetValue(value), $"{path}.{property.Name}")),
        };

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
}
