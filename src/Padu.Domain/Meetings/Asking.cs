using System.Collections.Immutable;
using System.Globalization;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>Questionnaires of themes, and what the offices answer before the meeting.</summary>
public static class Asking
{
    public const string Yes = "ya";

    public const string No = "tidak";

    /// <summary>
    /// Whether an actor reads what an office submitted: the conveners always, the office itself, and every other office once it has submitted its own or
    /// the meeting was held. A draft is its office's alone.
    /// </summary>
    public static bool MayRead(Meeting meeting, Actor actor, Sheet sheet) =>
        actor.OfficeOf == sheet.Office
        || (
            sheet.Submitted > 0
            && Access.May(actor, MeetingAct.Read, meeting.Subject)
            && (
                meeting.Subject.Convenes(actor.OfficeOf!.Value)
                || meeting.HeldAt is not null
                || meeting.SheetOf(actor.OfficeOf.Value, sheet.Theme) is { Submitted: > 0 }
            )
        );

    /// <summary>Questions may change until the first office has begun to answer them.</summary>
    internal static Decision<MeetingEvent> SetInstrument(Meeting meeting, MeetingCommand.SetInstrument set, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.SetInstrument, context.Actor) is { } no => no,
            not (MeetingStage.Drafted or MeetingStage.Invited) => new Refusal("meeting.too-late"),
            _ when meeting.Themes.All(theme => theme.Number != set.Theme) => new Refusal("meeting.no-such-theme", nameof(set.Theme)),
            _ when set.Seen != (meeting.InstrumentOf(set.Theme)?.Version ?? 0) => new Refusal("meeting.instrument-changed"),
            _ when meeting.Sheets.Any(one => one.Theme == set.Theme) => new Refusal("meeting.instrument-answered"),
            _ when set.FillBy < context.Today || set.FillBy > context.Legal.DayOf(meeting.Starts) => new Refusal(
                "meeting.fill-by",
                nameof(set.FillBy)
            ),
            _ when Check(set.Questions) is { } wrong => wrong,
            _ => new MeetingEvent.InstrumentSet(
                set.Theme,
                set.FillBy,
                [.. set.Questions.Select((one, index) => new QuestionShape(index + 1, one.Kind, one.Choices.Length))],
                [.. set.Questions.Select((one, index) => new Question(index + 1, one.Code, one.Kind, one.Text, one.Choices))]
            ),
        };

    /// <summary>A draft may lack answers; what is submitted lacks none. Corrected until the meeting is held, later than asked is better than never.</summary>
    internal static Decision<MeetingEvent> GiveAnswers(Meeting meeting, MeetingCommand.GiveAnswers give, MeetingContext context) =>
        (meeting.Stage, meeting.InstrumentOf(give.Theme)) switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Fill, context.Actor) is { } no => no,
            (not MeetingStage.Invited, _) => new Refusal("meeting.too-late"),
            (_, null) => new Refusal("meeting.no-instrument"),
            _ when give.Seen != (meeting.SheetOf(context.Actor.OfficeOf!.Value, give.Theme)?.Version ?? 0) => new Refusal(
                "meeting.answers-changed"
            ),
            (_, { } instrument) when Check(instrument, give) is { } wrong => wrong,
            _ => new MeetingEvent.AnswersGiven(
                context.Actor.OfficeOf!.Value,
                give.Theme,
                give.Submit,
                give.Answers.Count(IsGiven),
                [.. give.Answers.Where(IsGiven).OrderBy(one => one.Number)]
            ),
        };

    /// <summary>A number as it is kept: digits with at most one point; null for what is none. A comma is read as the point it means.</summary>
    public static string? ReadNumber(string? text)
    {
        var plain = (text ?? "").Trim().Replace(',', '.');
        return
            plain.Length is > 0 and <= 24
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? plain
            : null;
    }

    private static bool IsGiven(Answer answer) => answer.File is not null || !string.IsNullOrWhiteSpace(answer.Value);

    private static Refusal? Check(Instrument instrument, MeetingCommand.GiveAnswers give)
    {
        if (give.Answers.GroupBy(one => one.Number).Any(group => group.Count() > 1))
        {
            return new Refusal("meeting.answer-unreadable", Field(give.Answers[0].Number), give.Answers[0].Number);
        }

        foreach (var answer in give.Answers.Where(IsGiven))
        {
            if (instrument.Questions.FirstOrDefault(one => one.Number == answer.Number) is not { } question)
            {
                return new Refusal("meeting.answer-unreadable", Field(answer.Number), answer.Number);
            }

            if (Check(question, answer) is { } wrong)
            {
                return wrong;
            }
        }

        var missing = give.Submit
            ? instrument.Questions.FirstOrDefault(one => !give.Answers.Any(answer => answer.Number == one.Number && IsGiven(answer)))
            : null;
        return missing is null ? null : new Refusal("meeting.answer-missing", Field(missing.Number), missing.Number);
    }

    private static Refusal? Check(QuestionShape question, Answer answer) =>
        question.Kind switch
        {
            QuestionKind.YesNo when answer is { Value: Yes or No, File: null } => null,
            QuestionKind.Number when answer.File is null && ReadNumber(answer.Value) == answer.Value => null,
            QuestionKind.Number => new Refusal("meeting.answer-no-number", Field(answer.Number), answer.Number),
            QuestionKind.Choice
                when answer.File is null
                    && int.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var choice)
                    && choice >= 1
                    && choice <= question.Choices => null,
            QuestionKind.Text when answer.File is null => Wording.Check(Field(answer.Number), answer.Value, required: true, longest: 2_000),
            QuestionKind.File when answer is { Value: null, File: not null } => null,
            _ => new Refusal("meeting.answer-unreadable", Field(answer.Number), answer.Number),
        };

    /// <summary>The form's name of an answer.</summary>
    private static string Field(int number) => $"Answers[{(number - 1).ToString(CultureInfo.InvariantCulture)}]";

    private static Refusal? Check(ImmutableArray<QuestionPlan> questions) =>
        questions.IsEmpty ? new Refusal("meeting.no-question", nameof(MeetingCommand.SetInstrument.Questions))
        : questions.Length > MeetingRules.MostQuestions
            ? new Refusal("meeting.too-many-questions", nameof(MeetingCommand.SetInstrument.Questions), MeetingRules.MostQuestions)
        : questions.Select((one, index) => Check(one, index + 1)).FirstOrDefault(wrong => wrong is not null)
            ?? (
                questions.Select(one => one.Code).Distinct().Count() < questions.Length
                    ? new Refusal("meeting.question-code-twice", nameof(MeetingCommand.SetInstrument.Questions))
                    : null
            );

    private static Refusal? Check(QuestionPlan question, int line) =>
        question.Code is not { Length: > 0 and <= 40 }
        || !question.Code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? new Refusal("meeting.question-code", nameof(MeetingCommand.SetInstrument.Questions), line)
        : question.Kind == QuestionKind.Choice != question.Choices is { Length: >= 2 and <= 12 }
        || (question.Kind != QuestionKind.Choice && !question.Choices.IsEmpty)
            ? new Refusal("meeting.question-choices", nameof(MeetingCommand.SetInstrument.Questions), line)
        : Wording.Check(nameof(MeetingCommand.SetInstrument.Questions), question.Text, required: true, oneLine: true, longest: 500)
            ?? question
                .Choices.Select(choice =>
                    Wording.Check(nameof(MeetingCommand.SetInstrument.Questions), choice, required: true, oneLine: true)
                )
                .FirstOrDefault(wrong => wrong is not null);
}
