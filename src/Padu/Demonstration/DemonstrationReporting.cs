using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Organisations;

namespace Padu.Demonstration;

/// <summary>What is done in a script at the Ombudsman, or to get there.</summary>
public enum ReportedAct
{
    Escalate,
    Refer,
    Flag,
    Ask,
    Verify,
    Accept,
    Decline,
    Begin,
    Deliberate,
    Conclude,
    Close,
}

/// <summary>One such act; days and times as in <see cref="DemonstrationAct"/>.</summary>
/// <param name="Text">The wish, the message, the note, the explanation or the conclusion.</param>
/// <param name="Office">The body that is suggested.</param>
public sealed record DemonstrationReportAct(
    ReportedAct Do,
    int Day,
    LocalTime Time,
    string? Text,
    string? Consent,
    bool Shares,
    DeclineReason? Reason,
    string? Office,
    Conclusion? Conclusion,
    ImmutableArray<RapidCriterion> Criteria,
    ImmutableArray<MissingItem> Missing
)
{
    /// <summary>Who does it: the complainant and the office before the report is there, then the Ombudsman's people.</summary>
    public Role? DoneBy =>
        Do switch
        {
            ReportedAct.Escalate => null,
            ReportedAct.Refer => Role.AgencyAdmin,
            ReportedAct.Accept or ReportedAct.Decline or ReportedAct.Conclude => Role.OmbudsmanHead,
            ReportedAct.Flag or ReportedAct.Ask or ReportedAct.Verify or ReportedAct.Begin or ReportedAct.Deliberate or ReportedAct.Close =>
                Role.OmbudsmanAssistant,
            _ => throw new UnreachableException(),
        };

    /// <summary>The request that a page would send.</summary>
    /// <param name="today">The day of the act: the plenary's too.</param>
    public ExaminationCommand CommandOf(LocalDate today, Func<OfficeCode, Office?> find) =>
        Do switch
        {
            ReportedAct.Flag => new ExaminationCommand.FlagRapid(Criteria, Text!),
            ReportedAct.Ask => new ExaminationCommand.RequestCompletion(Missing, Text!),
            ReportedAct.Verify => new ExaminationCommand.Verify(
                new Proposal(Reason is null ? [.. Enum.GetValues<VerifiedItem>()] : [VerifiedItem.Identity], Reason, Text!)
            ),
            ReportedAct.Accept => new ExaminationCommand.Register(today, Text),
            ReportedAct.Decline => new ExaminationCommand.Decline(
                Reason!.Value,
                Office is null ? null : find(new OfficeCode(Office)),
                today,
                Text!
            ),
            ReportedAct.Begin => new ExaminationCommand.Begin(),
            ReportedAct.Deliberate => new ExaminationCommand.Deliberate(Text!),
            ReportedAct.Conclude => new ExaminationCommand.Conclude(Conclusion!.Value, today, Text!),
            ReportedAct.Close => new ExaminationCommand.Close(Text),
            ReportedAct.Escalate or ReportedAct.Refer => throw new InvalidOperationException($"{Do} is no act of an examination."),
            _ => throw new UnreachableException(),
        };
}

/// <summary>Does the scripts' acts at the Ombudsman through the same desks as the pages.</summary>
public sealed class DemonstrationReporting(IServiceProvider services)
{
    private readonly EscalationDesk escalations = services.GetRequiredService<EscalationDesk>();
    private readonly ExaminationDesk desk = services.GetRequiredService<ExaminationDesk>();
    private readonly ExaminationQueries queries = services.GetRequiredService<ExaminationQueries>();
    private readonly ComplaintQueries complaints = services.GetRequiredService<ComplaintQueries>();
    private readonly OfficeRegister offices = services.GetRequiredService<OfficeRegister>();
    private readonly IClock clock = services.GetRequiredService<IClock>();

    /// <summary>The complaint as it stands after the act.</summary>
    public async Task<Complaint> Do(
        int no,
        DemonstrationReportAct act,
        Complaint complaint,
        DemonstrationCast cast,
        LegalContext legal,
        CancellationToken cancel
    )
    {
        var refusal = act.Do switch
        {
            ReportedAct.Escalate => (
                await escalations.Escalate(
                    complaint.Id,
                    new Actor.Complainant(complaint.ReporterId),
                    act.Shares,
                    act.Text,
                    expectedVersion: null,
                    cancel
                )
            ).Refusal,
            ReportedAct.Refer => (
                await escalations.Refer(
                    complaint.Id,
                    cast.In(complaint.Subject.Seat, Role.AgencyAdmin),
                    act.Text!,
                    act.Consent!,
                    act.Shares,
                    asksSettlement: false,
                    expectedVersion: null,
                    cancel
                )
            ).Refusal,
            _ => await Examine(act, complaint, cast, legal, cancel),
        };
        return refusal is null
            ? await complaints.State(complaint.Id, cancel)
            : throw new InvalidOperationException($"#{no}, {act.Do} at the Ombudsman on day {act.Day}, is refused: {refusal}.");
    }

    private async Task<Refusal?> Examine(
        DemonstrationReportAct act,
        Complaint complaint,
        DemonstrationCast cast,
        LegalContext legal,
        CancellationToken cancel
    )
    {
        var there = complaint.Ombudsman ?? throw new InvalidOperationException($"{complaint.Number} never went to the Ombudsman.");
        var actor = cast.In(there.Office, act.DoneBy!.Value);
        if (act.Do == ReportedAct.Close)
        {
            return (await desk.Close(await queries.State(there.Examination, cancel), actor, act.Text, cancel: cancel)).Refusal;
        }

        var command = act.CommandOf(legal.DayOf(clock.GetCurrentInstant()), offices.Find);
        return (await desk.Act(there.Examination, actor, command, cancel: cancel)).Refusal;
    }
}
