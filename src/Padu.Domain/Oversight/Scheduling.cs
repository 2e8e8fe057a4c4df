using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Oversight;

/// <summary>Who may bring a changed schedule of an election, and what it must be.</summary>
public static class Scheduling
{
    /// <summary>The election commission's admin of the province: schedules are the commission's own decrees.</summary>
    public static bool MayImport(Actor actor) =>
        actor
            is Actor.System
                or Actor.Staff { Role: Role.AgencyAdmin, Office: { Institution: Institution.Kpu, Level: OfficeLevel.Province } };

    /// <law>
    /// Rule 58, for stages: a new version has its decree, and nobody edits an old one. It counts as unconfirmed until two people have compared it.
    /// </law>
    public static ImmutableArray<StageProblem> Check(
        Actor actor,
        Election? current,
        ImmutableArray<ElectionStage> stages,
        LocalDate votingDay,
        string? decree
    ) =>
        !MayImport(actor) ? [Whole(new Refusal("access.not-yours"))]
        : current is null ? [Whole(new Refusal("stages.no-such-election", "Election"))]
        : Wording.Check("Decree", decree, required: true, oneLine: true, longest: 200) is { } wrong ? [Whole(wrong)]
        : StageRows.Check(stages, votingDay) is { IsEmpty: false } problems ? problems
        : current.VotingDay == votingDay && current.Stages.SequenceEqual(stages) ? [Whole(new Refusal("stages.nothing-changed", "Rows"))]
        : [];

    private static StageProblem Whole(Refusal refusal) => new(0, refusal);
}
