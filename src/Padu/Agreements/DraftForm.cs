using System.Collections.Immutable;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Agreements;

namespace Padu.Agreements;

/// <summary>The fields of a draft as a form has them.</summary>
public interface IDraftForm
{
    string? Title { get; }

    string? Purpose { get; }

    string? Place { get; }

    /// <summary>Codes of <see cref="ElectionScope"/>.</summary>
    string[] Scopes { get; }

    LocalDate? Starts { get; }

    LocalDate? Ends { get; }

    /// <summary>One clause or item to a paragraph; an empty line parts them.</summary>
    string? Clauses { get; }

    string? Note { get; }
}

/// <summary>From a form to a draft and back.</summary>
internal static class DraftForms
{
    public static AgreementCommand.Draft Read(this IDraftForm form) =>
        new(
            [
                .. form
                    .Scopes.Select(code => CodeOf.TryParse<ElectionScope>(code, out var scope) ? scope : (ElectionScope?)null)
                    .OfType<ElectionScope>()
                    .Distinct(),
            ],
            new Term(form.Starts, form.Ends),
            form.Title?.Trim() ?? "",
            Trimmed(form.Purpose),
            Trimmed(form.Place),
            Parts(form.Clauses),
            Trimmed(form.Note)
        );

    /// <summary>Paragraphs as they stand in the field.</summary>
    public static string Write(IEnumerable<Clause> clauses) => string.Join("\n\n", clauses.Select(clause => clause.Text));

    public static ImmutableArray<string> Parts(string? text) =>
        [
            .. (text ?? "")
                .ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(part => part.Length > 0),
        ];

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
