using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>What speaks against a complaint without barring it, and the class that decides how long finishing may take.</summary>
public static class Admissibility
{
    /// <law>UU 25/2009 art. 42(1)–(2), UU 37/2008 art. 24(3), 36; rules 2, 3, 13, 21. A late complaint is warned of and never refused by the program.</law>
    public static ImmutableArray<AdmissibilityHint> HintsOf(Complaint complaint, LegalContext legal)
    {
        if (!complaint.Exists || complaint.Stage == Stage.Archived)
        {
            return [];
        }

        var received = legal.DayOf(complaint.ReceivedAt);
        return
        [
            .. complaint switch
            {
                { HappenedOn: not { } } => new[] { AdmissibilityHint.UnknownDate },
                { HappenedOn: { } day } when IsOver(ComplaintClocks.TooOld, day, received, legal) => [AdmissibilityHint.OverTwoYears],
                { HappenedOn: { } day } when IsOver(ComplaintClocks.Filing, day, received, legal) => [AdmissibilityHint.Late],
                _ => Array.Empty<AdmissibilityHint>(),
            },
            .. complaint is { Representation: RepresentationKind.Attorney, HasPower: false }
                ? new[] { AdmissibilityHint.NoPowerOfAttorney }
                : [],
            .. complaint.IsInCourt ? new[] { AdmissibilityHint.InCourt } : [],
            .. complaint.WishesApart ? new[] { AdmissibilityHint.HeardApart } : [],
        ];
    }

    /// <summary>An officer who takes it says why.</summary>
    public static bool IsLate(Complaint complaint, LegalContext legal) =>
        HintsOf(complaint, legal).Any(hint => hint is AdmissibilityHint.Late or AdmissibilityHint.OverTwoYears);

    /// <law>
    /// Rule 18. Another class takes another finishing period, counted from the same moment with the same pauses: nothing begins anew, and a lateness that
    /// was recorded stays recorded.
    /// </law>
    public static Decision<ComplaintEvent> Classify(Complaint complaint, ComplaintCommand.Classify classify, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Classify, context) is { } no => no,
            Stage.Received or Stage.AwaitingCompletion => new Refusal("classify.not-verified"),
            Stage.Asked => new Refusal("assign.question-open"),
            Stage.Answered => new Refusal("classify.already-answered"),
            Stage.AtOmbudsman => new Refusal("complaint.at-ombudsman"),
            _ when classify.Class == complaint.Class
                    && classify.IsInCourt == complaint.IsInCourt
                    && (classify.Kind ?? complaint.Kind) == complaint.Kind => new Refusal(
                "classify.nothing-changed",
                nameof(classify.Class)
            ),
            _ when Wording.Check(nameof(classify.Reason), classify.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Classified(classify.Class, classify.IsInCourt, classify.Reason)
            {
                Kind = classify.Kind,
                Clocks = classify.Class == complaint.Class ? [] : [.. complaint.Reclassify(classify.Class, context)],
            },
        };

    private static bool IsOver(RuleCode rule, LocalDate happened, LocalDate received, LegalContext legal) =>
        received > happened.PlusDays(legal.Rules.On(rule, received).Amount);
}
