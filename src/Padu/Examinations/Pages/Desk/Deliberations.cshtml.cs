using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>
/// What the Ombudsman writes for itself before it concludes. Opening it is an act that stands in the Ombudsman's history of the report; the words are shown
/// in that one answer. There is no other exit.
/// </summary>
public sealed class DeliberationsModel(
    ExaminationDesk desk,
    ExaminationQueries queries,
    CurrentActor current,
    PostQueries posts,
    PostNames names,
    Texts texts
) : ReportActPageModel(desk, queries, current, texts)
{
    private readonly ExaminationQueries queries = queries;
    private IReadOnlyDictionary<string, string> authors = new Dictionary<string, string>();

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>In order; null until they were opened.</summary>
    public IReadOnlyList<Recorded<ExaminationEvent>>? Notes { get; private set; }

    protected override ExaminationAct Does => ExaminationAct.Deliberate;

    public string By(Recorded note) => authors.GetValueOrDefault(note.Actor, note.Actor);

    public static string? TextOf(Recorded<ExaminationEvent> note) => (note.Fact as ExaminationEvent.Deliberated)?.Text;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Written(new ExaminationCommand.Deliberate(Trimmed(Text) ?? ""), cancel) is { } version ? ToReport(version) : Page();

    public async Task<IActionResult> OnPostRead(CancellationToken cancel)
    {
        var acted = await Desk.Act(Report.Examination.Id, Report.Reader, new ExaminationCommand.ReadDeliberations(), cancel: cancel);
        if (acted.Refusal is { } refusal)
        {
            await Refuse(refusal, Texts, cancel);
            return Page();
        }

        // The form below is read at the version that the reading has made.
        await Load(cancel);
        Notes = await queries.Deliberations(Report.Examination, cancel);
        authors = (await posts.In([Report.Examination.Office], cancel)).ToDictionary(
            post => $"jabatan/{post.Id}",
            post => names.Post(post.Row)
        );
        return Page();
    }

    /// <summary>Who only reads may open them too.</summary>
    protected override IActionResult? Before() => null;
}
