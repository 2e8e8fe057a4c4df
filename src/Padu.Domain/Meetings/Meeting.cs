using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>A coordination meeting (rakor) as decisions see it: folded from public parts only.</summary>
public sealed record Meeting
{
    public static readonly Meeting None = new();

    /// <summary>How many events were folded; 0 means there is no such meeting.</summary>
    public int Version { get; init; }

    public MeetingId Id { get; init; }

    public MeetingCode Code { get; init; }

    public MeetingStage Stage { get; init; }

    /// <summary>The first meeting of its series.</summary>
    public MeetingId Series { get; init; }

    public MeetingId? Previous { get; init; }

    public OfficeCode Convener { get; init; }

    public Institution Institution { get; init; }

    /// <summary>The other institution's office that convenes it too.</summary>
    public OfficeCode? Joint { get; init; }

    public int BudgetYear { get; init; }

    public Instant Starts { get; init; }

    public Instant Ends { get; init; }

    /// <summary>The day of a historical meeting.</summary>
    public LocalDate? Day { get; init; }

    public ImmutableArray<ThemeShape> Themes { get; init; } = [];

    public ImmutableArray<OfficeCode> Invited { get; init; } = [];

    /// <summary>Whose offices are invited.</summary>
    public ImmutableArray<Institution> Institutions { get; init; } = [];

    /// <summary>The version of the event with the words of the plan, or of the historical record.</summary>
    public int PlanVersion { get; init; }

    public ImmutableArray<Instrument> Instruments { get; init; } = [];

    public ImmutableArray<Sheet> Sheets { get; init; } = [];

    /// <summary>Until when links for attendance are taken; null while they are not shown.</summary>
    public Instant? AttendanceUntil { get; init; }

    /// <summary>The version of the event with the secret of the links.</summary>
    public int AttendanceVersion { get; init; }

    public ImmutableArray<Attendance> Attendances { get; init; } = [];

    public ImmutableArray<MinutesSection> Minutes { get; init; } = [];

    /// <summary>The version of the last event that changed minutes or decisions.</summary>
    public int MinutesVersion { get; init; }

    /// <summary>Who approved the minutes as they stand.</summary>
    public ImmutableArray<OfficeCode> ApprovedBy { get; init; } = [];

    public ImmutableArray<MeetingDecision> Decisions { get; init; } = [];

    public Instant? HeldAt { get; init; }

    public Instant? ApprovedAt { get; init; }

    public Instant BegunAt { get; init; }

    public Instant LastActAt { get; init; }

    public bool Exists => Version > 0;

    public MeetingSubject Subject => new(Convener, Joint, Invited, Stage == MeetingStage.Drafted);

    /// <summary>The offices that convene it, each with a say in the minutes.</summary>
    public ImmutableArray<OfficeCode> Conveners => Joint is { } joint ? [Convener, joint] : [Convener];

    /// <summary>What anybody may read: never a draft.</summary>
    public bool IsPublic => Exists && Stage != MeetingStage.Drafted;

    /// <summary>The minutes are frozen and for anybody.</summary>
    public bool HasPublishedMinutes => Stage is MeetingStage.MinutesApproved or MeetingStage.Closed;

    public ImmutableArray<OfficeCode> Present => [.. Attendances.Select(one => one.Office).Distinct()];

    /// <summary>Everybody a decision may concern: who was invited and who convened.</summary>
    public ImmutableArray<OfficeCode> Concerned => [.. Conveners.Union(Invited)];

    public Instrument? InstrumentOf(int theme) => Instruments.FirstOrDefault(one => one.Theme == theme);

    public Sheet? SheetOf(OfficeCode office, int theme) => Sheets.FirstOrDefault(one => one.Office == office && one.Theme == theme);

