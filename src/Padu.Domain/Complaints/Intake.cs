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

        if (submit is { IsAboutOffice: true, Above: null })
        {
            return new Refusal("submit.no-office-above", nameof(submit.Office));
        }

        var wrong = Wording.FirstOf(
            Wording.Check(nameof(submit.Story), submit.Story, required: true),
            Wording.Check(nameof(submit.Place), submit.Place, required: false, oneLine: true),
            Wording.Check(nameof(submit.Service), submit.Service, required: false, oneLine: true),
            Wording.Check(nameof(submit.RequestedResolution), submit.RequestedResolution, required: false, longest: 2_000),
            CheckIdentity(submit.Level, submit.Identity),
            Representing.Check(submit.Level, submit.Representation),
            submit.HappenedOn > context.Legal.DayOf(context.At)
                ? new Refusal("submit.happened-in-future", nameof(submit.HappenedOn))
                : null,
            CheckEvidence(submit.Evidence)
        );
        if (wrong is not null)
        {
            return wrong;
        }

        if (submit.Concern is not null && context.Legal.Elections.Find(submit.Concern) is null)
        {
            return new Refusal("concern.no-such-stage", nameof(submit.Concern));
        }

        context = context with { Legal = context.Legal with { Concern = submit.Concern } };
        var filed = new ComplaintEvent.Submitted(
            submit.Id,
            submit.Number,
            // access.md: whoever is complained about neither verifies nor sees it.
            submit is { IsAboutOffice: true, Above: { } above }
                ? above
                : submit.Office,
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
        return ImmutableArray.Create<ComplaintEvent>([
            filed,
            .. submit.IsAboutOffice ? new[] { new ComplaintEvent.AgainstOffice(submit.Office) } : [],
            .. submit.Identity.IsEmpty ? [] : new[] { new ComplaintEvent.Identified(submit.Identity) },
            .. Representing.Represented(submit.Representation),
            .. submit.WishesApart ? new[] { new ComplaintEvent.ApartWished() } : [],
            .. StageConcern.Told(submit.Concern),
            .. submit.Notice is { } wording ? Told(submit, wording) : [],
        ]);
    }

    /// <law>UU 27/2022 art. 21 and 24: what was told before the filing, and that leaving an address for news was agreed to, can be shown later.</law>
    private static IEnumerable<ComplaintEvent> Told(ComplaintCommand.Submit submit, WordingVersion wording)
    {
        yield return new ComplaintEvent.NoticeShown(wording);
        if (submit.Identity.Email is not null)
        {
            yield return new ComplaintEvent.ConsentGiven(ConsentKind.Email, wording);
        }
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
            _ => Completed(complaint, complete.Text, complete.Evidence, context),
        };

    internal static ComplaintEvent.Completed Completed(
        Complaint complaint,
        string? text,
        ImmutableArray<Evidence>? evidence,
        ComplaintContext context
    ) =>
        new(text, evidence)
        {
            Clocks =
            [
                .. complaint.Meet(context.At, ClockKind.Completion),
                .. complaint.Resume(context.At, context.Legal),
                context.Start(ClockKind.Verification, ComplaintClocks.Verification),
                context.Start(ClockKind.Completeness, ComplaintClocks.Completeness),
            ],
        };

    /// <law>
    /// SP4N verification (rule 15); UU 25/2009 art. 44(3), and art. 50(1): the sixty days for a decision run from the complete file (rule 8). Without the
    /// power of attorney it is not complete (art. 42(1), rule 2); a late one is taken with a reason (art. 42(2), rule 3).
    /// </law>
    public static Decision<ComplaintEvent> Verify(Complaint complaint, ComplaintCommand.Verify verify, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Barred(complaint, Act.Verify, context) is { } no => no,
            Stage.AwaitingCompletion => new Refusal("verify.awaiting-completion"),
            not Stage.Received => new Refusal("verify.already-verified"),
            _ when complaint is { Representation: RepresentationKind.Attorney, HasPower: false } => new Refusal(
                "verify.no-power-of-attorney"
            ),
            _ when Wording.Check(nameof(verify.Title), verify.Title, required: true, oneLine: true, longest: 120) is { } wrong => wrong,
            _ when !Admissibility.IsLate(complaint, context.Legal) => ImmutableArray.Create<ComplaintEvent>([
                .. Asking(complaint, verify),
                Verified(complaint, verify.Class, verify.Title, context, verify.Kind),
            ]),
            _ when Wording.Check(nameof(verify.LateReason), verify.LateReason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>([
                new ComplaintEvent.AcceptedLate(verify.LateReason),
                .. Asking(complaint, verify),
                Verified(complaint, verify.Class, verify.Title, context, verify.Kind),
            ]),
        };

    /// <law>UU 25/2009 art. 50(3), rule 10: who asks for compensation has to be told of it in the decision.</law>
    private static IEnumerable<ComplaintEvent> Asking(Complaint complaint, ComplaintCommand.Verify verify) =>
        verify.AsksCompensation && !complaint.AsksCompensation ? [new ComplaintEvent.CompensationAsked()] : [];

    internal static ComplaintEvent.Verified Verified(
        Complaint complaint,
        ComplaintClass @class,
        string? title,
        ComplaintContext context,
        GrievanceCode? kind = null
    ) =>
        new(@class, title)
        {
            Kind = kind,
            Clocks =
            [
                .. complaint.Meet(context.At, ClockKind.Verification, ClockKind.Completeness),
                .. complaint.Reclassify(@class, context),
                context.Start(ClockKind.Decision, ComplaintClocks.Decision),
            ],
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

    /// <summary>Who may know whom is a question also of a closed case, and some words and corrections are too.</summary>
    private static bool OutlivesClosing(Act act) =>
        act
            is Act.RequestUnmasking
                or Act.RevealIdentity
                or Act.ReleaseOriginal
                or Act.JudgeRequest
                or Act.ChangeLevel
                or Act.ReportCodeLoss
                or Act.ReissueCode
                or Act.Link
                or Act.Reopen
                or Act.Note
                or Act.ReadWord
                or Act.DecidePrivacy
                or Act.PlaceHold
                or Act.DeclareConflict
                or Act.NamePerson;

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
        : complaint.IsErased && act is not (Act.Note or Act.Read) ? new Refusal("complaint.erased")
        : complaint.IsRestricted && PersonalData.WaitWhileRestricted.Contains(act) ? new Refusal("complaint.restricted")
        : complaint.Stage == Stage.Closed && !alsoClosed && !OutlivesClosing(act) ? new Refusal("complaint.closed")
        : complaint.IsFollowing && LeftToLead.Contains(act) ? new Refusal("group.follows-lead")
        : null;

    /// <summary>While a case follows another, the other is worked on.</summary>
    private static readonly ImmutableArray<Act> LeftToLead =
    [
        Act.Verify,
        Act.RequestCompletion,
        Act.Classify,
        Act.Concern,
        Act.Assign,
        Act.TakeUp,
        Act.Return,
        Act.Ask,
        Act.Answer,
        Act.Propose,
        Act.Approve,
        Act.Close,
        Act.ProposeTransfer,
        Act.SendTransfer,
        Act.Split,
        Act.Group,
    ];

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
        CheckContact(identity.Phone, identity.Email, nameof(Identity.Phone), nameof(Identity.Email));

    internal static Refusal? CheckContact(string? phone, string? email, string phoneField, string emailField) =>
        Wording.FirstOf(
            Wording.Check(phoneField, phone, required: false, oneLine: true, longest: 30),
            Wording.Check(emailField, email, required: false, oneLine: true, longest: 254),
            phone is not null && !LooksLikePhone(phone) ? new Refusal("identity.phone-unreadable", phoneField) : null,
            email is not null && !LooksLikeEmail(email) ? new Refusal("identity.email-unreadable", emailField) : null
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
