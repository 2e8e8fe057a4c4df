using Padu.Domain.Agreements;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Examinations;
using Padu.Domain.Letters;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Domain.Tests.Agreements;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Coordination;
using Padu.Domain.Tests.Examinations;
using Padu.Domain.Tests.Letters;
using Padu.Domain.Tests.Meetings;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Words;

/// <summary>Bad texts and lists are refused by a code in every act of every module; the tables are read by people.</summary>
public sealed class WordingTableTests
{
    [Fact]
    public void Of_complaints()
    {
        var states = Given.States(IdentityLevel.Protected, "ibu@contoh.example").ToList();
        states.AddRange(Given.Conditions.Select(one => new GivenState(one.Key, one.Value, Given.Filed + NodaTime.Duration.FromHours(72))));
        states.Insert(0, new GivenState("belum ada", Complaint.None, Given.Filed));
        ComplaintCommand[] more =
        [
            Given.Submit() with
            {
                Representation = Given.Attorney(withPower: true),
            },
            new ComplaintCommand.ChangeLevel(IdentityLevel.Open, new Identity("Ibu Contoh", "Jalan 1", "0812 0000 2222", null), null),
            new ComplaintCommand.Withdraw("Sudah selesai."),
            new ComplaintCommand.Close(ClosingReason.AlreadyResolved, "Sudah dihapus.") { Removal = "Tangkapan layar SIPOL." },
            Given.Verify with
            {
                LateReason = "Pelapor sakit lama.",
            },
        ];
        var late = Complaint.None.After(
            Given.Submit() with
            {
                HappenedOn = new NodaTime.LocalDate(2026, 9, 1),
            },
            Given.Reporter,
            Given.Filed
        );
        states.Insert(1, new GivenState("terlambat", late, Given.Filed + NodaTime.Duration.FromHours(20)));
        Golden.Matches(
            "Complaints/wording.md",
            WordingTable.Of(
                "complaints",
                Lawful<GivenState, ComplaintCommand>(
                    TransitionTests.Acts.Select(act => act.Command).Concat(more),
                    states,
                    (state, command, actor) => state.Complaint.Decide(command, actor, state.Now, state.NeedsApproval).Refusal
                )
            )
        );
    }

    [Fact]
    public void Of_examinations() =>
        Golden.Matches(
            "Examinations/wording.md",
            WordingTable.Of(
                "examinations",
                Lawful<Examination, ExaminationCommand>(
                    ExaminationTransitionTests.Acts.Select(act => act.Command),
                    Enum.GetValues<ExaminationStage>().Select(stage => GivenReport.At(stage)).Prepend(Examination.None),
                    (state, command, actor) => state.Decide(command, actor, GivenReport.Hours(72)).Refusal
                )
            )
        );

    [Fact]
    public void Of_cooperation()
    {
        var text =
            WordingTable.Of(
                "obligations",
                Lawful<Obligation, ObligationCommand>(
                    ObligationTransitionTests.Acts.Select(act => act.Command),
                    Enum.GetValues<ObligationState>().Select(Owed.At).Prepend(Obligation.None),
                    (state, command, actor) => state.Decide(command, actor, Owed.Days(3)).Refusal
                )
            )
            + WordingTable.Of(
                "agreements",
                Lawful<Agreement, AgreementCommand>(
                    AgreementTests.Acts.Select(act => act.Command),
                    Enum.GetValues<AgreementStage>().Select(Pact.At).Prepend(Agreement.None),
                    (state, command, actor) => state.Decide(command, actor, Pact.Days(5)).Refusal
                )
            )
            + WordingTable.Of(
                "agenda",
                Lawful<Agenda, AgendaCommand>(
                    AgendaTests.Acts.Select(act => act.Command),
                    Enum.GetValues<AgendaState>().Select(Joint.At).Prepend(Agenda.None).Append(Joint.Accepted(Joint.Weekly)),
                    (state, command, actor) =>
                        state.Decide(command, actor, command is AgendaCommand.RecordOutcome ? Joint.Days(9) : Joint.Days(1)).Refusal
                )
            )
            + WordingTable.Of(
                "inputs",
                Lawful<Input, InputCommand>(
                    InputTests.Acts.Select(act => act.Command),
                    Enum.GetValues<InputState>().Select(Joint.At).Prepend(Input.None),
                    (state, command, actor) => state.Decide(command, actor, Joint.Days(1)).Refusal
                )
            );
        Golden.Matches("Coordination/wording.md", text);
    }

    [Fact]
    public void Of_meetings()
    {
        Meeting[] states = [Meeting.None, .. Enum.GetValues<MeetingStage>().Select(Gathering.At), Gathering.Held];
        Golden.Matches(
            "Meetings/wording.md",
            WordingTable.Of(
                "meetings",
                MeetingTests.Acts.SelectMany(act =>
                    Lawful<Meeting, MeetingCommand>(
                            states.Select(state => act.Command(state)).DistinctBy(command => command.ToString()),
                            states,
                            (state, command, actor) =>
                                state
                                    .Decide(
                                        command,
                                        actor,
                                        command is MeetingCommand.Hold or MeetingCommand.Attend ? Gathering.During : Gathering.BegunAt
                                    )
                                    .Refusal
                        )
                        .Take(1)
                )
            )
        );
    }

