using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using NodaTime;

namespace Padu.Web;

/// <summary>
/// Every sentence of the interface by its key, in the language of the request: <c>T["complaint.closed", number]</c>. Each module keeps its own
/// <c>Texts.id.resx</c> and <c>Texts.en.resx</c> in its folder; they are found in the assembly and read once. A missing key throws, and a test
/// reads every key used in the sources.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;
    private readonly CultureInfo? fixedLanguage;

    public Texts()
        : this(typeof(Texts).Assembly) { }

    internal Texts(Assembly assembly) =>
        byLanguage = Languages.All.ToFrozenDictionary(
            language => language.TwoLetterISOLanguageName,
            language => Read(assembly, language.TwoLetterISOLanguageName)
        );

    private Texts(Texts texts, CultureInfo language)
    {
        byLanguage = texts.byLanguage;
        fixedLanguage = language;
    }

    /// <summary>The language spoken: the request's, or the one chosen by <see cref="In"/>.</summary>
    public CultureInfo Language => fixedLanguage ?? CultureInfo.CurrentUICulture;

    /// <summary>The same texts in one language, for letters and mails that follow their reader and not the request.</summary>
    public Texts In(CultureInfo language) => new(this, language);

    /// <summary>The text of <paramref name="key"/>. Numbers and dates among the arguments are written as the language writes them.</summary>
    public string this[string key, params object?[] arguments] => arguments.Length == 0 ? Template(key) : Filled(Template(key), arguments);

    public bool Has(string key) => Sentences.ContainsKey(key);

    /// <summary>All keys of one language; tests compare them.</summary>
    internal IReadOnlyDictionary<string, string> Of(CultureInfo language) => byLanguage[language.TwoLetterISOLanguageName];

    internal string Template(string key) =>
        Sentences.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in '{Language.Name}'.");

    internal string Filled(string template, object?[] arguments) =>
        string.Format(Language, template, Array.ConvertAll(arguments, argument => (object?)Written(argument)));

    private FrozenDictionary<string, string> Sentences => byLanguage[Language.TwoLetterISOLanguageName];

    private string? Written(object? argument) =>
        argument switch
        {
            int number => number.ToString("N0", Language),
            long number => number.ToString("N0", Language),
            LocalDate date => DateWords.Full(date, Language),
            _ => Convert.ToString(argument, Language),
        };

    private static FrozenDictionary<string, string> Read(Assembly assembly, string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith($".Texts.{language}.resources", StringComparison.Ordinal))
        )
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry entry in reader)
            {
                if (!texts.TryAdd((string)entry.Key, (string)entry.Value!))
                {
                    throw new InvalidOperationException($"The text '{entry.Key}' stands in two modules; the second is {name}.");
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
