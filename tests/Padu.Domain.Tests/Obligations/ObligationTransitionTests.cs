using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Obligations;

/// <summary>Every state × every act × everybody, kept to be read: <c>transitions.md</c>.</summary>
public sealed class ObligationTransitionTests
{
    internal static readonly (string Name, ObligationCommand Command)[] Acts =
    [
        ("janjikan", Owed.Promise()),
        ("ajukan bukti", Owed.Give),
        ("terima bukti", Owed.Accept),
        ("tolak bukti", Owed.Refuse),
        ("teruskan", Owed.Carry),
        ("tarik", Owed.Withdraw),
        ("lewat jatuh tempo", Owed.PassDue),
        ("hitung ulang", Owed.Recount),
        ("berakhir bersama sumber", Owed.EndWithSource),
        ("catat putusan", Owed.Record),
        ("lanjutkan dari yang lama", Owed.TakeOver),
    ];

    [Fact]
    public void No_act_is_missing_from_the_table() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    /// <summary>What makes an obligation of its own; the source's rule decides first who may.</summary>
    private static bool IsMaking(ObligationCommand command) =>
        command is ObligationCommand.Promise or ObligationCommand.RecordRuling or ObligationCommand.TakeOver;

    private static IEnumerable<KeyValuePair<string, Actor>> People => Given.Everybody;

    private static readonly NodaTime.Instant Now = Owed.Days(30);

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Enum.GetValues<ObligationState>().Select(state => (Name: state.Code(), Obligation: Owed.At(state))).ToList();
        states.Add(("belum ada", Obligation.None));
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (name, command) in Acts)
        {
            table.Add(
                name,
                People.Select(person =>
                    (
                        person.Key,
                        states
                            .Select(state => TransitionTable.Cell(state.Obligation.Decide(command, person.Value, Now)))
                            .ToList()
                            .AsEnumerable()
                    )
                )
            );
        }

        Golden.Matches(
            "Obligations/transitions.md",
            table.Text("an obligation of a city office, judged by the province, eighteen days late")
        );
    }

    [Fact]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken()
    {
        Dictionary<ObligationAct, ObligationCommand> wellFormed = new()
        {
            [ObligationAct.GiveEvidence] = Owed.Give,
            [ObligationAct.Judge] = Owed.Accept,
            [ObligationAct.CarryOver] = Owed.Carry,
            [ObligationAct.Withdraw] = Owed.Withdraw,
        };
        foreach (var state in Enum.GetValues<ObligationState>())
        {
            foreach (var (name, actor) in People)
            {
                var offered = ObligationRules.Offers(Owed.At(state), actor);
                foreach (var (act, command) in wellFormed)
                {
                    var refusal = Owed.At(state).Decide(command, actor, Now).Refusal;
                    Assert.True(
                        refusal is null == offered.Contains(act),
                        $"{name}, {act} at {state}: offered {offered.Contains(act)}, but {refusal?.Code ?? "taken"}"
                    );
                }
            }
        }
    }

    [Fact]
    public void Somebody_out_of_scope_learns_nothing_but_that_there_is_none()
    {
        foreach (var (name, actor) in People)
        {
            if (Access.ScopeOfObligations(actor).Covers(Owed.At(ObligationState.Promised).Subject) || actor is Actor.System)
            {
                continue;
            }

            foreach (var state in Enum.GetValues<ObligationState>())
            {
                foreach (var (act, command) in Acts.Where(act => !IsMaking(act.Command)))
                {
                    Assert.True(
                        Owed.At(state).Decide(command, actor, Now).Refusal?.Code == "obligation.unknown",
                        $"{name}, {act} at {state}"
                    );
                }
            }
        }
    }
}
