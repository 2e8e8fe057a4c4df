using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Whose move it is.</summary>
public enum Mover
{
    [Code("kantor")]
    Office,

    [Code("pelapor")]
    Complainant,

    [Code("ombudsman")]
    Ombudsman,

    [Code("tidak_ada")]
    Nobody,
}

/// <summary>
/// A complaint as decisions see it: folded from public parts only, so it is the same after an erasure. Text is read from the journal where a
/// page needs it.
/// </summary>
public sealed partial record Complaint
{
    public static readonly Complaint None = new();

    /// <summary>How many events were folded; 0 means there is no such complaint.</summary>
    public int Version { get; init; }

    public ComplaintId Id { get; init; }

    public PublicNumber Number { get; init; }

    public Stage Stage { get; init; }

    public IntakeChannel Channel { get; init; }

    public IdentityLevel Level { get; init; }

    public Language Language { get; init; }

    public Guid ReporterId { get; init; }

    public CodeVerifier Verifier { get; init; }

    public bool HasEmail { get; init; }

    /// <summary>The office that received it and verifies it.</summary>
    public OfficeCode Owner { get; init; }

    public OfficeCode? Handler { get; init; }

    public UnitCode? Unit { get; init; }

    /// <summary>The post that took it on; null while it is the unit's as a whole.</summary>
    public PostId? Officer { get; init; }

    public RegionCode? Region { get; init; }

    /// <summary>Null until an office has classified it.</summary>
    public ComplaintClass? Class { get; init; }

    /// <summary>What kind of grievance an officer found it to be; null while nobody has.</summary>
    public GrievanceCode? Kind { get; init; }

    /// <summary>The legal moment of receipt.</summary>
    public Instant ReceivedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? AnsweredAt { get; init; }

    public Instant? FirstAnsweredAt { get; init; }

    /// <summary>How often a reply opened it again after an answer.</summary>
    public int Reopened { get; init; }

    public Instant? ClosedAt { get; init; }

    public ClosingReason? ClosingReason { get; init; }

    /// <summary>How often the complainant was asked during handling; more than once is told to whoever reads the case.</summary>
    public int Questions { get; init; }

    /// <summary>The version of the proposed answer that waits for the head; 0 when none does.</summary>
    public int Proposal { get; init; }

    public Rating? Rating { get; init; }

    /// <summary>The complainant added something that no act of the office has met yet.</summary>
    public bool HasNewWord { get; init; }

    /// <summary>Who is or was kept from the case, each account once.</summary>
    public ImmutableArray<CaseBar> Bars { get; init; } = [];

    /// <summary>The version of the event whose text names the case: the filing, until an officer gave it a title.</summary>
    public int TitleVersion { get; init; }

    /// <summary>The version of the event that holds the identity; 0 when none was told.</summary>
    public int IdentityVersion { get; init; }

    /// <summary>True while a complainant without e-mail still has to be told of the last answer or question.</summary>
    public bool MustBeContacted { get; init; }

    /// <summary>Files in which the scanner found something; nobody can download them.</summary>
    public ImmutableArray<FileRef> Quarantined { get; init; } = [];

    /// <summary>The complainant asks for compensation, so that the answer has to decide on it.</summary>
    public bool AsksCompensation { get; init; }

    /// <summary>What the last answer, or the proposed one, says to that.</summary>
    public Compensation? Compensation { get; init; }

    /// <summary>The complainant wishes not to be brought together with whom they complain of.</summary>
    public bool WishesApart { get; init; }

    public LocalDate? HappenedOn { get; init; }

    /// <summary>The office it is about; that office neither receives nor sees it.</summary>
    public OfficeCode? Against { get; init; }

    /// <summary>The stage it concerns; null for none.</summary>
    public StageRef? Concern { get; init; }

    /// <summary>The ad hoc body it is about while that lived, and the office that answers for it.</summary>
    public AdHocCode? Body { get; init; }

    public OfficeCode? BodyOffice { get; init; }

    /// <summary>The office that entered it for the complainant, and when it was typed in; null when the complainant filed.</summary>
    public OfficeCode? TakenInBy { get; init; }

