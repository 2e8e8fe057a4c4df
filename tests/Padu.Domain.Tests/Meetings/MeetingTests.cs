using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly MeetingCommand.Move Move = new(
        Gathering.Starts + Duration.FromDays(7),
        Gathering.Ends + Duration.FromDays(7),
        "Gedung lain",
        null,
        "Banjir."
    );

    internal static IEnumerable<(string Name, Func<Meeting, MeetingCommand> Command)> Acts =>
        [
            ("adakan", _ => Gathering.Convene),
            ("ubah rancangan", meeting => Gathering.Plan with { Seen = meeting.PlanVersion }),
            ("undang", _ => new MeetingCommand.Invite("Mohon hadir.")),
            ("pindahkan", _ => Move),
            ("batalkan", _ => new MeetingCommand.Cancel("Digabung.")),
            ("susun instrumen", meeting => Gathering.Instrument with { Theme = 2, FillBy = new LocalDate(2026, 11, 19) }),
            ("isi instrumen", _ => Gathering.Answers),
            ("buka kehadiran", _ => new MeetingCommand.OpenAttendance("rahasia")),
            ("catat hadir", _ => new MeetingCommand.Attend(Given.City.Code, AttendanceWay.List, "Nama Rekaan", null)),
            (
                "tambah bahan",
                _ => new MeetingCommand.AddMaterials(MaterialReaders.Public, [new(new("a"), "bahan.pdf", "application/pdf", 1, "k")])
            ),
            ("laksanakan", _ => new MeetingCommand.Hold()),
            ("tulis notula", meeting => new MeetingCommand.WriteMinutes(1, meeting.MinutesOf(1), "Kata baru.")),
            ("putuskan", meeting => Gathering.Decide(meeting.Decisions.Length + 1)),
            ("setujui notula", meeting => new MeetingCommand.ApproveMinutes(meeting.MinutesVersion)),
            ("tutup", _ => new MeetingCommand.Close()),
            ("catat sejarah", _ => new MeetingCommand.Record(Gathering.History)),
        ];

    private static IEnumerable<KeyValuePair<string, Actor>> People => Given.Everybody;

    [Fact]
    public void Every_stage_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Enum.GetValues<MeetingStage>().Select(stage => (Name: stage.Code(), Meeting: Gathering.At(stage))).ToList();
        states.Add(("belum ada", Meeting.None));
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (name, command) in Acts)
        {
            table.Add(
                name,
                People.Select(person =>
                    (
                        person.Key,
                        states
                            .Select(state => state.Meeting)
                            .Select(meeting => TransitionTable.Cell(meeting.Decide(command(meeting), person.Value, Gathering.During)))
                            .ToList()
                            .AsEnumerable()
                    )
                )
            );
        }

        Golden.Matches(
            "Meetings/transitions.md",
            table.Text("a meeting of the province and the Ombudsman's office with two regency offices")
        );
    }

    [Fact]
    public void No_act_is_missing_from_the_table() =>
        Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command(Gathering.Held))));

    [Fact]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken()
    {
        Dictionary<MeetingAct, string> named = new()
        {
            [MeetingAct.Plan] = "ubah rancangan",
            [MeetingAct.Invite] = "undang",
            [MeetingAct.Move] = "pindahkan",
            [MeetingAct.Cancel] = "batalkan",
            [MeetingAct.SetInstrument] = "susun instrumen",
            [MeetingAct.Fill] = "isi instrumen",
            [MeetingAct.OpenAttendance] = "buka kehadiran",
            [MeetingAct.NoteAttendance] = "catat hadir",
            [MeetingAct.AddMaterial] = "tambah bahan",
            [MeetingAct.Hold] = "laksanakan",
            [MeetingAct.WriteMinutes] = "tulis notula",
            [MeetingAct.Decide] = "putuskan",
            [MeetingAct.ApproveMinutes] = "setujui notula",
            [MeetingAct.Close] = "tutup",
        };
        Assert.Equal(Enum.GetValues<MeetingAct>().Except([MeetingAct.Read]).Order(), named.Keys.Order());
        var acts = Acts.ToDictionary(one => one.Name, one => one.Command);
        foreach (var meeting in Enum.GetValues<MeetingStage>().Select(Gathering.At))
        {
            foreach (var (name, actor) in People.Append(new("sekretariat", Gathering.Secretariat)).Append(new("ketua", Gathering.Chair)))
            {
                var offered = MeetingRules.Offers(meeting, actor);
                foreach (var (act, command) in named)
                {
                    var refusal = meeting.Decide(acts[command](meeting), actor, Gathering.During).Refusal;
                    Assert.True(
                        refusal is null == offered.Contains(act),
                        $"{name}, {act} at {meeting.Stage}: offered {offered.Contains(act)}, but {refusal?.Code ?? "taken"}"
                    );
                }
            }
        }
    }

    /// <summary>A decision for N offices makes N duties, each from that one source, each judged by somebody else.</summary>
    [Fact]
    public void A_decision_for_N_offices_makes_N_obligations_with_one_source_and_another_judge()
    {
        var ten = Enumerable
            .Range(1, 10)
            .Select(number => Given.City with { Code = new OfficeCode($"kpu-17.{number:00}"), Name = $"KPU {number}" })
            .ToImmutableArray();
        var held = Meeting
            .None.After(
                Gathering.Convene with
                {
                    First = Gathering.Plan with { Invited = [.. ten] },
                },
                Gathering.Secretariat,
                Gathering.BegunAt
            )
            .After(new MeetingCommand.Invite(null), Gathering.Secretariat, Gathering.BegunAt)
            .After(new MeetingCommand.Hold(), Gathering.Secretariat, Gathering.During);
        Gen.Int[0, 11]
            .Array[1, 25]
            .Sample(picks =>
            {
                Office[] all = [.. ten, Given.Province, Given.Ombudsman];
                var owners = picks.Select(pick => (Office?)all[pick]).ToImmutableArray();
                var judge = owners.Contains(Given.Ombudsman) ? Given.Province : Given.Ombudsman;
                var decide = Gathering.Decide(1, [.. owners]) with { Judge = judge };
                var decision = held.Decide(decide, Gathering.Secretariat, Gathering.During);
                if (owners.Contains(judge))
                {
                    Assert.Equal("obligation.own-judge", decision.Refusal!.Code);
                    return;
                }

                var decided = Assert.IsType<MeetingEvent.Decided>(Assert.Single(decision.Events));
                Assert.Equal(owners.Distinct().Count(), decided.Owners.Length);
                Assert.DoesNotContain(decided.Judge, decided.Owners);
                var source = new ObligationSource(SourceKind.Decision, held.Id.Value, decided.Number);
                var promised = decided
                    .Owners.Select(code => all.Single(office => office.Code == code))
                    .Select(owner =>
                        ObligationRules.Decide(
                            Obligation.None,
                            new ObligationCommand.Promise(
                                new ObligationId(Guid.NewGuid()),
                                source,
                                owner,
                                judge,
                                DueTerm.Date(decide.Due),
                                decide.Text
                            ),
                            new ObligationContext(Gathering.Secretariat, Gathering.During, Law.Bengkulu)
                        )
                    )
                    .ToList();
                Assert.All(promised, one => Assert.Null(one.Refusal));
                Assert.All(
                    promised.SelectMany(one => one.Events).Cast<ObligationEvent.Promised>(),
                    one =>
                    {
                        Assert.Equal(source, one.Source);
                        Assert.NotEqual(one.Owner, one.Judge);
                    }
                );
            });
    }

    /// <summary>Whatever order several write in, the words that were saved last stand and an unread save is refused.</summary>
    [Fact]
    public void A_section_takes_only_who_has_read_its_last_words()
    {
        Gen.Select(Gen.Int[0, 2], Gen.Bool)
            .Array[1, 20]
            .Sample(writes =>
            {
                var meeting = Gathering.Held;
                foreach (var (theme, read) in writes)
                {
                    var version = meeting.MinutesOf(theme);
                    var seen = read ? version : version + 1;
                    var decision = meeting.Decide(
                        new MeetingCommand.WriteMinutes(theme, seen, "Kata."),
                        Gathering.Secretariat,
                        Gathering.During
                    );
                    Assert.Equal(read ? null : "meeting.section-changed", decision.Refusal?.Code);
                    meeting = decision.Events.Aggregate(meeting, (state, fact) => Meeting.Evolve(state, fact, Gathering.During));
                }

                Assert.Equal(writes.Where(one => one.Item2).Select(one => one.Item1).Distinct().Count(), meeting.Minutes.Length);
            });
    }

    public static readonly TheoryData<string?, string?, bool, string?> AnswerCases = new()
    {
        { "7", "1", true, null },
        { "-1.5", "2", true, null },
        { "tujuh", "1", true, "meeting.answer-no-number" },
        { "7", "3", true, "meeting.answer-unreadable" },
        { "7", "0", true, "meeting.answer-unreadable" },
        { "7", "+1", true, "meeting.answer-unreadable" },
        { "7", null, true, "meeting.answer-missing" },
        { null, null, true, "meeting.answer-missing" },
        { "7", null, false, null },
        { null, null, false, null },
        { "7", "9", false, "meeting.answer-unreadable" },
    };

    [Theory, MemberData(nameof(AnswerCases))]
    public void An_answer_fits_its_question_and_what_is_submitted_lacks_none(string? number, string? choice, bool submit, string? refusal)
    {
        var give = Gathering.Answers with { Submit = submit, Answers = [new Answer(1, number, null), new Answer(2, choice, null)] };
        Assert.Equal(refusal, Gathering.Invited.Decide(give, Given.CityAdmin, Gathering.BegunAt).Refusal?.Code);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData(" 1,5 ", "1.5")]
    [InlineData("-3", "-3")]
    [InlineData("1.000,5", null)]
    [InlineData("=1", null)]
    [InlineData("", null)]
    [InlineData("1e9", null)]
    public void A_number_is_digits_with_at_most_one_point(string typed, string? kept) => Assert.Equal(kept, Asking.ReadNumber(typed));

    [Fact]
    public void A_draft_is_its_offices_alone_and_answers_open_to_who_has_answered()
    {
        var draft = Gathering.Invited.After(Gathering.Answers with { Submit = false }, Given.CityAdmin, Gathering.BegunAt);
        var sheet = draft.SheetOf(Given.City.Code, 1)!;
        Assert.True(Asking.MayRead(draft, Given.CityAdmin, sheet));
        Assert.All(
            new Actor[] { Gathering.Secretariat, Given.Assistant, Given.KaurAdmin, new Actor.Public() },
            reader => Assert.False(Asking.MayRead(draft, reader, sheet))
        );

        var submitted = draft.After(Gathering.Answers with { Seen = sheet.Version }, Given.CityAdmin, Gathering.BegunAt);
        sheet = submitted.SheetOf(Given.City.Code, 1)!;
        Assert.True(Asking.MayRead(submitted, Gathering.Secretariat, sheet));
        Assert.True(Asking.MayRead(submitted, Given.Assistant, sheet));
        Assert.False(Asking.MayRead(submitted, Given.KaurAdmin, sheet));
        var both = submitted.After(Gathering.Answers, Given.KaurAdmin, Gathering.BegunAt);
        Assert.True(Asking.MayRead(both, Given.KaurAdmin, sheet));
        Assert.True(
            Asking.MayRead(submitted.After(new MeetingCommand.Hold(), Gathering.Secretariat, Gathering.During), Given.KaurAdmin, sheet)
        );

        // A correction that is kept as a draft leaves what was submitted in place.
        var correcting = submitted.After(
            Gathering.Answers with
            {
                Seen = sheet.Version,
                Submit = false,
            },
            Given.CityAdmin,
            Gathering.BegunAt
        );
        Assert.Equal(sheet.Submitted, correcting.SheetOf(Given.City.Code, 1)!.Submitted);
    }

    [Fact]
    public void Minutes_are_approved_as_read_by_both_and_frozen()
    {
        var written = Gathering.Written;
        var approve = new MeetingCommand.ApproveMinutes(written.MinutesVersion);
        var once = written.After(approve, Gathering.Chair, Gathering.During);
        Assert.Equal(MeetingStage.Held, once.Stage);
        Assert.Equal("meeting.already-approved", once.Decide(approve, Gathering.Chair, Gathering.During).Refusal!.Code);
        var changed = once.After(Gathering.Decide(), Gathering.Secretariat, Gathering.During);
        Assert.Empty(changed.ApprovedBy);
        Assert.Equal("meeting.minutes-changed", changed.Decide(approve, Given.OmbudsmanHead, Gathering.During).Refusal!.Code);
        var frozen = Gathering.Approved;
        foreach (
            var command in new MeetingCommand[] { new MeetingCommand.WriteMinutes(1, frozen.MinutesOf(1), "Lagi."), Gathering.Decide() }
        )
        {
            Assert.Equal("meeting.minutes-frozen", frozen.Decide(command, Gathering.Secretariat, Gathering.During).Refusal!.Code);
        }

        var half = Gathering.Held.After(new MeetingCommand.WriteMinutes(1, 0, "Loket."), Gathering.Secretariat, Gathering.During);
        var refusal = half.Decide(new MeetingCommand.ApproveMinutes(half.MinutesVersion), Gathering.Chair, Gathering.During).Refusal!;
        Assert.Equal(("meeting.minutes-incomplete", 2), (refusal.Code, (int)refusal.Parameters[0]));
    }

    [Fact]
    public void Attendance_by_link_is_of_the_hours_around_the_meeting_and_of_its_offices()
    {
        var invited = Gathering.Invited;
        var open = new MeetingCommand.OpenAttendance("rahasia");
        foreach (
            var (at, refusal) in new (Instant, string?)[]
            {
                (Gathering.Starts - Duration.FromHours(3), "meeting.not-the-hour"),
                (Gathering.Starts - Duration.FromHours(2), null),
                (Gathering.Ends + Duration.FromMinutes(119), null),
                (Gathering.Ends + Duration.FromHours(2), "meeting.not-the-hour"),
            }
        )
        {
            Assert.Equal(refusal, invited.Decide(open, Gathering.Secretariat, at).Refusal?.Code);
        }

        var shown = invited.After(open, Gathering.Secretariat, Gathering.During);
        var here = new MeetingCommand.Attend(Given.City.Code, AttendanceWay.Code, "Nama Rekaan", null);
        Assert.Null(shown.Decide(here, new Actor.Public(), Gathering.During).Refusal);
        Assert.Equal("meeting.attendance-closed", invited.Decide(here, new Actor.Public(), Gathering.During).Refusal!.Code);
        Assert.Equal(
            "meeting.attendance-closed",
            shown.Decide(here, new Actor.Public(), Gathering.Ends + Duration.FromHours(2)).Refusal!.Code
        );
        Assert.Equal(
            "meeting.office-not-invited",
            shown.Decide(here with { Office = Given.OtherOmbudsman.Code }, new Actor.Public(), Gathering.During).Refusal!.Code
        );
        Assert.Null(shown.Decide(here with { Office = Given.Ombudsman.Code }, new Actor.Public(), Gathering.During).Refusal);
    }
}
