using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>Every fact of an office's own template of one kind in one language.</summary>
public abstract record LetterTemplateEvent
{
    private LetterTemplateEvent() { }

    /// <summary>The office wrote its own.</summary>
    public sealed record Changed(OfficeCode Office, LetterKind Kind, Language Language, TextHash Hash, string? Text) : LetterTemplateEvent;

    /// <summary>The office went back to the standard.</summary>
    public sealed record Restored(OfficeCode Office, LetterKind Kind, Language Language) : LetterTemplateEvent;
}

/// <summary>Every request to a template.</summary>
public abstract record LetterTemplateCommand
{
    private LetterTemplateCommand() { }

    public sealed record Change(LetterKind Kind, Language Language, string Text) : LetterTemplateCommand;

    public sealed record Restore(LetterKind Kind, Language Language) : LetterTemplateCommand;
}

/// <summary>An office's own template as decisions see it.</summary>
public sealed record LetterTemplate
{
    public static readonly LetterTemplate None = new();

    public int Version { get; init; }

    public OfficeCode Office { get; init; }

    public LetterKind Kind { get; init; }

    public Language Language { get; init; }

    /// <summary>The version of the event that holds the office's own text; 0 while the standard holds.</summary>
    public int TextVersion { get; init; }

    public TextHash? Hash { get; init; }

    public Instant ChangedAt { get; init; }

    public static LetterTemplate Evolve(LetterTemplate state, LetterTemplateEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1, ChangedAt = occurredAt };
        return fact switch
        {
            LetterTemplateEvent.Changed e => next with
            {
                Office = e.Office,
                Kind = e.Kind,
                Language = e.Language,
                TextVersion = next.Version,
                Hash = e.Hash,
            },
            LetterTemplateEvent.Restored => next with { TextVersion = 0, Hash = null },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }
}

/// <summary>What an office may do with its templates.</summary>
public static class LetterTemplateRules
{
    /// <law>The admin of an office keeps its rules, ready replies and templates; a template that could not be filled is never kept.</law>
    public static Decision<LetterTemplateEvent> Decide(LetterTemplate template, LetterTemplateCommand command, Actor actor) =>
        (command, actor) switch
        {
            _ when !Access.MayEditTemplates(actor) => new Refusal("office.not-yours"),
            (LetterTemplateCommand.Change change, Actor.Staff staff) => Change(template, change, staff),
            (LetterTemplateCommand.Restore, _) when template.TextVersion == 0 => new Refusal("template.is-standard"),
            (LetterTemplateCommand.Restore restore, Actor.Staff staff) => new LetterTemplateEvent.Restored(
                staff.Office.Code,
                restore.Kind,
                restore.Language
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    private static Decision<LetterTemplateEvent> Change(LetterTemplate template, LetterTemplateCommand.Change change, Actor.Staff staff)
    {
        if (LetterTemplateText.Check(change.Kind, change.Text) is { } wrong)
        {
            return wrong;
        }

        var text = LetterText.Clean(change.Text);
        var hash = LetterText.HashOf(text);
        return template.Hash == hash
            ? new Refusal("template.unchanged", LetterTemplateText.Field)
            : new LetterTemplateEvent.Changed(staff.Office.Code, change.Kind, change.Language, hash, text);
    }
}
