using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Letters;

/// <summary>Every state of a letter × every act × everybody, in an office whose head signs: <c>transitions.md</c>, to be read.</summary>
public sealed class LetterTransitionTests
{
    internal static readonly (string Name, LetterCommand Command)[] Acts =
    [
        ("buat", Draft(LetterKind.Answer)),
        ("ubah", new LetterCommand.Redraft("Perihal", "Isi baru.")),
        ("ajukan", new LetterCommand.Propose()),
        ("setujui", new LetterCommand.Approve()),
        ("kembalikan", new LetterCommand.Return("Kurang jelas.")),
        ("terbitkan", new LetterCommand.Issue("Perihal", "Isi.", new LetterSignature("Nama Rekaan", "Ketua, KPU Kota", "Bengkulu"))),
        ("cabut", new LetterCommand.Revoke("Keliru.")),
        ("batalkan", new LetterCommand.Discard()),
    ];

    internal static IEnumerable<(string Name, Letter Letter, Complaint Complaint)> States
    {
        get
        {
            var answered = Given.At(Stage.Answered);
            var chair = (Actor.Staff)Given.Everybody["pimpinan kota"];
            var draft = After(Letter.None, Acts[0].Command, answered, Given.CityOfficer);
            var proposed = After(draft, new LetterCommand.Propose(), answered, Given.CityOfficer);
            var approved = After(proposed, new LetterCommand.Approve(), answered, chair);
            var issued = After(approved, Acts[5].Command, answered, Given.CityOfficer);
            var revoked = After(issued, Acts[6].Command, answered, chair);
            var sheet = After(Letter.None, Draft(LetterKind.Disposition), answered, Given.CityAdmin);
            var erased = Given.Conditions["erased"];
            yield return ("belum ada", Letter.None, answered);
            yield return ("rancangan", draft, answered);
            yield return ("menunggu persetujuan", proposed, answered);
            yield return ("dikembalikan", After(proposed, Acts[4].Command, answered, chair), answered);
            yield return ("disetujui", approved, answered);
            yield return ("terbit", issued, answered);
            yield return ("dicabut", revoked, answered);
            yield return ("dibatalkan", After(draft, new LetterCommand.Discard(), answered, Given.CityOfficer), answered);
            yield return ("lembar disposisi", sheet, answered);
            yield return ("lembar disposisi, terbit", After(sheet, Acts[5].Command, answered, Given.CityAdmin), answered);
            yield return ("rancangan, pelapor dihapus", draft, erased);
            yield return ("terbit, pelapor dihapus", issued, erased);
            yield return ("rancangan, perkaranya tidak ada", draft, Complaint.None);
        }
    }

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = States.ToList();
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (act, command) in Acts)
        {
            table.Add(
                act,
                Given.Everybody.Select(one =>
                    (one.Key, states.Select(state => TransitionTable.Cell(Decide(state.Letter, command, state.Complaint, one.Value))))
                )
            );
        }

        Golden.Matches("Letters/transitions.md", table.Text("the city's letter with its answer, which its head signs"));
    }

    [Fact]
    public void No_act_is_missing_from_the_table() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    [Theory(DisplayName = "Rule 36: a letter tells what was done, so the case must have come to it")]
    [InlineData(LetterKind.Receipt, Stage.Received, null)]
    [InlineData(LetterKind.CompletionRequest, Stage.Received, "letter.nothing-asked")]
    [InlineData(LetterKind.CompletionRequest, Stage.AwaitingCompletion, null)]
    [InlineData(LetterKind.Disposition, Stage.Verified, "letter.not-assigned")]
    [InlineData(LetterKind.Disposition, Stage.Assigned, null)]
    [InlineData(LetterKind.Answer, Stage.Assigned, "letter.not-answered")]
    [InlineData(LetterKind.Answer, Stage.Answered, null)]
    [InlineData(LetterKind.Onward, Stage.Verified, "letter.no-consent")]
    [InlineData(LetterKind.Decision, Stage.Answered, "letter.no-decision")]
    [InlineData(LetterKind.Decision, Stage.Closed, "letter.no-decision")]
    [InlineData(LetterKind.Closing, Stage.Answered, "letter.not-closed")]
    [InlineData(LetterKind.Closing, Stage.Closed, null)]
    public void A_letter_waits_for_what_it_tells(LetterKind kind, Stage stage, string? code) =>
        Assert.Equal(code, LetterRules.WhyNot(Given.At(stage), kind)?.Code);

    internal static LetterCommand.Draft Draft(LetterKind kind) =>
        new(
            new LetterId(Guid.Parse("0193a000-0000-7000-8000-0000000000e2")),
            kind,
            Language.Indonesian,
            new TextHash(new string('a', 64)),
            "Perihal",
            "Isi."
        );

    internal static Decision<LetterEvent> Decide(Letter letter, LetterCommand command, Complaint complaint, Actor actor) =>
        LetterRules.Decide(
            letter,
            command,
            new LetterContext(actor, Given.Filed, new LocalDate(2026, 11, 14), complaint, NeedsApproval: true)
        );

    private static Letter After(Letter letter, LetterCommand command, Complaint complaint, Actor actor)
    {
        var decision = Decide(letter, command, complaint, actor);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(letter, (state, fact) => Letter.Evolve(state, fact, Given.Filed));
    }
}
