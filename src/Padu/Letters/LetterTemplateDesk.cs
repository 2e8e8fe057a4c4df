using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>Loads, decides, appends: the only caller of the templates' rules outside tests.</summary>
public sealed class LetterTemplateDesk(Journal journal, LetterTemplateStream stream, IClock clock)
{
    public Task<Acted<LetterTemplate>> Change(
        Actor.Staff actor,
        LetterKind kind,
        Language language,
        string text,
        int? expectedVersion,
        CancellationToken cancel
    ) => Act(actor, kind, language, new LetterTemplateCommand.Change(kind, language, text), expectedVersion, cancel);

    public Task<Acted<LetterTemplate>> Restore(
        Actor.Staff actor,
        LetterKind kind,
        Language language,
        int? expectedVersion,
        CancellationToken cancel
    ) => Act(actor, kind, language, new LetterTemplateCommand.Restore(kind, language), expectedVersion, cancel);

    private Task<Acted<LetterTemplate>> Act(
        Actor.Staff actor,
        LetterKind kind,
        Language language,
        LetterTemplateCommand command,
        int? expectedVersion,
        CancellationToken cancel
    ) =>
        journal.Act(
            stream,
            LetterTemplates.IdOf(actor.Office.Code, kind, language),
            actor,
            clock.GetCurrentInstant(),
            template => LetterTemplateRules.Decide(template, command, actor),
            new ActOptions { ExpectedVersion = expectedVersion },
            cancel
        );
}
