using System.Collections.Frozen;
using System.Text;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>A template as it holds for an office.</summary>
/// <param name="IsStandard">It is the one of <c>reference/letters</c>.</param>
/// <param name="Version">How often the office changed its own; what the next form carries.</param>
public sealed record TemplateInForce(string Text, TextHash Hash, bool IsStandard, int Version, NodaTime.Instant? ChangedAt);

/// <summary>The standard templates (<c>reference/letters/{kind}.{language}.md</c>, read and checked at start) and each office's own.</summary>
public sealed class LetterTemplates
{
    private readonly FrozenDictionary<(LetterKind, Language), string> standards;
    private readonly Journal journal;
    private readonly LetterTemplateStream stream;

    private LetterTemplates(FrozenDictionary<(LetterKind, Language), string> standards, Journal journal, LetterTemplateStream stream) =>
        (this.standards, this.journal, this.stream) = (standards, journal, stream);

    /// <exception cref="ReferenceDataException">A file is missing or cannot be filled; file and line are named.</exception>
    internal static FrozenDictionary<(LetterKind Kind, Language Language), string> Read(string? folder = null)
    {
        var found = new Dictionary<(LetterKind, Language), string>();
        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var name = $"letters/{kind.Code()}.{language.Code()}.md";
                var text = Text(folder ?? ReferenceFile.DefaultFolder, name);
                if (LetterTemplateText.Check(kind, text) is { } wrong)
                {
                    throw new ReferenceDataException(
                        name,
                        wrong.Parameters.FirstOrDefault() as int?,
                        $"{wrong.Code} {string.Join(' ', wrong.Parameters.Skip(1))}".Trim() + "."
                    );
                }

                found[(kind, language)] = LetterText.Clean(text);
            }
        }

        return found.ToFrozenDictionary();
    }

    internal static LetterTemplates Over(
        FrozenDictionary<(LetterKind, Language), string> standards,
        Journal journal,
        LetterTemplateStream stream
    ) => new(standards, journal, stream);

    public string Standard(LetterKind kind, Language language) => standards[(kind, language)];

    /// <summary>The stream of an office's own template; the same for everybody who asks.</summary>
    public static Guid IdOf(OfficeCode office, LetterKind kind, Language language) =>
        RegisterKind.IdOf("letter-template", $"{office}/{kind.Code()}/{language.Code()}");

    public async Task<TemplateInForce> Of(OfficeCode office, LetterKind kind, Language language, CancellationToken cancel)
    {
        var id = IdOf(office, kind, language);
        var own = (await journal.Load(stream, id, cancel)).State;
        if (own.TextVersion > 0)
        {
            var opened = await journal.OpenMany(stream, [(id, own.TextVersion)], _ => true, cancel);
            if (opened.GetValueOrDefault(id)?.Fact is LetterTemplateEvent.Changed { Text: { } text } changed)
            {
                return new TemplateInForce(text, changed.Hash, false, own.Version, own.ChangedAt);
            }
        }

        var standard = Standard(kind, language);
        return new TemplateInForce(standard, LetterText.HashOf(standard), true, own.Version, own.Version > 0 ? own.ChangedAt : null);
    }

    private static string Text(string folder, string name)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(
                File.ReadAllBytes(Path.Combine(folder, name))
            );
        }
        catch (IOException problem)
        {
            throw new ReferenceDataException(name, null, "the file is missing or cannot be read.", problem);
        }
        catch (DecoderFallbackException problem)
        {
            throw new ReferenceDataException(name, null, "the text is not UTF-8.", problem);
        }
    }
}
