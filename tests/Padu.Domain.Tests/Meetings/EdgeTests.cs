using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Meetings;

/// <summary>What a questionnaire takes, who judges a decision, and what a meeting carries on.</summary>
public sealed class EdgeTests
{
    private static readonly Evidence File = new(new ContentHash(new string('a', 64)), "sk.pdf", "application/pdf", 10, "kunci");

    public static TheoryData<QuestionKind, string?, bool, string?> Given_answers() =>
        new()
        {
            { QuestionKind.YesNo, "ya", false, null },
            { QuestionKind.YesNo, "mungkin", false, "meeting.answer-unreadable" },
            { QuestionKind.YesNo, "ya", true, "meeting.answer-unreadable" },
            { QuestionKind.Number, "7", false, null },
            { QuestionKind.Number, "tujuh", false, "meeting.answer-no-number" },
            { QuestionKind.Number, "7", true, "meeting.answer-no-number" },
            { QuestionKind.Choice, "2", false, null },
            { QuestionKind.Choice, "3", false, "meeting.answer-unreadable" },
            { QuestionKind.Choice, "0", false, "meeting.answer-unreadable" },
            { QuestionKind.Text, "Sudah dipasang.", false, null },
            { QuestionKind.Text, "Sudah dipasang.", true, "meeting.answer-unreadable" },
            { QuestionKind.File, null, true, null },
            { QuestionKind.File, "kata", true, "meeting.answer-unreadable" },
        };

    [Theory]
    [MemberData(nameof(Given_answers))]
    public void Each_kind_of_question_takes_its_own_answer(QuestionKind kind, string? value, bool withFile, string? code)
    {
        var asking = Gathering.Instrument with
        {
            Questions = [new QuestionPlan("satu", kind, "Bagaimana?", kind == QuestionKind.Choice ? ["ada", "belum"] : [])],
        };
        var invited = Gathering
            .Drafted.After(asking, Gathering.Secretariat, Gathering.BegunAt)
            .After(new MeetingCommand.Invite(null), Gathering.Secretariat, Gathering.BegunAt);
        var answers = new MeetingCommand.GiveAnswers(1, 0, true, [new Answer(1, value, withFile ? File : null)]);
        Assert.Equal(code, invited.Decide(answers, Given.CityAdmin, Gathering.BegunAt).Refusal?.Code);
    }

    [Fact]
    public void A_theme_without_a_questionnaire_takes_no_answers() =>
        Assert.Equal(
            "meeting.no-instrument",
            Gathering.Invited.Decide(Gathering.Answers with { Theme = 2 }, Given.CityAdmin, Gathering.BegunAt).Refusal?.Code
        );

    [Fact]
    public void A_decision_is_judged_by_an_office_of_the_province()
    {
        foreach (var judge in new[] { null, Given.Bawaslu, Given.Kaur })
        {
            Assert.Equal(
                "obligation.unknown-judge",
                Gathering
                    .Held.Decide(Gathering.Decide(1, Given.City) with { Judge = judge }, Gathering.Secretariat, Gathering.During)
                    .Refusal?.Code
            );
        }
    }

    [Fact]
    public void A_moved_meeting_is_at_its_new_time_and_its_attendance_is_closed()
    {
        var open = Gathering.Invited.After(new MeetingCommand.OpenAttendance("rahasia"), Gathering.Secretariat, Gathering.Starts);
        Assert.NotNull(open.AttendanceUntil);
        var week = Duration.FromDays(7);
        var move = new MeetingCommand.Move(Gathering.Starts + week, Gathering.Ends + week, "Gedung lain", null, "Banjir.");
        var moved = open.After(move, Gathering.Secretariat, Gathering.BegunAt);
        Assert.Equal((move.Starts, move.Ends, null), (moved.Starts, moved.Ends, moved.AttendanceUntil));
    }

    [Fact]
    public void Who_attended_is_counted_and_materials_move_nothing()
    {
        var attend = new MeetingCommand.Attend(Given.City.Code, AttendanceWay.List, "Nama Rekaan", null);
        var held = Gathering.Held.After(attend, Gathering.Secretariat, Gathering.During);
        Assert.Equal([Given.City.Code], held.Attendances.Select(one => one.Office));
        var add = new MeetingCommand.AddMaterials(MaterialReaders.Public, [File]);
        var more = held.After(add, Gathering.Secretariat, Gathering.During);
        Assert.Equal((held.Version + 1, held.Stage), (more.Version, more.Stage));
    }

    [Fact]
    public void One_office_may_convene_alone_and_carry_on_what_was_held()
    {
        Assert.Null(Code(Gathering.Convene with { Joint = null }));
        Assert.Null(Code(Gathering.Convene with { Previous = Gathering.Held }));
        Assert.Equal("meeting.wrong-previous", Code(Gathering.Convene with { Previous = Gathering.Invited }));
        Assert.Equal("meeting.wrong-joint", Code(Gathering.Convene with { Joint = Given.City }));
    }

    private static string? Code(MeetingCommand.Convene convene) =>
        Meeting.None.Decide(convene, Gathering.Secretariat, Gathering.BegunAt).Refusal?.Code;
}
