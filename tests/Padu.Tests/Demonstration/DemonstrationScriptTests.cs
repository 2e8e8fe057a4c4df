using System.Collections.Immutable;
using NodaTime;
using Padu.Calendar;
using Padu.Demonstration;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Tests.Demonstration;

/// <summary>The scripts held against the rules themselves: every act is lawful on any day a demonstration may be started.</summary>
public sealed class DemonstrationScriptTests
{
    private static readonly LegalContext Legal = ReferenceCalendar.Load().For("17");
    private static readonly DemonstrationContent Content = DemonstrationContent.Load();
    private static readonly ImmutableArray<DemonstrationAccount> Accounts = DemonstrationAccounts.Load();
    private static readonly Dictionary<OfficeCode, Office> Offices = OfficeFile
        .Load(Regions.Load())
        .For(new RegionCode("17"))
        .ToDictionary(known => known.Office.Code, known => known.Office);

    [Fact]
    public void Accounts_HoldStandardPostsAndEveryOfficeHasAnAdmin()
    {
        var posts = StandardPosts.Load(Regions.Load()).For(new RegionCode("17")).ToHashSet();

        Assert.All(Accounts, one => Assert.Contains(new StandardPost(one.Office, one.Role, one.Unit, one.Title), posts));
        Assert.Equal(Accounts.Length, Accounts.Select(one => one.UserName).Distinct().Count());
        Assert.Equal(
            Content.Complaints.Select(one => one.Office).Distinct().Order(StringComparer.Ordinal),
            Accounts.Where(one => one.Role == Role.AgencyAdmin).Select(one => one.Office.Value).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    // An ordinary week, after the long leave of Idulfitri, around New Year, at a weekend, and this table's last year.
    [InlineData(2026, 11, 24, 9)]
    [InlineData(2026, 4, 7, 17)]
    [InlineData(2027, 1, 4, 8)]
    [InlineData(2026, 8, 16, 12)]
    [InlineData(2027, 9, 30, 17)]
    public void Scripts_OnAnyDay_AreLawfulAndEndAtEveryStage(int year, int month, int day, int hour)
    {
        var now = new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(Legal.Zone).ToInstant();

        var cases = Replay(now);

        Assert.Equal(
            new Dictionary<Stage, int>
            {
                [Stage.Received] = 4,
                [Stage.AwaitingCompletion] = 2,
                [Stage.Verified] = 1,
                [Stage.Assigned] = 8,
                [Stage.Answered] = 11,
                [Stage.AtOmbudsman] = 1,
                [Stage.Closed] = 17,
            },
            cases.Values.CountBy(one => one.Stage).OrderBy(pair => pair.Key).ToDictionary()
        );
        var open = cases.Values.Where(one => one.IsOpen).ToList();
        Assert.Contains(open, one => one.ClockOf(ClockKind.Verification) is { Status: ClockStatus.Running, LapsedAt: not null });
        Assert.Contains(open, one => one.ClockOf(ClockKind.Resolution) is { Status: ClockStatus.Running, LapsedAt: not null });
        Assert.Contains(open, one => one.MustBeContacted);
        Assert.Contains(open, one => one.Stage == Stage.Answered && one.ClockOf(ClockKind.CounterReply)!.Due > now);
        Assert.Contains(open, one => one.Stage == Stage.Answered && one.ClockOf(ClockKind.CounterReply)!.Due < now);
        var nextDay = Legal.Calendar.NextWorking(Legal.DayOf(now).PlusDays(1));
        Assert.Contains(
            open,
            one => one.Clocks.Any(clock => clock.Status == ClockStatus.Running && clock.Due > now && clock.DueDate <= nextDay)
        );
    }

    [Fact]
    public void Reports_StandAtEveryStageOfTheOmbudsman()
    {
        var reports = new Dictionary<int, Examination>();
        Replay(new LocalDateTime(2026, 11, 24, 9, 0).InZoneStrictly(Legal.Zone).ToInstant(), reports);

        Assert.Equal(
            Enum.GetValues<ExaminationStage>().Except([ExaminationStage.Declined]),
            reports.Values.Select(one => one.Stage).Distinct().Order()
        );
        Assert.Contains(reports.Values, one => one.IsRapid);
        Assert.Contains(reports.Values, one => one is { Level: IdentityLevel.Protected, SharesIdentity: true });
        Assert.All(
            Content.Complaints.SelectMany(one => one.Ombudsman).SelectMany(act => new[] { act.Text, act.Consent }).OfType<string>(),
            text => Assert.Null(Wording.Check("text", text, required: true))
        );
    }

    private static Dictionary<int, Complaint> Replay(Instant now, Dictionary<int, Examination>? reports = null)
    {
        reports ??= [];
        var days = new DemonstrationDays(Legal, now);
        var cases = new Dictionary<int, Complaint>();
        foreach (var step in DemonstrationScript.Steps(Content, days, Legal, now))
        {
            switch (step)
            {
                case DemonstrationStep.File file:
                    cases[file.Case.No] = File(file);
                    break;
                case DemonstrationStep.Act act:
                    var complaint = cases[act.Case.No];
                    var command = DemonstrationActing.CommandOf(act.Does, complaint, days, code => Offices.GetValueOrDefault(code));
                    var who = Who(act.Does, complaint);
                    complaint = act.Does.Do == ScriptedAct.Reveal ? Allowed(complaint, who, act.At) : complaint;
                    cases[act.Case.No] = Decide(complaint, who, command, act.At, $"#{act.Case.No} {act.Does.Do} {act.Does.Day}");
                    break;
                case DemonstrationStep.Report report:
                    Report(report, cases, reports);
                    break;
                case DemonstrationStep.Sweep sweep:
                    foreach (var (no, one) in cases)
                    {
                        cases[no] = Lapse(one, sweep.At, no);
                    }

                    break;
            }
        }

        return cases;
    }

    /// <summary>As the filler does before a reveal: asked for, and allowed by the custodian.</summary>
    private static Complaint Allowed(Complaint complaint, Actor asks, Instant at)
    {
        const string Why = "Surat jawaban harus dikirim.";
        var id = new CustodyRequestId(Guid.CreateVersion7());
        var custodian = new Actor.Staff(
            new PostId(Guid.CreateVersion7()),
            Guid.CreateVersion7(),
            Role.Custodian,
            Offices[new OfficeCode("kpu-17")],
            null
        );
        var asked = Decide(complaint, asks, new ComplaintCommand.RequestUnmasking(id, Why), at, "asking to unmask");
        return Decide(asked, custodian, new ComplaintCommand.JudgeRequest(id, Ruling.Allowed, Why), at, "allowing to unmask");
    }

    private static Complaint File(DemonstrationStep.File step)
    {
        var submit = DemonstrationFiling(step.Case, Legal.DayOf(step.At));
        return Decide(Complaint.None, new Actor.Complainant(submit.ReporterId), submit, step.At, $"#{step.Case.No} filing");
    }

    private static ComplaintCommand.Submit DemonstrationFiling(DemonstrationCase one, LocalDate day) =>
        new(
            new ComplaintId(Guid.CreateVersion7()),
            new PublicNumber("17-2026-0000000"),
            Guid.CreateVersion7(),
            new CodeVerifier(""),
            new OfficeCode(one.Office),
            IntakeChannel.Web,
            one.Language,
            one.Level,
            one.Identity ?? new Identity(null, null, null, null),
            one.Story,
            one.Place,
            one.Service,
            one.RequestedResolution,
            one.Region is null ? null : new RegionCode(one.Region),
            one.HappenedDaysBefore is { } before ? day.PlusDays(-before) : null,
            []
        );

    private static Complaint Lapse(Complaint complaint, Instant at, int no) =>
        complaint
            .Clocks.Where(clock => complaint.IsOpen && clock is { Status: ClockStatus.Running, LapsedAt: null } && clock.Due <= at)
            .Aggregate(
                complaint,
                (state, clock) => Decide(state, new Actor.System(), new ComplaintCommand.Lapse(clock.Kind), at, $"#{no} lapse")
            );

    private static Actor Who(DemonstrationAct act, Complaint complaint)
    {
        if (DemonstrationActing.PostFor(act, complaint) is not { } post)
        {
            return new Actor.Complainant(complaint.ReporterId);
        }

        var account =
            Accounts.FirstOrDefault(one => one.Office == post.Office && one.Role == Role.UnitOfficer && one.Unit == post.Unit)
            ?? Accounts.First(one => one.Office == post.Office && one.Role == Role.AgencyAdmin);
        return new Actor.Staff(
            new PostId(Guid.CreateVersion7()),
            Guid.CreateVersion7(),
            account.Role,
            Offices[account.Office],
            account.Unit
        );
    }

    private static void Report(DemonstrationStep.Report step, Dictionary<int, Complaint> cases, Dictionary<int, Examination> reports)
    {
        var (no, act, complaint) = (step.Case.No, step.Does, cases[step.Case.No]);
        var what = $"#{no} {act.Do} {act.Day}";
        var ombudsman = Offices[new OfficeCode("ombudsman-17")];
        Actor actor = act.DoneBy is { } role
            ? new Actor.Staff(
                new PostId(Guid.CreateVersion7()),
                Guid.CreateVersion7(),
                role,
                role == Role.AgencyAdmin ? Offices[complaint.Subject.Seat] : ombudsman,
                null
            )
            : new Actor.Complainant(complaint.ReporterId);
        var id = new ExaminationId(Guid.CreateVersion7());
        switch (act.Do)
        {
            case ReportedAct.Escalate or ReportedAct.Refer:
                ComplaintCommand go =
                    act.Do == ReportedAct.Escalate
                        ? new ComplaintCommand.Escalate(id, ombudsman, act.Shares)
                        : new ComplaintCommand.Refer(id, ombudsman, act.Text!, act.Consent!, act.Shares);
                var left = ComplaintRules.Decide(complaint, go, new ComplaintContext(actor, step.At, Legal));
                cases[no] = Decide(complaint, actor, go, step.At, what);
                var open = new ExaminationCommand.Open(
                    left.Events.OfType<ComplaintEvent.Escalated>().Single(),
                    cases[no],
                    complaint.Subject.Seat,
                    act.Do == ReportedAct.Escalate ? act.Text : null
                );
                reports[no] = Examine(Examination.None, actor, open, step.At, what);
                break;
            case ReportedAct.Close:
                cases[no] = Decide(
                    complaint,
                    actor,
                    new ComplaintCommand.EndEscalation(reports[no].Id, reports[no].Conclusion),
                    step.At,
                    what
                );
                reports[no] = Examine(reports[no], actor, new ExaminationCommand.Close(act.Text), step.At, what);
                break;
            default:
                var command = act.CommandOf(Legal.DayOf(step.At), code => Offices.GetValueOrDefault(code));
                reports[no] = Examine(reports[no], actor, command, step.At, what);
                break;
        }
    }

    private static Examination Examine(Examination examination, Actor actor, ExaminationCommand command, Instant at, string what)
    {
        var decision = ExaminationRules.Decide(examination, command, new ExaminationContext(actor, at, Legal));
        Assert.True(decision.Refusal is null, $"{what}: {decision.Refusal}");
        return decision.Events.Aggregate(examination, (state, fact) => Examination.Evolve(state, fact, at));
    }

    private static Complaint Decide(Complaint complaint, Actor actor, ComplaintCommand command, Instant at, string what)
    {
        // The office whose unit proposes an answer is one that wants its head to approve; the filler sets that.
        var needsApproval = command is ComplaintCommand.Propose;
        var decision = ComplaintRules.Decide(complaint, command, new ComplaintContext(actor, at, Legal, needsApproval));
        Assert.True(decision.Refusal is null, $"{what}: {decision.Refusal}");
        return decision.Events.Aggregate(complaint, (state, fact) => Complaint.Evolve(state, fact, at));
    }
}
