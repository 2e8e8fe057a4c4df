using CsCheck;
using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Obligations;

/// <summary>What holds of every history of acts by anybody at any time.</summary>
public sealed class ObligationPropertyTests
{
    private static readonly ObligationCommand[] Commands =
    [
        Owed.Give,
        Owed.Accept,
        Owed.Refuse,
        Owed.Carry,
        Owed.Withdraw,
        Owed.PassDue,
        Owed.EndWithSource,
    ];

    private static readonly Actor[] People =
    [
        Owed.Secretariat,
        Owed.Chair,
        Given.CityAdmin,
        Given.KaurAdmin,
        Given.OmbudsmanHead,
        Given.Assistant,
        Given.System,
    ];

    private static readonly Gen<(Office Owner, Office Judge, (ObligationCommand Command, Actor Actor, int Hours)[] Acts)> Histories =
        Gen.Select(
            OneOf([Given.City, Given.Kaur, Given.Province, Given.Ombudsman]),
            OneOf([Given.Province, Given.Ombudsman, Given.Kaur]),
            Gen.Select(OneOf(Commands), OneOf(People), Gen.Int[0, 200]).Array[0, 12]
        );

    [Fact]
    public void Whatever_happens_the_source_owner_and_judge_stay_and_nobody_judges_the_own_office() =>
        Histories.Sample(
            history =>
            {
                var at = Owed.PromisedAt;
                var promise = Obligation.None.Decide(Owed.Promise(history.Owner, history.Judge), Owed.Secretariat, at);
                var obligation = Owed.Fold(Obligation.None, promise.Events, at);
                if (!obligation.Exists)
                {
                    Assert.True(history.Owner == history.Judge || history.Judge.Level == OfficeLevel.Regency);
                    return;
                }

                var promised = obligation;
                foreach (var (command, actor, hours) in history.Acts)
                {
                    at += Duration.FromHours(hours);
                    var decision = obligation.Decide(command, actor, at);
                    if (command is ObligationCommand.Accept or ObligationCommand.RefuseEvidence && !decision.IsRefused)
                    {
                        Assert.NotEqual(obligation.Owner, actor.OfficeOf);
                        Assert.Equal(obligation.Judge, actor.OfficeOf);
                    }

                    var before = obligation;
                    obligation = Owed.Fold(obligation, decision.Events, at);
                    Assert.Equal(
                        (promised.Source, promised.Owner, promised.Judge, promised.Due),
                        (obligation.Source, obligation.Owner, obligation.Judge, obligation.Due)
                    );
                    // Recorded lateness is never erased, and is dated at the due moment.
                    Assert.True(before.LateSince is null || obligation.LateSince == before.LateSince);
                    Assert.True(obligation.LateSince is null || obligation.LateSince == obligation.Due);
                    // What is over changes no more.
                    Assert.True(before.IsOpen || decision.IsRefused);
                    Assert.Equal(obligation.IsOpen, obligation.Column is not (ObligationColumn.Done or ObligationColumn.Over));
                }
            },
            iter: 5_000
        );

    [Fact]
    public void Carrying_over_again_and_again_loses_none() =>
        Gen.Int[1, 30]
            .Array[1, 6]
            .Sample(
                steps =>
                {
                    var all = new List<Obligation> { Owed.At(ObligationState.Promised) };
                    foreach (var days in steps)
                    {
                        var from = all[^1];
                        var at = from.Due - Duration.FromDays(1);
                        var id = new ObligationId(Guid.CreateVersion7());
                        var on = from.DueDate.PlusDays(days);
                        all.Add(Obligation.None.After(new ObligationCommand.TakeOver(id, from, on, "Sama"), Owed.Secretariat, at));
                        all[^2] = from.After(new ObligationCommand.CarryOver(id, on, "Diteruskan."), Owed.Secretariat, at);
                    }

                    Assert.Single(all, one => one.IsOpen);
                    Assert.Equal(steps.Length, all.Count(one => one.State == ObligationState.CarriedOver));
                    Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal(pair.First.Successor, pair.Second.Id));
                    Assert.Single(all.Select(one => one.Source).Distinct());
                },
                iter: 500
            );

    [Fact]
    public void Figures_count_each_obligation_once_and_the_parts_add_up() =>
        Gen.Select(OneOf(Enum.GetValues<ObligationColumn>()), OneOf([1, 2, 3]))
            .Array[0, 120]
            .Sample(duties =>
            {
                var whole = ObligationFigures.Of(duties.Select(one => one.Item1));
                Assert.Equal(duties.Length, whole.All);
                Assert.All(
                    Enum.GetValues<ObligationColumn>(),
                    column => Assert.Equal(duties.Count(one => one.Item1 == column), whole.In(column))
                );
                var parts = duties.GroupBy(one => one.Item2).Select(part => ObligationFigures.Of(part.Select(one => one.Item1)));
                Assert.Equal(whole, ObligationFigures.Sum(parts));
            });

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);
}
