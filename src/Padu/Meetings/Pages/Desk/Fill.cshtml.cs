using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Answers a questionnaire for the own office: kept as a draft, submitted, corrected until the meeting is held.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class FillModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts, EvidenceIntake intake)
    : MeetingActPageModel(desk, queries, current, texts)
{
    /// <summary>
    /// The answer to each question, by its place. Read by hand: a choice nobody made is not sent, and binding would stop at that gap.
    /// </summary>
    public string?[] Answers { get; private set; } = [];

    /// <summary>The version of the own answers that was read.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>False keeps a draft.</summary>
    [BindProperty]
    public bool Submit { get; set; }

    /// <summary>Names the fields of files; what came is read by question.</summary>
    public IFormFile?[] Files => new IFormFile?[Questions.Length];

    public int Theme => ThemeOfRoute;

    public Instrument Instrument => Meeting.InstrumentOf(Theme)!;

    public ImmutableArray<Question> Questions => Opened.Questions(Theme);

    public Sheet? Sheet => Meeting.SheetOf(Reader.Office.Code, Theme);

    protected override MeetingAct Does => MeetingAct.Fill;

    protected override bool IsThere() => Meeting.InstrumentOf(Theme) is not null && Meeting.Invited.Contains(Reader.Office.Code);

    public Evidence? FileOf(Question question) => Kept.FirstOrDefault(one => one.Number == question.Number)?.File;

    public void OnGet()
    {
        Answers = new string?[Questions.Length];
        foreach (var answer in Kept.Where(one => one.Number <= Answers.Length))
        {
            Answers[answer.Number - 1] = answer.Value;
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var questions = Questions;
        var form = Request.HasFormContentType ? await Request.ReadFormAsync(cancel) : FormCollection.Empty;
        Answers = [.. questions.Select(question => (string?)form[$"Answers[{question.Number - 1}]"].FirstOrDefault())];

        var answers = new List<Answer>();
        foreach (var question in questions)
        {
            var typed = Trimmed(Answers[question.Number - 1]);
            answers.Add(
                question.Kind switch
                {
                    QuestionKind.File => new Answer(question.Number, null, await Taken(question, form, cancel)),
                    QuestionKind.Number => new Answer(question.Number, Asking.ReadNumber(typed) ?? typed, null),
                    _ => new Answer(question.Number, typed, null),
                }
            );
        }

        return ModelState.IsValid ? await Send(new MeetingCommand.GiveAnswers(Theme, Seen, Submit, [.. answers]), cancel) : Page();
    }

    private IEnumerable<Answer> Kept => Sheet is { } sheet ? Opened.Answers(sheet.Version) : [];

    /// <summary>The file that came, else the one that was given before.</summary>
    private async Task<Evidence?> Taken(Question question, IFormCollection form, CancellationToken cancel)
    {
        var field = $"Files[{question.Number - 1}]";
        if (form.Files.GetFile(field) is not { Length: > 0 } file)
        {
            return FileOf(question);
        }

        var taken = await intake.Take([file], [], visitor: null, cancel);
        foreach (var refusal in taken.Refusals)
        {
            ModelState.AddRefusal(refusal with { Field = field }, Texts);
        }

        return taken.Evidence.Count == 1 ? taken.Evidence[0] : null;
    }
}
