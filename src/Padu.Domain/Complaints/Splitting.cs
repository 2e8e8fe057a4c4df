using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>One letter that tells of several matters becomes several cases: the letter itself, and a part for each other matter.</summary>
public static class Splitting
{
    /// <law>Domain rules, section 4 (multi-facet rule) and rule 50.</law>
    public static Decision<ComplaintEvent> Divide(Complaint complaint, ComplaintCommand.Divide divide, ComplaintContext context) =>
        Refused(complaint, context) is { } no ? no : new ComplaintEvent.Divided(divide.Into);

    /// <law>
    /// The same complainant, the same receipt: the periods run from the day the letter came, under the part's own class (rules 18, 50). The part is
    /// complete from the beginning, since the letter was found so.
    /// </law>
    public static Decision<ComplaintEvent> SplitOff(Complaint complaint, ComplaintCommand.SplitOff split, ComplaintContext context)
    {
        var origin = split.Origin;
        var wrong = split switch
        {
            _ when complaint.Exists => new Refusal("complaint.already-filed"),
            _ when Refused(origin, context) is { } no => no,
            _ when split.Target is not { Institution: Institution.Kpu } => new Refusal("assign.no-such-office", nameof(split.Target)),
            _ when split.Target.Code == origin.Against => new Refusal("assign.against-office", nameof(split.Target)),
            _ when context.Actor is Actor.Staff { Office: { Level: not OfficeLevel.Province } own } && split.Target.Code != own.Code =>
                new Refusal("assign.outside-office", nameof(split.Target)),
            _ => Wording.FirstOf(
                Wording.Check(nameof(split.Excerpt), split.Excerpt, required: true),
                Wording.Check(nameof(split.Title), split.Title, required: true, oneLine: true, longest: 120)
            ),
        };
        if (wrong is not null)
        {
            return wrong;
        }

        ImmutableArray<ComplaintEvent> events =
        [
            new ComplaintEvent.SplitOff(
                split.Id,
                split.Number,
                origin.Id,
                split.Target!.Code,
                origin.Channel,
                origin.ReporterId,
                origin.Level,
                origin.Language,
                origin.Region,
                origin.HappenedOn,
                origin.ReceivedAt,
                origin.Against,
                origin.HasEmail,
                split.Excerpt
            )
            {
                Clocks = [.. Inherited(origin, split.Class, context.Legal with { Concern = origin.Concern })],
            },
            .. origin.WishesApart ? new[] { new ComplaintEvent.ApartWished() } : [],
            .. StageConcern.Told(origin.Concern),
            new ComplaintEvent.Verified(split.Class, split.Title) { Kind = split.Kind },
        ];
        return events;
    }

    private static Refusal? Refused(Complaint origin, ComplaintContext context) =>
        origin.Stage switch
        {
            _ when Intake.Barred(origin, Act.Split, context) is { } no => no,
            Stage.Received or Stage.AwaitingCompletion => new Refusal("split.not-verified"),
            Stage.Asked => new Refusal("assign.question-open"),
            Stage.Answered => new Refusal("split.already-answered"),
            Stage.AtOmbudsman => new Refusal("complaint.at-ombudsman"),
            _ when origin.Origin is not null => new Refusal("split.part-of-another"),
            _ => null,
        };

    /// <summary>What the institution owes runs on for the part; the finishing period is its own class's.</summary>
    private static IEnumerable<Clock> Inherited(Complaint origin, ComplaintClass @class, LegalContext legal) =>
        origin
            .Clocks.Where(clock => clock is { IsOpen: true, Kind: ClockKind.FirstAnswer or ClockKind.Resolution or ClockKind.Decision })
            .Select(clock => clock.Kind == ClockKind.Resolution ? Counting.Under(clock, ComplaintClocks.Resolution(@class), legal) : clock);
}
