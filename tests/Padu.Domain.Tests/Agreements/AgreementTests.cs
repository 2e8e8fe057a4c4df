using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Agreements;

public sealed class AgreementTests
{
    private static readonly ObligationFigures Figures = new(3, 1, 2, 5, 1);

    internal static readonly (string Name, AgreementCommand Command)[] Acts =
    [
        ("mulai", Pact.Begin()),
        ("tulis rancangan", Pact.Words),
        ("setujui", new AgreementCommand.Approve(1)),
        ("tandatangani", Pact.Sign),
        ("tambah dokumen", new AgreementCommand.AddDocuments([new(new("a"), "naskah.pdf", "application/pdf", 1, "k")])),
        ("akhiri", new AgreementCommand.End(new LocalDate(2026, 11, 16), "Diganti.")),
        ("diperbarui", new AgreementCommand.BeRenewed(new AgreementId(Guid.Parse("0193a000-0000-7000-8000-0000000000e9")))),
        ("tulis evaluasi", new AgreementCommand.Evaluate(2026, "Berjalan baik.")),
        ("sepakati evaluasi", new AgreementCommand.AgreeEvaluation(2026, Figures)),
        ("waktu berlalu", new AgreementCommand.PassTime()),
        ("catat sejarah", new AgreementCommand.Record(Pact.History)),
    ];

    private static IEnumerable<KeyValuePair<string, Actor>> People => Given.Everybody;