    public Instant? EnteredAt { get; init; }

    /// <summary>By which right another files for the person harmed; null when nobody does.</summary>
    public RepresentationKind? Representation { get; init; }

    /// <summary>The version of the event that says who represents; 0 when nobody does.</summary>
    public int RepresentationVersion { get; init; }

    public bool HasPower { get; init; }

    /// <summary>Where it lay before the last assignment; null before the first, and after one was taken back.</summary>
    public BeforeAssignment? Before { get; init; }

    /// <summary>What the complainant was last asked for; empty when nothing is awaited.</summary>
    public ImmutableArray<MissingItem> Missing { get; init; } = [];

    public bool IsInCourt { get; init; }

    /// <summary>The transfer proposed or agreed; null when none is under way.</summary>
    public PendingTransfer? Transfer { get; init; }

    public ImmutableArray<CaseLink> Links { get; init; } = [];

    /// <summary>The case it follows, or was answered with.</summary>
    public ComplaintId? Lead { get; init; }

    /// <summary>It waits for the answer to <see cref="Lead"/>.</summary>
    public bool IsFollowing { get; init; }

    /// <summary>How many cases follow this one, or were answered with it.</summary>
    public int MemberCount { get; init; }

    /// <summary>The letter this case is a part of; the complainant's code and identity are kept there.</summary>
    public ComplaintId? Origin { get; init; }

    /// <summary>The cases that parts of this letter became.</summary>
    public ImmutableArray<ComplaintId> Parts { get; init; } = [];

    /// <summary>The hash of the row it was taken over from; null for our own cases.</summary>
    public ContentHash? SourceRow { get; init; }

    /// <summary>What custodians and second officers were asked, in order.</summary>
    public ImmutableArray<CustodyRequest> Requests { get; init; } = [];

    /// <summary>One of each kind, in the order they first started.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>Clocks that stopped and were started anew by a later act: what was late once stays late.</summary>
    public ImmutableArray<Clock> PastClocks { get; init; } = [];

    public bool Exists => Version > 0;

    public bool IsOpen => Exists && Stage is not (Stage.Closed or Stage.Archived);

    public CaseSubject Subject =>
        new(Owner, Handler, Unit, ReporterId, Level == IdentityLevel.Protected, Level == IdentityLevel.Anonymous, IsClosedToKpu)
        {
            Against = Against,
            Barred = [.. Bars.Where(bar => bar.IsActive).Select(bar => bar.Account)],
        };

    /// <summary>Where the office goes on: in the unit it lies with, else with the admin who assigns or verifies.</summary>
    public Stage AtWork =>
        Unit is not null ? Stage.Assigned
        : Class is not null ? Stage.Verified
        : Stage.Received;

