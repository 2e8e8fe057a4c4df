using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Filing, completeness and verification.</summary>
public static class Intake
{
    /// <summary>The most files one message may carry.</summary>
    public const int MostFiles = 10;

    /// <law>
    /// UU 25/2009 art. 42(1)–(3), 44(1); rules 1, 4, 5. What the law wants in a complaint but a frightened or hurried person leaves out is asked
    /// for afterwards (art. 44(3)); only an empty story, or an open or protected filing without a name, cannot be a complaint at all.
    /// </law>
    public static Decision<ComplaintEvent> Submit(Complaint complaint, ComplaintCommand.Submit submit, ComplaintContext context)
    {
        if (complaint.Exists)
        {
            return new Refusal("complaint.already-filed");
        }

        var wrong = Wording.FirstOf(
            Wording.Check(nameof(submit.Story), submit.Story, required: true),
            Wording.Check(nameof(submit.Place), submit.Place, required: false, oneLine: true),
            Wording.Check(nameof(submit.Service), submit.Service, required: false, oneLine: true),
            Wording.Check(nameof(submit.RequestedResolution), submit.RequestedResolution, required: false, longest: 2_000),
            CheckIdentity(submit.Level, submit.Identity),
            submit.HappenedOn > context.Legal.DayOf(context.At)
                ? new Refusal("submit.happened-in-future", nameof(submit.HappenedOn))
                : null,
            CheckEvidence(submit.Evidence)
        );
        if (wrong is not null)
        {
            return wrong;
        }

        var filed = new ComplaintEvent.Submitted(
            submit.Id,
            submit.Number,
            submit.Office,
            submit.Channel,
            submit.ReporterId,
            submit.Level,
            submit.Language,
            submit.Verifier,
            submit.Region,
            submit.HappenedOn,
            submit.Identity.Email is not null,
            submit.Story,
            submit.Place,
            submit.Service,
            submit.RequestedResolution,
            submit.Evidence
        )
        {
            Clocks =
            [
                context.Start(ClockKind.Verification, ComplaintClocks.Verification),
                context.Start(ClockKind.Completeness, ComplaintClocks.Completeness),
                context.Start(ClockKind.FirstAnswer, ComplaintClocks.FirstAnswer),
                context.Start(ClockKind.Resolution, ComplaintClocks.Resolution(null)),
            ],
        };
        return submit.Identity.IsEmpty
            ? filed
            : ImmutableArray.Create<ComplaintEvent>(filed, new ComplaintEvent.Identified(submit.Identity));
    }

    /// <law>UU 25/2009 art. 44(3): the reply says what is missing; rule 16: a question to the complainant counts as an answer. The finishing clock pauses.</law>
    public static Decision<ComplaintEvent> RequestCompletion(
        Complaint complaint,
        ComplaintCommand.RequestCompletion request,
        ComplaintContext context
    ) =>
        complaint.Stage switch
        {
            _ when Barred(complaint, Act.RequestCompletion, context) is { } no => no,
            Stage.AwaitingCompletion => new Refusal("completion.already-requested"),
            not Stage.Received => new Refusal("completion.too-late"),
            _ when request.Missing.IsDefaultOrEmpty => new Refusal("completion.nothing-missing", nameof(request.Missing)),
            _ when Wording.Check(nameof(request.Message), request.Message, required: true) is { } wrong => wrong,
            _ => new ComplaintEvent.CompletionRequested([.. request.Missing.Distinct()], request.Message)
            {
                Clocks =
                [
                    .. complaint.Meet(context.At, ClockKind.Verification, ClockKind.Completeness, ClockKind.FirstAnswer),
                    .. complaint.Pause(context, PauseReason.AwaitingCompletion),
                    context.Start(ClockKind.Completion, ComplaintClocks.Completion),
                ],
            },
        };

    /// <law>UU 25/2009 art. 44(4). Late completion is taken too while the case is open: no confirmed rule lapses the right by itself.</law>
    public static Decision<ComplaintEvent> Complete(Complaint complaint, ComplaintCommand.Complete complete, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Barred(complaint, Act.Follow, context) is { } no => no,
            not Stage.AwaitingCompletion => new Refusal("completion.not-requested"),
            _ when Wording.Check(nameof(complete.Text), complete.Text, required: true) is { } wrong => wrong,
            _ when CheckEvidence(complete.Evidence) is { } wrong => wrong,
            _ => new ComplaintEvent.Completed(complete.Text, complete.Evidence)
            {
                Clocks =
                [
                    .. complaint.Meet(context.At, ClockKind.Completion),
                    .. complaint.Resume(context.At, context.Legal),
                    context.Start(ClockKind.Verification, ComplaintClocks.Verification),
                    context.Start(ClockKind.Completeness, ComplaintClocks.Completeness),
                ],
            },
        };

    /// <law>SP4N verification (rule 15); UU 25/2009 art. 44(3), and art. 50(1): the sixty days for a decision run from the complete file (rule 8).</law>
    public static Decision<ComplaintEvent> Verify(Complaint complaint, ComplaintCommand.Verify verify, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Barred(complaint, Act.Verify, context) is { } no => no,
            Stage.AwaitingCompletion => new Refusal("verify.awaiting-completion"),
            not Stage.Received => new Refusal("verify.already-verified"),
            _ when Wording.Check(nameof(verify.Title), verify.Title, required: true, oneLine: true, longest: 120) is { } wrong => wrong,
            _ => new ComplaintEvent.Verified(verify.Class, verify.Title)
            {
                Clocks =
                [
                    .. complaint.Meet(context.At, ClockKind.Verification, ClockKind.Completeness),
                    .. complaint.Reclassify(verify.Class, context),
                    context.Start(ClockKind.Decision, ComplaintClocks.Decision),
                ],
            },
        };