    [Fact]
    public void Of_letters()
    {
        LetterTemplateCommand change = new LetterTemplateCommand.Change(
            LetterKind.Answer,
            Language.Indonesian,
            "# Perihal\n\n{{isi_jawaban}}"
        );
        Golden.Matches(
            "Letters/wording.md",
            WordingTable.Of(
                "letters",
                Lawful<(string, Letter Letter, Complaint Complaint), LetterCommand>(
                    LetterTransitionTests.Acts.Select(act => act.Command),
                    LetterTransitionTests.States,
                    (state, command, actor) => LetterTransitionTests.Decide(state.Letter, command, state.Complaint, actor).Refusal
                )
            )
                + WordingTable.Of(
                    "templates of letters",
                    Lawful<LetterTemplate, LetterTemplateCommand>(
                        [change],
                        [LetterTemplate.None],
                        (state, command, actor) => LetterTemplateRules.Decide(state, command, actor).Refusal
                    )
                )
        );
    }

    [Fact]
    public void Of_personal_data()
    {
        var complaint = Given.At(Stage.Received);
        PrivacyContext Context(Actor actor) => new(actor, Given.Filed, Law.Bengkulu);
        PrivacyCommand receive = new PrivacyCommand.Receive(
            Given.PrivacyAsked,
            complaint,
            RequestKind.Correction,
            RequestChannel.Tracking,
            HasPending: false,
            [IdentityProof.IdentityCard],
            "Saya pindah.",
            new Identity("Ibu Benar", "Jalan Baru 2", "0812 0000 2222", "ibu@contoh.example")
        );
        PrivacyCommand refuse = new PrivacyCommand.Decide(complaint, Outcome.Refused, RefusalGround.NotProven, "Tidak dapat dibuktikan.");
        var asked = PrivacyRules
            .Decide(PrivacyRequest.None, receive, Context(Given.Reporter))
            .Events.Aggregate(PrivacyRequest.None, (state, fact) => PrivacyRequest.Evolve(state, fact, Given.Filed));
        BreachCommand record = new BreachCommand.Record(
            new BreachId(Guid.Parse("0193a000-0000-7000-8000-0000000000f1")),
            Given.Filed,
            [BreachKind.Confidentiality],
            [DataCategory.Contact],
            0,
            "Cetakan daftar tertinggal di ruang tunggu.",
            "Cetakan ditarik."
        );
        BreachCommand tell = new BreachCommand.Tell(
            BreachAudience.Agency,
            Given.Filed,
            [NoticeWay.Letter],
            null,
            "Nama dan telepon Anda terbaca pihak lain; akses sudah ditutup."
        );
        Breach After(Breach breach, BreachCommand command) =>
            BreachRules
                .Decide(breach, command, Context(Given.ProvinceAdmin))
                .Events.Aggregate(breach, (state, fact) => Breach.Evolve(state, fact, Given.Filed));
        var recorded = After(Breach.None, record);
        Golden.Matches(
            "Privacy/wording.md",
            WordingTable.Of(
                "privacy requests",
                Lawful<PrivacyRequest, PrivacyCommand>(
                    [receive, refuse],
                    [PrivacyRequest.None, asked],
                    (state, command, actor) => PrivacyRules.Decide(state, command, Context(actor)).Refusal
                )
            )
                + WordingTable.Of(
                    "failures of protection",
                    Lawful<Breach, BreachCommand>(
                        [
                            record,
                            new BreachCommand.Supplement([DataCategory.Story], 40, "Juga isi pengaduan."),
                            tell,
                            new BreachCommand.Close("Tidak lagi dicetak."),
                        ],
                        [Breach.None, recorded, After(recorded, tell)],
                        (state, command, actor) => BreachRules.Decide(state, command, Context(actor)).Refusal
                    )
                )
        );
    }

    /// <summary>Each act in the first state in which somebody may do it; one that nobody may anywhere is left out.</summary>
    private static IEnumerable<(string, TCommand, Func<TCommand, Refusal?>)> Lawful<TState, TCommand>(
        IEnumerable<TCommand> commands,
        IEnumerable<TState> states,
        Func<TState, TCommand, Actor, Refusal?> refused
    )
        where TCommand : class
    {
        var all = states.ToList();
        Actor[] people = [.. Given.Everybody.Values, Owed.Secretariat, Owed.Chair, Pact.Chair];
        foreach (var command in commands)
        {
            var found = (
                from state in all
                from actor in people
                where refused(state, command, actor) is null
                select ((TState State, Actor Actor)?)(state, actor)
            ).FirstOrDefault();
            if (found is { } at)
            {
                yield return (command.GetType().Name, command, one => refused(at.State, one, at.Actor));
            }
        }
    }
}
