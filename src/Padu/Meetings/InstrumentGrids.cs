using System.Globalization;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>The compiled questionnaire of a theme.</summary>
/// <param name="Missing">The invited offices that have not submitted.</param>
/// <param name="Hidden">How many offices submitted what this reader sees only after submitting itself.</param>
public sealed record InstrumentMatrix(int Theme, string? Title, Grid Grid, IReadOnlyList<OfficeCode> Missing, int Hidden);

/// <summary>Compiles questions × offices, each answer beside the last meeting's to the question of the same code.</summary>
public sealed class InstrumentGrids(MeetingQueries queries, MeetingWords words, Texts texts)
{
    public async Task<IReadOnlyList<InstrumentMatrix>> Of(MeetingFile file, Actor.Staff reader, CancellationToken cancel)
    {
        var before = file.Meeting.Previous is { } previous ? await queries.Open(previous, cancel) : null;
        return [.. file.Meeting.Instruments.Select(instrument => Of(file, before, instrument, reader))];
    }

    private InstrumentMatrix Of(MeetingFile file, MeetingFile? before, Instrument instrument, Actor.Staff reader)
    {
        var meeting = file.Meeting;
        var theme = instrument.Theme;
        var sheets = meeting.Invited.ToDictionary(office => office, office => meeting.SheetOf(office, theme));
        bool Submitted(OfficeCode office) => sheets[office] is { Submitted: > 0 };
        bool Reads(OfficeCode office) => Submitted(office) && Asking.MayRead(meeting, reader, sheets[office]!);
        var answers = meeting.Invited.Where(Reads).ToDictionary(office => office, office => file.Answers(sheets[office]!.Submitted));
        var last = before is null ? [] : LastAnswers(before);
        var lines = file.Questions(theme)
            .Select(question => new GridLine(
                $"{question.Number}. {question.Text}",
                question.Code,
                [
                    .. meeting.Invited.Select(office =>
                        Cell(
                            question,
                            answers.TryGetValue(office, out var given) ? [.. given] : null,
                            Submitted(office),
                            last.GetValueOrDefault((office, question.Code)),
                            $"/meja/rakor/{meeting.Code}/lampiran/{sheets[office]?.Submitted ?? 0}/{question.Number}"
                        )
                    ),
                ]
            ));
        return new InstrumentMatrix(
            theme,
            file.ThemeTitle(theme),
            new Grid(
                texts["meeting.sheet.theme", theme],
                texts["meeting.grid.instrument", theme],
                texts["meeting.grid.question"],
                [.. meeting.Invited.Select(words.ShortOffice)],
                [.. lines]
            ),
            [.. meeting.Invited.Where(office => !Submitted(office))],
            meeting.Invited.Count(office => Submitted(office) && !Reads(office))
        );
    }

    /// <summary>What each office submitted to the last meeting, in words, by the code of the question.</summary>
    private Dictionary<(OfficeCode Office, string Code), string> LastAnswers(MeetingFile before)
    {
        var found = new Dictionary<(OfficeCode, string), string>();
        foreach (var sheet in before.Meeting.Sheets.Where(sheet => sheet.Submitted > 0))
        {
            var questions = before.Questions(sheet.Theme).ToDictionary(question => question.Number);
            foreach (var answer in before.Answers(sheet.Submitted))
            {
                if (questions.TryGetValue(answer.Number, out var question))
                {
                    found[(sheet.Office, question.Code)] = words.Answer(question, answer);
                }
            }
        }

        return found;
    }

    private GridCell Cell(Question question, IReadOnlyList<Answer>? given, bool submitted, string? last, string file)
    {
        var note = last is null ? null : texts["meeting.grid.last", last];
        if (!submitted)
        {
            return new GridCell(texts["meeting.grid.missing"], "late", "triangle-alert", Note: note, State: texts["meeting.grid.missing"]);
        }

        if (given is null)
        {
            return new GridCell(texts["meeting.grid.hidden"], "wait", "eye-off", Note: note, State: texts["meeting.grid.hidden"]);
        }

        var answer = given.FirstOrDefault(one => one.Number == question.Number);
        return answer is null
            ? new GridCell("–", Note: note)
            : new GridCell(
                words.Answer(question, answer),
                Icon: answer.File is null ? null : "paperclip",
                Path: answer.File is null ? null : file,
                Note: note
            );
    }

    /// <summary>The words of a question as its form has them: <c>kode | jenis | pertanyaan | pilihan / pilihan</c>.</summary>
    public static string Write(IEnumerable<Question> questions) =>
        string.Join(
            "\n",
            questions.Select(one =>
                one.Choices.IsEmpty
                    ? $"{one.Code} | {Padu.Domain.CodeOf.Code(one.Kind)} | {one.Text}"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Code} | {Padu.Domain.CodeOf.Code(one.Kind)} | {one.Text} | {string.Join(" / ", one.Choices)}"
                    )
            )
        );
}