    public int MinutesOf(int theme) => Minutes.FirstOrDefault(one => one.Theme == theme)?.Version ?? 0;

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Meeting Evolve(Meeting state, MeetingEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1, LastActAt = occurredAt };
        return fact switch
        {
            MeetingEvent.Convened e => next with
            {
                Id = e.Id,
                Code = e.Code,
                Series = e.Series,
                Previous = e.Previous,
                Convener = e.Convener,
                Institution = e.Institution,
                Joint = e.Joint,
                Stage = MeetingStage.Drafted,
                BegunAt = occurredAt,
            },
            MeetingEvent.Planned e => next with
            {
                BudgetYear = e.BudgetYear,
                Starts = e.Starts,
                Ends = e.Ends,
                Themes = e.Themes,
                Invited = e.Invited,
                Institutions = e.Institutions,
                PlanVersion = next.Version,
                Instruments = [.. state.Instruments.Where(one => e.Themes.Any(theme => theme.Number == one.Theme))],
            },
            MeetingEvent.InvitationsSent => next with { Stage = MeetingStage.Invited },
            MeetingEvent.Moved e => next with { Starts = e.Starts, Ends = e.Ends, AttendanceUntil = null },
            MeetingEvent.Cancelled => next with { Stage = MeetingStage.Cancelled, AttendanceUntil = null },
            MeetingEvent.InstrumentSet e => next with
            {
                Instruments =
                [
                    .. state
                        .Instruments.Where(one => one.Theme != e.Theme)
                        .Append(new Instrument(e.Theme, next.Version, e.FillBy, e.Shapes))
                        .OrderBy(one => one.Theme),
                ],
            },
            MeetingEvent.AnswersGiven e => WithSheet(next, e, occurredAt),
            MeetingEvent.AttendanceOpened e => next with { AttendanceUntil = e.Until, AttendanceVersion = next.Version },
            MeetingEvent.Attended e => next with
            {
                Attendances = state.Attendances.Add(new Attendance(e.Office, e.Way, next.Version, occurredAt)),
            },
            MeetingEvent.MaterialsAdded => next,
            MeetingEvent.MeetingHeld => next with { Stage = MeetingStage.Held, HeldAt = occurredAt },
            MeetingEvent.MinutesWritten e => next with
            {
                Minutes =
                [
                    .. state
                        .Minutes.Where(one => one.Theme != e.Theme)
                        .Append(new MinutesSection(e.Theme, next.Version))
                        .OrderBy(one => one.Theme),
                ],
                MinutesVersion = next.Version,
                ApprovedBy = [],
            },
            MeetingEvent.Decided e => next with
            {
                Decisions = state.Decisions.Add(new MeetingDecision(e.Number, e.Theme, e.Owners, e.Judge, e.Due, next.Version)),
                MinutesVersion = next.Version,
                ApprovedBy = [],
            },
            MeetingEvent.MinutesApproved e => WithApproval(next, e.Office, occurredAt),
            MeetingEvent.MeetingClosed => next with { Stage = MeetingStage.Closed, AttendanceUntil = null },
            MeetingEvent.Recorded e => next with
            {
                Id = e.Id,
                Code = e.Code,
                Series = e.Id,
                Convener = e.Convener,
                Institution = e.Institution,
                BudgetYear = e.BudgetYear,
                Day = e.Day,
                Starts = e.Starts,
                Ends = e.Starts,
                PlanVersion = next.Version,
                Stage = MeetingStage.Archive,
                BegunAt = occurredAt,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }

    private static Meeting WithSheet(Meeting next, MeetingEvent.AnswersGiven given, Instant at)
    {
        var before = next.SheetOf(given.Office, given.Theme);
        var sheet = new Sheet(
            given.Office,
            given.Theme,
            next.Version,
            given.Submitted ? next.Version : before?.Submitted ?? 0,
            before?.SubmittedAt ?? (given.Submitted ? at : null)
        );
        return next with { Sheets = before is null ? next.Sheets.Add(sheet) : next.Sheets.Replace(before, sheet) };
    }

    private static Meeting WithApproval(Meeting next, OfficeCode office, Instant at)
    {
        var approved = next with { ApprovedBy = next.ApprovedBy.Add(office) };
        return approved.Conveners.All(approved.ApprovedBy.Contains)
            ? approved with
            {
                Stage = MeetingStage.MinutesApproved,
                ApprovedAt = at,
            }
            : approved;
    }
}