    /// <summary>Takes over one row of old casework: no legal clocks, the source row's hash kept.</summary>
    public static Decision<ComplaintEvent> Import(Complaint complaint, ComplaintCommand.Import import, ComplaintContext context)
    {
        if (complaint.Exists)
        {
            return new Refusal(
                complaint.SourceRow == import.RowHash ? "import.already-imported" : "import.different-content",
                nameof(import.SourceKey)
            );
        }

        var wrong = Wording.FirstOf(
            Wording.Check(nameof(import.SourceSystem), import.SourceSystem, required: true, oneLine: true),
            Wording.Check(nameof(import.SourceKey), import.SourceKey, required: true, oneLine: true),
            Wording.Check(nameof(import.Title), import.Title, required: true, oneLine: true),
            Wording.Check(nameof(import.Category), import.Category, required: false, oneLine: true),
            Wording.Check(nameof(import.Place), import.Place, required: false, oneLine: true),
            import.ClosedOn < import.OpenedOn ? new Refusal("import.closed-before-opened", nameof(import.ClosedOn)) : null,
            import.OpenedOn > context.Legal.DayOf(context.At) ? new Refusal("import.opened-in-future", nameof(import.OpenedOn)) : null
        );
        return wrong is not null
            ? wrong
            : new ComplaintEvent.Imported(
                import.Id,
                import.Number,
                import.Office,
                import.RowHash,
                import.OpenedOn,
                import.ClosedOn,
                import.SourceSystem,
                import.SourceKey,
                import.Title,
                import.Category,
                import.Place,
                import.Fields
            );
    }

    /// <summary>What a closed case still takes from an office.</summary>
    private static readonly ImmutableArray<Act> AfterClosing =
    [
        Act.RevealIdentity,
        Act.Reopen,
        Act.Note,
        Act.ReadWord,
        Act.DeclareConflict,
        Act.NamePerson,
    ];

    /// <summary>
    /// Out of scope is "no such complaint" (404); in scope without the right to the act is a coded refusal; a closed case takes few acts.
    /// </summary>
    /// <param name="alsoClosed">The complainant's word that a closed case takes.</param>
    internal static Refusal? Barred(Complaint complaint, Act act, ComplaintContext context, bool alsoClosed = false) =>
        Barred(complaint, act, context.Actor, alsoClosed);

    internal static Refusal? Barred(Complaint complaint, Act act, Actor actor, bool alsoClosed = false) =>
        !complaint.Exists ? new Refusal("complaint.unknown")
        : !Access.May(actor, act, complaint.Subject)
            ? new Refusal(Access.May(actor, Act.Read, complaint.Subject) ? "access.not-yours" : "complaint.unknown")
        : complaint.Stage == Stage.Archived ? new Refusal("complaint.archived")
        : complaint.Stage == Stage.Closed && !alsoClosed && !AfterClosing.Contains(act) ? new Refusal("complaint.closed")
        : null;

    public static Refusal? CheckEvidence(ImmutableArray<Evidence> evidence) =>
        evidence.IsDefault ? null
        : evidence.Length > MostFiles ? new Refusal("evidence.too-many", "Evidence", MostFiles)
        : evidence
            .Select(file => Wording.Check("Evidence", file.FileName, required: true, oneLine: true))
            .FirstOrDefault(wrong => wrong is not null);

    /// <summary>What each level takes: a name for open and protected, none for anonymous; contact is everybody's own choice.</summary>
    public static Refusal? CheckIdentity(IdentityLevel level, Identity identity) =>
        level switch
        {
            IdentityLevel.Anonymous when identity.Name is not null || identity.Address is not null => new Refusal(
                "identity.anonymous-with-name",
                nameof(Identity.Name)
            ),
            IdentityLevel.Anonymous => CheckContact(identity),
            IdentityLevel.Open or IdentityLevel.Protected => Wording.FirstOf(
                Wording.Check(nameof(Identity.Name), identity.Name, required: true, oneLine: true),
                Wording.Check(nameof(Identity.Address), identity.Address, required: false, longest: 500),
                CheckContact(identity)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Refusal? CheckContact(Identity identity) =>
        Wording.FirstOf(
            Wording.Check(nameof(Identity.Phone), identity.Phone, required: false, oneLine: true, longest: 30),
            Wording.Check(nameof(Identity.Email), identity.Email, required: false, oneLine: true, longest: 254),
            identity.Phone is { } phone && !LooksLikePhone(phone) ? new Refusal("identity.phone-unreadable", nameof(Identity.Phone)) : null,
            identity.Email is { } email && !LooksLikeEmail(email) ? new Refusal("identity.email-unreadable", nameof(Identity.Email)) : null
        );

    private static bool LooksLikePhone(string phone) =>
        phone.Count(char.IsAsciiDigit) is >= 8 and <= 15
        && phone.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')' or '.');

    private static bool LooksLikeEmail(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@')
        && email.IndexOf('.', at) > at + 1
        && !email.EndsWith('.')
        && !email.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"');
}
