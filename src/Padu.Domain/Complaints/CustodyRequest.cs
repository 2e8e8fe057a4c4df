using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>One request to the custodian; made at the edge.</summary>
public readonly record struct CustodyRequestId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>What a second person is asked to allow.</summary>
public enum CustodyKind
{
    [Code("buka_identitas")]
    Unmasking,

    [Code("kode_baru")]
    NewCode,
}

/// <summary>How a request ended.</summary>
public enum Ruling
{
    [Code("diizinkan")]
    Allowed,

    [Code("ditolak")]
    Refused,
}

/// <summary>By what somebody showed who they are; never its number.</summary>
public enum IdentityProof
{
    [Code("ktp_el")]
    IdentityCard,

    [Code("sim")]
    DrivingLicence,

    [Code("paspor")]
    Passport,

    [Code("kartu_keluarga")]
    FamilyCard,

    /// <summary>Told from memory what only the complainant knows of the case.</summary>
    [Code("isi_pengaduan")]
    KnowsTheCase,
}

/// <summary>A request to the custodian as the case keeps it.</summary>
/// <param name="Version">The version of the event that holds its words.</param>
/// <param name="DueAt">When an answer is owed.</param>
public sealed record CustodyRequest(
    CustodyRequestId Id,
    CustodyKind Kind,
    PostId Post,
    Guid Account,
    OfficeCode Office,
    int Version,
    Instant AskedAt,
    Instant DueAt
)
{
    /// <summary>Null while it waits, and for ever when it became moot.</summary>
    public Ruling? Ruling { get; init; }

    public Instant? JudgedAt { get; init; }

    /// <summary>The end of an allowance.</summary>
    public Instant? Until { get; init; }

    /// <summary>Used up, or moot because the level was changed.</summary>
    public bool IsOver { get; init; }

    public bool IsPending => Ruling is null && !IsOver;

    public bool Allows(Guid account, Instant at) => Ruling == Complaints.Ruling.Allowed && !IsOver && Account == account && at < Until;
}

/// <summary>
/// What unmasking and a lost code have in common: one person asks, another one judges within a period, and an allowance ends by itself. Both periods are
/// rows of <c>deadlines.csv</c>.
/// </summary>
public static class CustodyRules
{
    public static readonly RuleCode Judging = new("padu.kustodian");
    public static readonly RuleCode Allowance = new("padu.izin_kustodian");

    private const int ShortestReason = 10;

    /// <law>
    /// Rule 5 and access.md: unmasking is the custodian's to allow. A new code for an open case needs a second officer; where the identity is protected,
    /// that is the custodian too, so that nobody else learns whether a name fits. Nobody judges what they asked for.
    /// </law>
    public static Decision<ComplaintEvent> Judge(Complaint complaint, ComplaintCommand.JudgeRequest judge, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.JudgeRequest, context) is { } no => no,
            _ when complaint.RequestOf(judge.Id) is not { IsPending: true } => new Refusal("custody.not-pending"),
            _ when complaint.RequestOf(judge.Id) is { } request && !Judges(complaint, request, context.Actor) => new Refusal(
                "custody.custodian-only"
            ),
            _ when context.Actor is Actor.Staff staff && complaint.RequestOf(judge.Id)!.Account == staff.Account => new Refusal(
                "custody.own-request"
            ),
            _ when CheckReason(judge.Reason) is { } wrong => wrong,
            _ => new ComplaintEvent.RequestJudged(
                judge.Id,
                judge.Ruling,
                judge.Ruling == Ruling.Allowed ? EndOf(Allowance, context) : null,
                judge.Reason
            ),
        };

    /// <summary>Whether a request is this person's kind to judge.</summary>
    public static bool Judges(Complaint complaint, CustodyRequest request, Actor actor) =>
        actor is Actor.Staff { Role: Role.Custodian } || (request.Kind == CustodyKind.NewCode && complaint.Level == IdentityLevel.Open);

    internal static Instant EndOf(RuleCode rule, ComplaintContext context) => Explain(rule, context.At, context.Legal).Due!.Value;

    /// <summary>Why a request is to be judged by its day.</summary>
    public static Explanation WhyDue(CustodyRequest request, LegalContext legal) => Explain(Judging, request.AskedAt, legal);

    private static Explanation Explain(RuleCode rule, Instant from, LegalContext legal) =>
        Counting.Explain(legal.Rules.On(rule, legal.DayOf(from)), from, [], legal);

    internal static Refusal? CheckReason(string reason) =>
        Wording.Check("Reason", reason, required: true, longest: 500) is { } wrong ? wrong
        : reason.Trim().Length < ShortestReason ? new Refusal("identity.reason-too-short", "Reason")
        : null;

    /// <summary>Folds the facts of requests.</summary>
    internal static ImmutableArray<CustodyRequest> Fold(Complaint next, ComplaintEvent fact, Instant at) =>
        fact switch
        {
            ComplaintEvent.UnmaskingRequested e => next.Requests.Add(
                new CustodyRequest(e.Request, CustodyKind.Unmasking, e.Post, e.Account, e.Office, next.Version, at, e.DueAt)
            ),
            ComplaintEvent.CodeLossReported e => next.Requests.Add(
                new CustodyRequest(e.Request, CustodyKind.NewCode, e.Post, e.Account, e.Office, next.Version, at, e.DueAt)
            ),
            ComplaintEvent.RequestJudged e => Change(
                next,
                request => request.Id == e.Request,
                request => request with { Ruling = e.Ruling, JudgedAt = at, Until = e.Until }
            ),
            ComplaintEvent.CodeReissued e => Change(next, request => request.Id == e.Request, request => request with { IsOver = true }),
            // What was asked under one level is no question under another.
            ComplaintEvent.PersonalDataErased => Change(next, _ => true, request => request with { IsOver = true }),
            ComplaintEvent.LevelChanged e when e.From != e.To => Change(next, _ => true, request => request with { IsOver = true }),
            _ => next.Requests,
        };

    private static ImmutableArray<CustodyRequest> Change(
        Complaint next,
        Func<CustodyRequest, bool> which,
        Func<CustodyRequest, CustodyRequest> change
    ) => [.. next.Requests.Select(request => which(request) ? change(request) : request)];
}