    public Mover Mover =>
        Stage switch
        {
            Stage.Received or Stage.Verified or Stage.Assigned => Mover.Office,
            Stage.AwaitingCompletion or Stage.Asked or Stage.Answered => Mover.Complainant,
            Stage.AtOmbudsman => Mover.Ombudsman,
            Stage.Closed or Stage.Archived => Mover.Nobody,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>There is an identity that must not be seen without the unmasking act.</summary>
    public bool HidesIdentity => Level == IdentityLevel.Protected && IdentityVersion > 0;

    public CustodyRequest? RequestOf(CustodyRequestId id) => Requests.FirstOrDefault(request => request.Id == id);

    public Clock? ClockOf(ClockKind kind) => Clocks.FirstOrDefault(clock => clock.Kind == kind);

    /// <summary>The running clock that ends first: it drives the work (rule 20).</summary>
    public Clock? NextClock => Clocks.Where(clock => clock.Status == ClockStatus.Running).MinBy(clock => clock.Due);

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Complaint Evolve(Complaint state, ComplaintEvent fact, Instant occurredAt)
    {
        var next = state with
        {
            Version = state.Version + 1,
            LastActAt = MovesNothing(fact) ? state.LastActAt : occurredAt,
            Clocks = state.Clocks.Changed(fact.Clocks),
            PastClocks = [.. state.PastClocks, .. Superseded(state.Clocks, fact.Clocks)],
        };
        return fact switch
        {
            ComplaintEvent.Submitted e => next with
            {
                Id = e.Id,
                Number = e.Number,
                Stage = Stage.Received,
                Channel = e.Channel,
                Level = e.Level,
                Language = e.Language,
                ReporterId = e.ReporterId,
                Verifier = e.Verifier,
                HasEmail = e.HasEmail,
                Owner = e.Office,
                Region = e.Region,
                HappenedOn = e.HappenedOn,
                ReceivedAt = occurredAt,
                TitleVersion = next.Version,
            },
            ComplaintEvent.TakenIn e => next with { TakenInBy = e.Desk, EnteredAt = e.EnteredAt },
            ComplaintEvent.AgainstOffice e => next with { Against = e.Office },
            ComplaintEvent.Represented e => next with
            {
                Representation = e.Kind,
                RepresentationVersion = next.Version,
                HasPower = e.HasPower,
            },
            ComplaintEvent.PowerShown => next with { HasPower = true },
            ComplaintEvent.Identified => next with { IdentityVersion = next.Version },
            ComplaintEvent.CompletionRequested e => next with
            {
                Stage = Stage.AwaitingCompletion,
                MustBeContacted = !state.HasEmail,
                Missing = e.Missing,
            },
            ComplaintEvent.Completed => next with { Stage = Stage.Received, MustBeContacted = false, Missing = [] },
            ComplaintEvent.AcceptedLate => next,
            ComplaintEvent.Concerned e => next with
            {
                Concern = e is { Election: { } election, Stage: { } stage } ? new StageRef(election, stage) : null,
                Body = e.Body,
                BodyOffice = e.Office,
            },
            ComplaintEvent.Classified e => next with { Class = e.Class, IsInCourt = e.IsInCourt, Kind = e.Kind ?? next.Kind },
            ComplaintEvent.Verified e => next with
            {
                Stage = Stage.Verified,
                Class = e.Class,
                Kind = e.Kind ?? next.Kind,
                TitleVersion = next.Version,
            },
            ComplaintEvent.Assigned e => next with
            {
                Stage = Stage.Assigned,
                Handler = e.Office,
                Unit = e.Unit,
                Officer = null,
                Proposal = 0,
                Before = BeforeAssignment.Of(state, occurredAt),
            },
            ComplaintEvent.AssignmentTakenBack => state.Before!.Restore(next),
            ComplaintEvent.TakenUp e => next with { Officer = e.Post },
            ComplaintEvent.Returned => next with { Stage = Stage.Verified, Unit = null, Officer = null, Proposal = 0 },
            ComplaintEvent.Directed => next,
            ComplaintEvent.Asked => next with
            {
                Stage = Stage.Asked,
                Questions = state.Questions + 1,
                MustBeContacted = !state.HasEmail,
                HasNewWord = false,
            },
            ComplaintEvent.QuestionAnswered => next with { Stage = state.AtWork, MustBeContacted = false },
            ComplaintEvent.QuestionLapsed => next with { Stage = state.Stage == Stage.Asked ? state.AtWork : state.Stage },
            ComplaintEvent.AnswerProposed => next with
            {
                Stage = state.Stage == Stage.Asked ? state.AtWork : state.Stage,
                Proposal = next.Version,
            },
            ComplaintEvent.CompensationAsked => next with { AsksCompensation = true },
            ComplaintEvent.CompensationDecided e => next with { Compensation = e.Compensation },
            ComplaintEvent.ApartWished => next with { WishesApart = true },
            ComplaintEvent.AnswerReturned => next with { Proposal = 0 },
            ComplaintEvent.AnswerApproved => next with { Proposal = 0 },
            ComplaintEvent.Answered => next with
            {
                Stage = Stage.Answered,
                AnsweredAt = occurredAt,
                FirstAnsweredAt = state.FirstAnsweredAt ?? occurredAt,
                MustBeContacted = !state.HasEmail,
                Proposal = 0,
                HasNewWord = false,
            },
            // Who was answered with a leading case before any unit had it goes to the admin, who assigns.
            ComplaintEvent.Replied => next with { Stage = state.AtWork, MustBeContacted = false, Reopened = state.Reopened + 1 },
            ComplaintEvent.Accepted => next with { MustBeContacted = false },
            ComplaintEvent.Rated e => next with { Rating = e.Rating },
            ComplaintEvent.Withdrawn => next with { MustBeContacted = false },
            ComplaintEvent.Objected => Open(next),
            ComplaintEvent.Reopened => Open(next) with { HasNewWord = false },
            ComplaintEvent.WordAdded => next with { HasNewWord = true },
            ComplaintEvent.WordRead => next with { HasNewWord = false },
            ComplaintEvent.NoteAdded => next,
            ComplaintEvent.EntryRemoved => next,
            ComplaintEvent.Barred e => next with { Bars = Barring(state.Bars, new CaseBar(e.Account, e.Ground, true)) },
            ComplaintEvent.BarLifted e => next with
            {
                Bars = [.. state.Bars.Select(bar => bar.Account == e.Account ? bar with { IsActive = false } : bar)],
            },
            ComplaintEvent.HandedUp e => HandUp(next, e.Office),
            ComplaintEvent.Closed e => next with
            {
                // What is at the Ombudsman stays open there, whoever has finished with it here.
                Stage = state.IsAtOmbudsman ? Stage.AtOmbudsman : Stage.Closed,
                ClosedAt = state.IsAtOmbudsman ? null : occurredAt,
                ClosingReason = e.Reason,
                MustBeContacted = false,
                Proposal = 0,
                Transfer = null,
                IsFollowing = false,
            },
            ComplaintEvent.TransferProposed e => next with
            {
                Transfer = new PendingTransfer(e.Addressee, e.Extent, e.NeedsIdentity, e.KnownOn, false),
                MustBeContacted = !state.HasEmail,
            },
            ComplaintEvent.TransferAgreed => next with { Transfer = state.Transfer! with { IsAgreed = true }, MustBeContacted = false },
            ComplaintEvent.TransferDeclined => next with { Transfer = null, MustBeContacted = false },
            ComplaintEvent.Transferred => next with { Transfer = null },
            ComplaintEvent.Linked e => next with { Links = state.Links.Add(new CaseLink(e.Other, e.Kind)) },
            ComplaintEvent.Unlinked e => next with { Links = state.Links.RemoveAll(link => link.Other == e.Other) },
            ComplaintEvent.Joined e => next with { Lead = e.Lead, IsFollowing = true },
            ComplaintEvent.Parted => next with { Lead = null, IsFollowing = false },
            ComplaintEvent.LeadFollowed => next with { IsFollowing = false },
            ComplaintEvent.MemberJoined => next with { MemberCount = state.MemberCount + 1 },
            ComplaintEvent.MemberParted => next with { MemberCount = state.MemberCount - 1 },
            ComplaintEvent.Divided e => next with { Parts = state.Parts.Add(e.Part) },
            ComplaintEvent.SplitOff e => next with
            {
                Id = e.Id,
                Number = e.Number,
                Stage = Stage.Received,
                Channel = e.Channel,
                Level = e.Level,
                Language = e.Language,
                ReporterId = e.ReporterId,
                HasEmail = e.HasEmail,
                Owner = e.Office,
                Region = e.Region,
                HappenedOn = e.HappenedOn,
                ReceivedAt = e.ReceivedAt,
                Origin = e.Origin,
                Against = e.Against,
                TitleVersion = next.Version,
            },
            ComplaintEvent.Escalated or ComplaintEvent.IdentityShared or ComplaintEvent.NotesReleased or ComplaintEvent.EscalationEnded =>
                Escalate(next, fact, occurredAt),
            ComplaintEvent.ClockLapsed or ComplaintEvent.ClocksRecounted => next,
            ComplaintEvent.IdentityRevealed => next,
            ComplaintEvent.OriginalReleased => next,
            ComplaintEvent.FileQuarantined e => next with { Quarantined = state.Quarantined.Add(e.File) },
            ComplaintEvent.UnmaskingRequested or ComplaintEvent.CodeLossReported or ComplaintEvent.RequestJudged => next with
            {
                Requests = CustodyRules.Fold(next, fact, occurredAt),
            },
            ComplaintEvent.CodeReissued e => next with { Verifier = e.Verifier, Requests = CustodyRules.Fold(next, fact, occurredAt) },
            ComplaintEvent.LevelChanged e => next with
            {
                Level = e.To,
                HasEmail = e.HasEmail,
                HasSilencedEmail = state.HasSilencedEmail && e.From == e.To && !e.HasEmail,
                IdentityVersion = e.To == IdentityLevel.Anonymous && e.From != e.To ? 0 : state.IdentityVersion,
                Requests = CustodyRules.Fold(next, fact, occurredAt),
            },
            ComplaintEvent.NoticeShown
            or ComplaintEvent.ConsentGiven
            or ComplaintEvent.ConsentWithdrawn
            or ComplaintEvent.IdentityCorrected
            or ComplaintEvent.ProcessingRestricted
            or ComplaintEvent.RestrictionLifted
            or ComplaintEvent.HoldPlaced
            or ComplaintEvent.HoldLifted
            or ComplaintEvent.PersonalDataErased => FoldPrivacy(next, fact, occurredAt),
            ComplaintEvent.ComplainantUnreached => next with { MustBeContacted = true },
            ComplaintEvent.ComplainantContacted => next with { MustBeContacted = false },
            ComplaintEvent.Imported e => next with
            {
                Id = e.Id,
                Number = e.Number,
                Stage = Stage.Archived,
                Channel = IntakeChannel.Archive,
                Owner = e.Office,
                ReceivedAt = occurredAt,
                SourceRow = e.RowHash,
                TitleVersion = next.Version,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }

    private static Complaint Open(Complaint state) =>
        state with
        {
            Stage = state.AtWork,
            ClosedAt = null,
            ClosingReason = null,
            Reopened = state.Reopened + 1,
        };

    private static ImmutableArray<CaseBar> Barring(ImmutableArray<CaseBar> bars, CaseBar bar) =>
        [.. bars.Where(other => other.Account != bar.Account), bar];

    /// <summary>The upper office has the case as if it had received it; what was waiting for the complainant still does.</summary>
    private static Complaint HandUp(Complaint state, OfficeCode office)
    {
        var theirs = state with { Owner = office, Handler = null, Unit = null, Officer = null, Proposal = 0 };
        return theirs with { Stage = theirs.Stage is Stage.Assigned or Stage.Asked ? Stage.Verified : theirs.Stage };
    }

    /// <summary>Facts beside the case's own course: nobody's move ends or begins with them.</summary>
    private static bool MovesNothing(ComplaintEvent fact) =>
        fact
            is ComplaintEvent.ClockLapsed
                or ComplaintEvent.ClocksRecounted
                or ComplaintEvent.ComplainantUnreached
                or ComplaintEvent.IdentityRevealed
                or ComplaintEvent.OriginalReleased
                or ComplaintEvent.FileQuarantined
                or ComplaintEvent.UnmaskingRequested
                or ComplaintEvent.CodeLossReported
                or ComplaintEvent.RequestJudged
                or ComplaintEvent.CodeReissued
                or ComplaintEvent.LevelChanged
                or ComplaintEvent.NoteAdded
                or ComplaintEvent.Barred
                or ComplaintEvent.BarLifted
                or ComplaintEvent.NoticeShown
                or ComplaintEvent.ConsentGiven
                or ComplaintEvent.ConsentWithdrawn
                or ComplaintEvent.IdentityCorrected
                or ComplaintEvent.HoldPlaced
                or ComplaintEvent.HoldLifted
                or ComplaintEvent.PersonalDataErased;

    private static IEnumerable<Clock> Superseded(ImmutableArray<Clock> clocks, ImmutableArray<Clock> changed) =>
        clocks.Where(clock => !clock.IsOpen && changed.Any(next => next.Kind == clock.Kind && next.TriggeredAt != clock.TriggeredAt));
}
