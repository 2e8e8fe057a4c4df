using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Examinations;

/// <summary>Every stage × every act × everybody: lawful, or refused with its code. The table is read by people: <c>transitions.md</c>.</summary>
public sealed class ExaminationTransitionTests
{
    internal static readonly (string Name, ExaminationCommand Command)[] Acts =
    [
        ("minta lengkap", GivenReport.Ask),
        ("lengkapi", GivenReport.Complete),
        ("bagikan identitas", new ExaminationCommand.ShareIdentity()),
        ("verifikasi", GivenReport.Verify),
        ("pleno terima", GivenReport.Register),
        ("pleno tolak", GivenReport.Decline),
        ("mulai periksa", new ExaminationCommand.Begin()),
        ("respons cepat", GivenReport.Flag),
        ("pertimbangan", GivenReport.Deliberate),
        ("baca pertimbangan", new ExaminationCommand.ReadDeliberations()),
        ("buka identitas", GivenReport.Reveal),
        ("minta mediasi", new ExaminationCommand.AskSettlement(Apart: true)),
        ("simpulkan", GivenReport.Conclude),
        ("tutup", GivenReport.Close),
        ("hitung ulang", new ExaminationCommand.Recount()),
        ("lewat waktu", new ExaminationCommand.Lapse(ClockKind.ReportVerification)),
        ("buka pemeriksaan", GivenReport.Open()),
        ("hapus data pribadi", new ExaminationCommand.Erase(Given.PrivacyAsked)),
    ];

    [Fact]
    public void No_act_is_missing_from_the_table() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    private static readonly Dictionary<ExaminationAct, ExaminationCommand[]> WellFormed = new()
    {
        [ExaminationAct.Verify] = [GivenReport.Verify],
        [ExaminationAct.RequestCompletion] = [GivenReport.Ask],
        [ExaminationAct.Plenary] = [GivenReport.Register],
        [ExaminationAct.Begin] = [new ExaminationCommand.Begin()],
        [ExaminationAct.FlagRapid] = [GivenReport.Flag],
        [ExaminationAct.Deliberate] = [GivenReport.Deliberate],
        [ExaminationAct.RevealIdentity] = [GivenReport.Reveal],
        [ExaminationAct.Conclude] = [GivenReport.Conclude],
        [ExaminationAct.Close] = [GivenReport.Close],
    };

    [Fact]
    public void Every_stage_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Enum.GetValues<ExaminationStage>().Select(stage => (Name: stage.Code(), Examination: GivenReport.At(stage))).ToList();
        states.Add(("belum ada", Examination.None));
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (act, command) in Acts)
        {
            table.Add(
                act,
                Given.Everybody.Select(one => (one.Key, states.Select(state => Outcome(state.Examination, command, one.Value))))
            );
        }

        Golden.Matches("Examinations/transitions.md", table.Text("examinations"));
    }

    [Theory]
    [InlineData("publik")]
    [InlineData("pelapor lain")]
    [InlineData("admin provinsi")]
    [InlineData("pimpinan provinsi")]
    [InlineData("auditor provinsi")]
    [InlineData("admin kota")]
    [InlineData("penghubung kota/teknis")]
    [InlineData("kustodian")]
    [InlineData("operator")]
    [InlineData("asisten ombudsman lain")]
    [InlineData("ketua ombudsman")]
    public void Somebody_out_of_scope_learns_nothing_but_that_there_is_no_such_case(string name)
    {
        foreach (var stage in Enum.GetValues<ExaminationStage>())
        {
            // The complaint's own rule decides first whether it goes there and whether its person is erased.
            foreach (var (act, command) in Acts.Where(act => act.Command is not (ExaminationCommand.Open or ExaminationCommand.Erase)))
            {
                var decision = GivenReport.At(stage).Decide(command, Given.Everybody[name], GivenReport.Hours(72));
                Assert.True(decision.Refusal?.Code == "complaint.unknown", $"{act} at {stage}: {decision.Refusal}");
            }
        }
    }

    [Fact]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken()
    {
        foreach (var stage in Enum.GetValues<ExaminationStage>())
        {
            foreach (var level in Enum.GetValues<IdentityLevel>())
            {
                var examination = GivenReport.At(stage, level);
                foreach (var (name, actor) in Given.Everybody)
                {
                    var offered = ExaminationRules.Offers(examination, actor);
                    foreach (var (act, commands) in WellFormed)
                    {
                        var refusal = examination.Decide(commands[0], actor, GivenReport.Hours(72)).Refusal;
                        Assert.True(
                            refusal is null == offered.Contains(act),
                            $"{name}, {act} at {stage}, {level}: offered {offered.Contains(act)}, but {refusal?.Code ?? "taken"}"
                        );
                    }
                }
            }
        }
    }

    private static string Outcome(Examination examination, ExaminationCommand command, Actor actor)
    {
        var decision = examination.Decide(command, actor, GivenReport.Hours(72));
        return TransitionTable.Cell(decision);
    }
}
