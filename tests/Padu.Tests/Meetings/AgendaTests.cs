using CsCheck;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Obligations;

namespace Padu.Tests.Meetings;

/// <summary>Whatever happens to the duties of a meeting, the next one's agenda and the matrix are a fold of what was written.</summary>
public sealed class AgendaTests
{
    private static readonly LocalDate Day = new(2026, 11, 12);
    private static readonly Instant Promised = Instant.FromUtc(2026, 11, 12, 3, 0);
    private static readonly Padu.Domain.Calendar.LegalContext Legal = ReferenceCalendar.Load().For("17");

    private static readonly Office Province = new(
        TestSite.Province,
        "KPU Provinsi",
        Institution.Kpu,
        OfficeLevel.Province,
        null,
        new RegionCode("17")
    );

    private static readonly Actor.Staff Judge = new(
        new PostId(Guid.NewGuid()),
        Guid.NewGuid(),
        Role.CooperationSecretariat,
        Province,
        null
    );

    private sealed record Duty(Guid Id, Obligation State);

    /// <summary>Acts by number: 0 evidence, 1 accepted, 2 refused, 3 carried over, 4 withdrawn; each on one of the duties, an hour after the last.</summary>
    [Fact]
    public void Carrying_over_loses_none_and_doubles_none()
    {
        var meeting = Meeting.None with { Id = new MeetingId(Guid.NewGuid()), Version = 1 };
        Gen.Select(Gen.Int[1, 10], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 30]).Array[0, 60], Gen.Int[0, 61])
            .Sample(
                (owners, acts, asked) =>
                {
                    var duties = Enumerable.Range(1, owners).Select(number => First(meeting, number)).ToList();
                    var now = Promised;
                    var at = Promised + Duration.FromHours(asked) + Duration.FromMinutes(30);
                    var openAt = OpenOwners(duties);
                    foreach (var (act, which) in acts)
                    {
                        now += Duration.FromHours(1);
                        if (now > at && now - Duration.FromHours(1) <= at)
                        {
                            openAt = OpenOwners(duties);
                        }

                        Do(duties, which % duties.Count, act, now);
                    }

                    if (now <= at)
                    {
                        openAt = OpenOwners(duties);
                    }

                    var rows = duties.Select(duty => ObligationRow.From(duty.State)).ToList();
                    var agenda = rows.Where(row => MeetingAgenda.WasOwed(row, at)).Select(row => row.Owner.Value).Order().ToList();
                    Assert.Equal(openAt, agenda);

                    // One cell for each office, and its column is that of the last duty of the chain.
                    var cells = DecisionGrids.Current(meeting, rows);
                    Assert.Equal(owners, cells.Count);
                    var fold = duties
                        .Where(duty => duty.State.Successor is null)
                        .GroupBy(duty => duty.State.Column)
                        .ToDictionary(group => group.Key, group => group.Count());
                    Assert.Equal(fold, cells.Values.GroupBy(row => row.Column).ToDictionary(group => group.Key, group => group.Count()));
                    Assert.All(
                        rows,
                        row =>
                        {
                            Assert.Equal((SourceKind.Decision, meeting.Id.Value, 1), (row.Source, row.SourceStream, row.SourceItem));
                            Assert.NotEqual(row.Owner, row.Judge);
                        }
                    );
                }
            );
    }

    private static List<string> OpenOwners(List<Duty> duties) =>
        [.. duties.Where(duty => duty.State.IsOpen).Select(duty => duty.State.Owner.Value).Order()];

    private static Office Regency(int number) =>
        Province with
        {
            Code = new OfficeCode($"kpu-17.{number:00}"),
            Level = OfficeLevel.Regency,
            Parent = TestSite.Province,
        };

    private static Duty First(Meeting meeting, int number)
    {
        var id = Guid.NewGuid();
        var promise = new ObligationCommand.Promise(
            new ObligationId(id),
            new ObligationSource(SourceKind.Decision, meeting.Id.Value, 1),
            Regency(number),
            Province,
            DueTerm.Date(Day.PlusDays(3)),
            "Papan dipasang"
        );
        return new Duty(id, Fold(Obligation.None, promise, Judge, Promised));
    }

    private static void Do(List<Duty> duties, int which, int act, Instant at)
    {
        var duty = duties[which];
        var owner = Judge with { Role = Role.AgencyAdmin, Office = Province with { Code = duty.State.Owner, Level = OfficeLevel.Regency } };
        var successor = Guid.NewGuid();
        var on = duty.State.DueDate.PlusDays(10);
        (ObligationCommand Command, Actor Actor) asked = act switch
        {
            0 => (new ObligationCommand.GiveEvidence("Selesai.", null, []), owner),
            1 => (new ObligationCommand.Accept(null), Judge),
            2 => (new ObligationCommand.RefuseEvidence("Belum."), Judge),
            3 => (new ObligationCommand.CarryOver(new ObligationId(successor), on, "Renovasi."), Judge),
            _ => (new ObligationCommand.Withdraw("Tidak perlu."), Judge),
        };
        if (ObligationRules.Decide(duty.State, asked.Command, Context(asked.Actor, at)).IsRefused)
        {
            return;
        }

        if (act == 3)
        {
            var take = new ObligationCommand.TakeOver(new ObligationId(successor), duty.State, on, "Papan dipasang");
            duties.Add(new Duty(successor, Fold(Obligation.None, take, Judge, at)));
        }

        duties[which] = duty with { State = Fold(duty.State, asked.Command, asked.Actor, at) };
    }

    private static Obligation Fold(Obligation state, ObligationCommand command, Actor actor, Instant at)
    {
        var decision = ObligationRules.Decide(state, command, Context(actor, at));
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, (folded, fact) => Obligation.Evolve(folded, fact, at));
    }

    private static ObligationContext Context(Actor actor, Instant at) => new(actor, at, Legal);
}
