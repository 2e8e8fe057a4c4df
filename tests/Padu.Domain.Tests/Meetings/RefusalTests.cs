using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Meetings;

/// <summary>What cannot be asked of a meeting, each by the code that its sentence hangs on.</summary>
public sealed class RefusalTests
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly ThemePlan Theme = new("Loket", null, null);
    private static readonly MeetingCommand.Move Move = new(Gathering.Starts, Gathering.Ends, "Gedung lain", null, "Banjir.");

    public static TheoryData<string, Func<MeetingCommand.Plan, MeetingCommand.Plan>> Planned() =>
        new()
        {
            { "meeting.budget-year", plan => plan with { BudgetYear = 1999 } },
            { "meeting.budget-year", plan => plan with { BudgetYear = 2200 } },
            { "meeting.ends-before-start", plan => plan with { Ends = plan.Starts } },
            { "meeting.in-past", plan => plan with { Starts = Gathering.BegunAt - Day } },
            { "meeting.too-long", plan => plan with { Ends = plan.Starts + (15 * Day) } },
            { "meeting.no-theme", plan => plan with { Themes = [] } },
            { "meeting.too-many-themes", plan => plan with { Themes = [.. Enumerable.Repeat(Theme, MeetingRules.MostThemes + 1)] } },
            { "meeting.unknown-office", plan => plan with { Invited = [Given.City, null] } },
            { "meeting.unknown-office", plan => plan with { Invited = [Given.Bawaslu] } },
            { "meeting.too-many-guests", plan => plan with { Guests = [.. Enumerable.Range(1, 41).Select(at => $"Tamu {at}")] } },
            { "meeting.unknown-division", plan => plan with { Themes = [Theme with { Division = new UnitCode("lain") }] } },
            { "text.required", plan => plan with { Themes = [Theme, Theme with { Title = " " }] } },
            { "text.too-long", plan => plan with { Themes = [Theme with { Lead = new string('a', 201) }] } },
            { "text.required", plan => plan with { Guests = ["Bawaslu", " "] } },
        };

    [Theory]
    [MemberData(nameof(Planned))]
    public void A_plan_that_cannot_be_held_is_neither_begun_nor_written(string code, Func<MeetingCommand.Plan, MeetingCommand.Plan> spoil)
    {
        Assert.Equal(code, Code(Meeting.None, Gathering.Convene with { First = spoil(Gathering.Plan) }, Gathering.BegunAt));
        var drafted = Gathering.Drafted;
        var plan = Gathering.Plan with { Seen = drafted.PlanVersion };
        Assert.Null(Code(drafted, plan, Gathering.BegunAt));
        Assert.Equal(code, Code(drafted, spoil(plan), Gathering.BegunAt));
    }

    [Fact]
    public void A_plan_takes_only_who_has_read_the_last_one_and_keeps_the_themes_that_are_asked_about()
    {
        var drafted = Gathering.Drafted;
        Assert.Equal("meeting.plan-changed", Code(drafted, Gathering.Plan with { Seen = 1 }, Gathering.BegunAt));
        var asking = drafted.After(Gathering.Instrument with { Theme = 2 }, Gathering.Secretariat, Gathering.BegunAt);
        var shorter = Gathering.Plan with { Seen = asking.PlanVersion, Themes = [Theme] };
        Assert.Equal("meeting.theme-has-instrument", Code(asking, shorter, Gathering.BegunAt));
    }

    [Fact]
    public void Invitations_go_to_somebody_and_before_the_day_is_over()
    {
        var alone = Meeting.None.After(
            Gathering.Convene with
            {
                First = Gathering.Plan with { Invited = [] },
            },
            Gathering.Secretariat,
            Gathering.BegunAt
        );
        var invite = new MeetingCommand.Invite(null);
        Assert.Equal("meeting.nobody-invited", Code(alone, invite, Gathering.BegunAt));
        Assert.Null(Code(Gathering.Drafted, invite, Gathering.Ends));
        Assert.Equal("meeting.in-past", Code(Gathering.Drafted, invite, Gathering.Ends + Day));
    }

    [Fact]
    public void A_meeting_is_moved_to_a_time_that_can_be()
    {
        Assert.Null(Code(Gathering.Invited, Move, Gathering.BegunAt));
        Assert.Equal("meeting.ends-before-start", Code(Gathering.Invited, Move with { Ends = Move.Starts }, Gathering.BegunAt));
        Assert.Equal("meeting.in-past", Code(Gathering.Invited, Move with { Starts = Gathering.BegunAt - Day }, Gathering.BegunAt));
        Assert.Equal("meeting.too-long", Code(Gathering.Invited, Move with { Ends = Move.Starts + (15 * Day) }, Gathering.BegunAt));
    }

    public static TheoryData<string, Func<MeetingCommand.SetInstrument, MeetingCommand.SetInstrument>> Asked() =>
        new()
        {
            { "meeting.no-such-theme", set => set with { Theme = 3 } },
            { "meeting.instrument-changed", set => set with { Seen = 1 } },
            { "meeting.fill-by", set => set with { FillBy = new LocalDate(2026, 11, 11) } },
            { "meeting.fill-by", set => set with { FillBy = new LocalDate(2026, 11, 20) } },
            { "meeting.no-question", set => set with { Questions = [] } },
            { "meeting.too-many-questions", set => With(set, [.. Enumerable.Range(1, 61).Select(at => Question($"satu-{at}"))]) },
            { "meeting.question-code-twice", set => With(set, Question("satu"), Question("satu")) },
            { "meeting.question-code", set => With(set, Question("")) },
            { "meeting.question-code", set => With(set, Question("Satu Dua")) },
            { "meeting.question-code", set => With(set, Question(new string('a', 41))) },
            { "meeting.question-choices", set => With(set, Question("satu") with { Kind = QuestionKind.Choice, Choices = ["ada"] }) },
            { "meeting.question-choices", set => With(set, Question("satu") with { Choices = ["ada"] }) },
            { "meeting.question-choices", set => With(set, Question("satu") with { Choices = ["ada", "belum"] }) },
            { "text.required", set => With(set, Question("satu") with { Text = " " }) },
            { "text.required", set => With(set, Question("satu") with { Kind = QuestionKind.Choice, Choices = ["ada", " "] }) },
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public void A_questionnaire_that_nobody_could_answer_is_not_asked(
        string code,
        Func<MeetingCommand.SetInstrument, MeetingCommand.SetInstrument> spoil
    )
    {
        Assert.Null(Code(Gathering.Drafted, Gathering.Instrument, Gathering.BegunAt));
        Assert.Equal(code, Code(Gathering.Drafted, spoil(Gathering.Instrument), Gathering.BegunAt));
    }

    [Fact(DisplayName = "Rule 63: what one office has begun to answer is asked of all alike")]
    public void Questions_stay_once_somebody_answers()
    {
        var begun = Gathering.Invited.After(Gathering.Answers with { Submit = false }, Given.CityAdmin, Gathering.BegunAt);
        var again = Gathering.Instrument with { Seen = begun.InstrumentOf(1)!.Version };
        Assert.Equal("meeting.instrument-answered", Code(begun, again, Gathering.BegunAt));
        Assert.Null(Code(Gathering.Invited, again, Gathering.BegunAt));
    }

    [Fact]
    public void Answers_take_only_who_has_read_the_offices_last_ones_and_one_for_each_question()
    {
        var begun = Gathering.Invited.After(Gathering.Answers with { Submit = false }, Given.CityAdmin, Gathering.BegunAt);
        Assert.Equal("meeting.answers-changed", begun.Decide(Gathering.Answers, Given.CityAdmin, Gathering.BegunAt).Refusal?.Code);
        var twice = Gathering.Answers with { Answers = [new Answer(1, "7", null), new Answer(1, "8", null), new Answer(2, "1", null)] };
        Assert.Equal("meeting.answer-unreadable", Gathering.Invited.Decide(twice, Given.CityAdmin, Gathering.BegunAt).Refusal?.Code);
    }

    [Fact]
    public void Nobody_was_present_and_nothing_was_held_before_its_day()
    {
        var attend = new MeetingCommand.Attend(Given.City.Code, AttendanceWay.List, "Nama Rekaan", null);
        Assert.Equal("meeting.not-yet", Code(Gathering.Invited, attend, Gathering.Starts - Day));
        Assert.Equal("meeting.not-yet", Code(Gathering.Invited, new MeetingCommand.Hold(), Gathering.Starts - Day));
        Assert.Null(Code(Gathering.Invited, attend, Gathering.Starts));
        Assert.Equal(
            "meeting.office-not-invited",
            Code(Gathering.Invited, attend with { Office = Given.OtherOmbudsman.Code }, Gathering.Starts)
        );
    }

    public static TheoryData<string, Func<MeetingCommand.Decide, MeetingCommand.Decide>> Decided() =>
        new()
        {
            { "meeting.decision-taken", decide => decide with { Number = 2 } },
            { "meeting.no-such-theme", decide => decide with { Theme = 3 } },
            { "meeting.no-owner", decide => decide with { Owners = [] } },
            { "meeting.office-not-invited", decide => decide with { Owners = [Given.OtherOmbudsman] } },
            { "meeting.office-not-invited", decide => decide with { Owners = [null] } },
            { "obligation.own-judge", decide => decide with { Owners = [Given.Ombudsman] } },
            { "obligation.due-in-past", decide => decide with { Due = new LocalDate(2026, 11, 18) } },
        };

    [Theory(DisplayName = "Rule 63: a decision has owners, a day to come and another who judges")]
    [MemberData(nameof(Decided))]
    public void A_decision_that_binds_nobody_is_none(string code, Func<MeetingCommand.Decide, MeetingCommand.Decide> spoil)
    {
        Assert.Null(Code(Gathering.Held, Gathering.Decide(), Gathering.During));
        Assert.Equal(code, Code(Gathering.Held, spoil(Gathering.Decide()), Gathering.During));
    }

    [Fact]
    public void A_meeting_decides_so_much_and_writes_of_its_own_themes()
    {
        var full = Enumerable
            .Range(1, MeetingRules.MostDecisions)
            .Aggregate(Gathering.Held, (meeting, at) => meeting.After(Gathering.Decide(at), Gathering.Secretariat, Gathering.During));
        Assert.Equal("meeting.too-many-decisions", Code(full, Gathering.Decide(MeetingRules.MostDecisions + 1), Gathering.During));
        Assert.Equal("meeting.no-such-theme", Code(Gathering.Held, new MeetingCommand.WriteMinutes(3, 0, "Kata."), Gathering.During));
        Assert.Null(Code(Gathering.Held, new MeetingCommand.WriteMinutes(0, 0, "Umum."), Gathering.During));
    }

    [Fact]
    public void A_historical_record_holds_sourced_statements_only()
    {
        string? Recorded(ImmutableArray<MeetingStatement>? statements) =>
            Meeting
                .None.Decide(new MeetingCommand.Record(Gathering.History with { Statements = statements }), Given.System, Gathering.BegunAt)
                .Refusal?.Code;
        Assert.Equal("meeting.nothing-stated", Recorded([]));
        Assert.Equal("meeting.nothing-stated", Recorded(null));
        Assert.Equal("meeting.statement-without-source", Recorded([new MeetingStatement(MeetingField.Name, "Rakor", "Meeting", " ")]));
    }

    private static QuestionPlan Question(string code) => new(code, QuestionKind.YesNo, "Sudah?", []);

    private static MeetingCommand.SetInstrument With(MeetingCommand.SetInstrument set, params ImmutableArray<QuestionPlan> questions) =>
        set with
        {
            Questions = questions,
        };

    private static string? Code(Meeting meeting, MeetingCommand command, Instant at) =>
        meeting.Decide(command, Gathering.Secretariat, at).Refusal?.Code;
}