    [Fact]
    public void Every_stage_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Enum.GetValues<AgreementStage>().Select(stage => (Name: stage.Code(), Agreement: Pact.At(stage))).ToList();
        states.Add(("belum ada", Agreement.None));
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (name, command) in Acts)
        {
            table.Add(
                name,
                People.Select(person =>
                    (
                        person.Key,
                        states
                            .Select(state => TransitionTable.Cell(state.Agreement.Decide(command, person.Value, Pact.Days(5))))
                            .ToList()
                            .AsEnumerable()
                    )
                )
            );
        }

        Golden.Matches("Agreements/transitions.md", table.Text("an agreement of the province and the Ombudsman's office"));
    }

    [Fact]
    public void No_act_is_missing_from_the_table() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    [Fact]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken()
    {
        Dictionary<AgreementAct, AgreementCommand> wellFormed = new()
        {
            [AgreementAct.Draft] = Acts[1].Command,
            [AgreementAct.Approve] = Acts[2].Command,
            [AgreementAct.Sign] = Acts[3].Command,
            [AgreementAct.AddDocument] = Acts[4].Command,
            [AgreementAct.End] = Acts[5].Command,
            [AgreementAct.Evaluate] = Acts[7].Command,
            [AgreementAct.AgreeEvaluation] = Acts[8].Command,
        };
        var evaluated = Pact.InForce.After(Acts[7].Command, Owed.Secretariat, Pact.Days(4));
        foreach (var agreement in Enum.GetValues<AgreementStage>().Select(Pact.At).Append(evaluated))
        {
            foreach (var (name, actor) in People)
            {
                var offered = AgreementRules.Offers(agreement, actor);
                foreach (var (act, command) in wellFormed)
                {
                    var refusal = agreement.Decide(command, actor, Pact.Days(5)).Refusal;
                    Assert.True(
                        refusal is null == offered.Contains(act),
                        $"{name}, {act} at {agreement.Stage}: offered {offered.Contains(act)}, but {refusal?.Code ?? "taken"}"
                    );
                }

                Assert.Equal(AgreementRules.MayPromise(agreement, 1, actor) is null, offered.Contains(AgreementAct.Promise));
            }
        }
    }

    [Fact]
    public void A_new_draft_takes_back_every_approval()
    {
        var half = Pact.At(AgreementStage.Draft).After(new AgreementCommand.Approve(1), Pact.Chair, Pact.Days(1));
        var again = half.After(Pact.Words with { Title = "Judul lain" }, Given.Assistant, Pact.Days(2));
        Assert.Empty(again.ApprovedBy);
        Assert.Equal("agreement.newer-draft", again.Decide(new AgreementCommand.Approve(1), Pact.Chair, Pact.Days(3)).Refusal!.Code);
        Assert.Equal(AgreementStage.Draft, again.Stage);
    }

    [Fact]
    public void One_side_never_approves_or_signs_for_the_other()
    {
        var half = Pact.At(AgreementStage.Draft).After(new AgreementCommand.Approve(1), Pact.Chair, Pact.Days(1));
        Assert.Equal("agreement.already-approved", half.Decide(new AgreementCommand.Approve(1), Pact.Chair, Pact.Days(1)).Refusal!.Code);
        Assert.Equal("agreement.not-approved", half.Decide(Pact.Sign, Given.OmbudsmanHead, Pact.Days(2)).Refusal!.Code);
        var signed = Pact.Approved().After(Pact.Sign, Pact.Chair, Pact.Days(2));
        Assert.Equal(AgreementStage.Approved, signed.Stage);
        Assert.Equal("agreement.already-signed", signed.Decide(Pact.Sign, Pact.Chair, Pact.Days(2)).Refusal!.Code);
        Assert.Equal("agreement.no-longer-draft", signed.Decide(Pact.Words, Owed.Secretariat, Pact.Days(2)).Refusal!.Code);
    }

    [Fact]
    public void Who_wrote_a_draft_does_not_approve_it_in_another_post_either()
    {
        var writer = Given.OmbudsmanHead with { Post = Owed.Secretariat.Post };
        Assert.Equal(
            "agreement.own-draft",
            Pact.At(AgreementStage.Draft).Decide(new AgreementCommand.Approve(1), writer, Pact.Days(1)).Refusal!.Code
        );
    }

    [Theory]
    [InlineData(AgreementKind.Plan, null, "agreement.wrong-parent")]
    [InlineData(AgreementKind.Activity, AgreementKind.Cooperation, "agreement.wrong-parent")]
    [InlineData(AgreementKind.Memorandum, AgreementKind.Cooperation, "agreement.wrong-parent")]
    [InlineData(AgreementKind.Plan, AgreementKind.Cooperation, null)]
    public void Each_level_hangs_under_the_one_above(AgreementKind kind, AgreementKind? parent, string? refusal)
    {
        var above = parent is null ? Agreement.None : Pact.InForce;
        var begin = Pact.Begin(kind, above) with { Id = new AgreementId(Guid.NewGuid()) };
        Assert.Equal(refusal, Agreement.None.Decide(begin, Owed.Secretariat, Pact.Days(5)).Refusal?.Code);
    }

    [Fact]
    public void A_plan_is_in_force_by_both_approvals_and_an_activity_hangs_under_it()
    {
        var plan = Pact.Approved(AgreementKind.Plan, Pact.InForce);
        Assert.Equal(AgreementStage.InForce, plan.Stage);
        var activity = Pact.Begin(AgreementKind.Activity, plan) with { Id = new AgreementId(Guid.NewGuid()) };
        Assert.Null(Agreement.None.Decide(activity, Given.Assistant, Pact.Days(5)).Refusal);
    }

    [Fact]
    public void It_warns_once_before_its_end_and_ends_at_its_last_day_however_late_the_sweep_comes()
    {
        var pass = new AgreementCommand.PassTime();
        var early = Instant.FromUtc(2027, 8, 1, 5, 0);
        Assert.Equal("lapse.not-due", Pact.InForce.Decide(pass, Given.System, early).Refusal!.Code);
        var near = Instant.FromUtc(2027, 9, 2, 5, 0);
        var warned = Pact.InForce.After(pass, Given.System, near);
        Assert.Equal(Pact.Ends, warned.WarnedOf);
        Assert.Equal("lapse.not-due", warned.Decide(pass, Given.System, near + Duration.FromDays(1)).Refusal!.Code);
        Assert.Equal("lapse.not-due", warned.Decide(pass, Given.System, Instant.FromUtc(2027, 11, 30, 5, 0)).Refusal!.Code);
        var ended = warned.After(pass, Given.System, Instant.FromUtc(2028, 5, 1, 5, 0));
        Assert.Equal((AgreementStage.Ended, Pact.Ends), (ended.Stage, ended.EndedOn!.Value));
    }

    [Fact]
    public void An_evaluation_is_joint_only_when_the_other_side_agrees_and_then_stands()
    {
        var write = new AgreementCommand.Evaluate(2026, "Berjalan baik.");
        var written = Pact.InForce.After(write, Owed.Secretariat, Pact.Days(5));
        var agree = new AgreementCommand.AgreeEvaluation(2026, Figures);
        Assert.Equal("evaluation.own", written.Decide(agree, Pact.Chair, Pact.Days(6)).Refusal!.Code);
        var agreed = written.After(agree, Given.OmbudsmanHead, Pact.Days(6));
        Assert.Equal(Given.Ombudsman.Code, agreed.Evaluations.Single().AgreedBy);
        Assert.Equal((Figures, Pact.Days(6)), (agreed.Evaluations.Single().Frozen, agreed.Evaluations.Single().FrozenAt!.Value));
        Assert.Equal("evaluation.already-agreed", agreed.Decide(write, Owed.Secretariat, Pact.Days(7)).Refusal!.Code);
        Assert.Equal(
            "evaluation.year-out-of-range",
            Pact.InForce.Decide(write with { Year = 2027 }, Owed.Secretariat, Pact.Days(5)).Refusal!.Code
        );
    }

    [Fact]
    public void An_evaluation_both_agreed_with_is_agreed_with_once()
    {
        var agree = new AgreementCommand.AgreeEvaluation(2026, Figures);
        var agreed = Pact
            .InForce.After(new AgreementCommand.Evaluate(2026, "Berjalan baik."), Owed.Secretariat, Pact.Days(5))
            .After(agree, Given.OmbudsmanHead, Pact.Days(6));
        Assert.Equal("evaluation.already-agreed", agreed.Decide(agree, Given.OmbudsmanHead, Pact.Days(7)).Refusal?.Code);
    }

    [Fact]
    public void Documents_move_nothing_and_one_renews_its_own_kind()
    {
        var inForce = Pact.InForce;
        var file = new Padu.Domain.Complaints.Evidence(new(new string('a', 64)), "pks.pdf", "application/pdf", 10, "kunci");
        var more = inForce.After(new AgreementCommand.AddDocuments([file]), Owed.Secretariat, Pact.Days(5));
        Assert.Equal((inForce.Stage, inForce.Version + 1), (more.Stage, more.Version));
        var renew = Pact.Begin() with { Renews = inForce };
        Assert.Null(Agreement.None.Decide(renew, Owed.Secretariat, Pact.Days(9)).Refusal);
        Assert.Equal(
            "agreement.not-renewable",
            Agreement.None.Decide(renew with { Renews = Pact.At(AgreementStage.Draft) }, Owed.Secretariat, Pact.Days(9)).Refusal?.Code
        );
        var memorandum = Pact.Approved(AgreementKind.Memorandum)
            .After(Pact.Sign, Pact.Chair, Pact.Days(2))
            .After(Pact.Sign, Given.OmbudsmanHead, Pact.Days(2));
        Assert.Null(Agreement.None.Decide(Pact.Begin(parent: memorandum), Owed.Secretariat, Pact.Days(9)).Refusal);
        Assert.Equal(
            "agreement.not-renewable",
            Agreement.None.Decide(renew with { Renews = memorandum }, Owed.Secretariat, Pact.Days(9)).Refusal?.Code
        );
        // A plan is never signed, and the last signature renews: it would never be renewed.
        var plan = Pact.Approved(AgreementKind.Plan, inForce);
        Assert.Equal(
            "agreement.not-renewable",
            Agreement
                .None.Decide(Pact.Begin(AgreementKind.Plan, inForce) with { Renews = plan }, Owed.Secretariat, Pact.Days(9))
                .Refusal?.Code
        );
    }

    [Fact]
    public void Days_and_parties_that_cannot_be_are_refused()
    {
        string? Signed(LocalDate on) => Pact.Approved().Decide(Pact.Sign with { On = on }, Pact.Chair, Pact.Days(2)).Refusal?.Code;
        Assert.Equal("agreement.signed-in-future", Signed(new LocalDate(2026, 11, 15)));
        Assert.Equal("agreement.signed-before-draft", Signed(new LocalDate(2026, 11, 11)));
        string? Ended(LocalDate on) =>
            Pact.InForce.Decide(new AgreementCommand.End(on, "Diganti."), Pact.Chair, Pact.Days(5)).Refusal?.Code;
        Assert.Equal("agreement.ending-out-of-range", Ended(new LocalDate(2026, 11, 18)));
        Assert.Equal("agreement.ending-out-of-range", Ended(new LocalDate(2026, 11, 13)));
        string? Begun(AgreementCommand.Begin begin) => Agreement.None.Decide(begin, Owed.Secretariat, Pact.Days(1)).Refusal?.Code;
        var stranger = Given.Staff(Role.OmbudsmanAssistant, Given.OtherOmbudsman);
        var plan = Pact.Begin(AgreementKind.Plan, Pact.InForce) with { Partner = Given.Province };
        Assert.Equal("access.not-yours", Agreement.None.Decide(plan, stranger, Pact.Days(5)).Refusal?.Code);
        Assert.Equal("agreement.no-partner", Begun(Pact.Begin() with { Partner = Given.City }));
        Assert.Equal("agreement.wrong-parent", Begun(Pact.Begin(AgreementKind.Memorandum, Pact.InForce)));
        var early = Pact.Words with { Term = new Term(Pact.Ends, Pact.Ends.PlusDays(-1)) };
        Assert.Equal("agreement.ends-before-start", Begun(Pact.Begin() with { First = early }));
        Assert.Equal("access.not-yours", Agreement.None.Decide(Pact.Begin(), Given.CityAdmin, Pact.Days(1)).Refusal?.Code);
        var nothing = new AgreementCommand.Record(Pact.History with { Statements = [] });
        Assert.Equal("agreement.nothing-stated", Agreement.None.Decide(nothing, Given.System, Pact.Days(1)).Refusal?.Code);
    }

    [Fact]
    public void Only_a_clause_that_exists_in_force_becomes_an_obligation()
    {
        Assert.Null(AgreementRules.MayPromise(Pact.InForce, 2, Owed.Secretariat));
        Assert.Equal("agreement.no-such-clause", AgreementRules.MayPromise(Pact.InForce, 3, Owed.Secretariat)!.Code);
        Assert.Equal("agreement.not-in-force", AgreementRules.MayPromise(Pact.Approved(), 1, Owed.Secretariat)!.Code);
        Assert.Equal("agreement.unknown", AgreementRules.MayPromise(Pact.InForce, 1, Given.CityAdmin)!.Code);
    }

    [Fact]
    public void A_historical_record_holds_sourced_statements_only_and_is_never_changed()
    {
        Assert.Equal(
            "agreement.statement-without-source",
            Agreement
                .None.Decide(
                    new AgreementCommand.Record(
                        Pact.History with
                        {
                            Statements = [new Statement(StatementField.Place, "Di suatu tempat", "Somewhere", " ")],
                        }
                    ),
                    Given.System,
                    Pact.BegunAt
                )
                .Refusal!.Code
        );
        foreach (var (name, command) in Acts)
        {
            foreach (var (_, actor) in People)
            {
                Assert.True(Pact.At(AgreementStage.Archive).Decide(command, actor, Pact.Days(5)).IsRefused, name);
            }
        }
    }
}
