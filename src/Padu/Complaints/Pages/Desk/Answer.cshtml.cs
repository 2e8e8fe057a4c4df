using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// Writes the answer: kept as a draft of this writer's own, sent, or proposed to the head where the office wants that. Files that were taken stay taken
/// while the form comes back.
/// </summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class AnswerModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    EvidenceIntake intake,
    EvidenceCarrier carrier,
    AnswerDesk writing,
    Say say
) : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files of an earlier try, sealed for this case.</summary>
    [BindProperty]
    public string? Carried { get; set; }

    /// <summary>The id of a ready reply to insert.</summary>
    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>Which button: <c>sisip</c>, <c>simpan</c>, <c>otomatis</c> (the page itself, while somebody writes), or none to send.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary><c>ya</c> or <c>tidak</c>: whether compensation is paid; asked only where the complainant asks for it.</summary>
    [BindProperty]
    public string? Compensation { get; set; }

    /// <summary>In whole rupiah, as people write it: dots are for reading.</summary>
    [BindProperty]
    public string? CompensationAmount { get; set; }

    [BindProperty]
    public LocalDate? CompensationPayBy { get; set; }

    public ImmutableArray<Evidence> Kept { get; private set; } = [];

    public Instant? SavedAt { get; private set; }

    /// <summary>What the head said of the last proposal, while it is the last word on it.</summary>
    public string? Comment => AnswerDesk.CommentOn(Case);

    /// <summary>Colleagues who write an answer to the same case.</summary>
    public IReadOnlyList<AnswerDraft> Others { get; private set; } = [];

    public IReadOnlyList<CannedReplyRow> Replies { get; private set; } = [];

    private IReadOnlyDictionary<PostId, string> writers = ImmutableDictionary<PostId, string>.Empty;

    protected override Act Does => Case.NeedsApproval ? Act.Propose : Act.Answer;

    public string WriterOf(AnswerDraft draft) => writers[draft.Post];

    public async Task OnGet(CancellationToken cancel)
    {
        var begun = await writing.Begin(Case, cancel);
        (Text, Kept, SavedAt) = (begun.Text, begun.Evidence, begun.SavedAt);
        if (Case.Complaint.Compensation is { } decided)
        {
            Compensation = decided.Granted ? "ya" : "tidak";
            (CompensationAmount, CompensationPayBy) = (decided.Amount?.ToString("N0", Texts.Language), decided.PayBy);
        }

        await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Take(cancel);
        switch (Do)
        {
            case "sisip":
                Text = await writing.Insert(Case, Text, Reply, cancel);
                ModelState.Remove(nameof(Text));
                break;
            case "simpan" or "otomatis" when !ModelState.IsValid:
                break;
            case "simpan" or "otomatis":
                SavedAt = (await writing.Save(Case, Text ?? "", Kept, cancel)).SavedAt;
                if (Do == "otomatis")
                {
                    return Content(Texts["draft.saved", say.Time(SavedAt.Value)]);
                }

                break;
            default:
                if (ModelState.IsValid && await Written(Command, cancel) is { } version)
                {
                    return await Onward(version, cancel);
                }

                break;
        }

        await Show(cancel);
        return Page();
    }

    private ComplaintCommand Command =>
        Case.NeedsApproval
            ? new ComplaintCommand.Propose(Trimmed(Text) ?? "", Kept) { Compensation = Decided }
            : new ComplaintCommand.Answer(Trimmed(Text) ?? "", Kept) { Compensation = Decided };

    private Compensation? Decided =>
        Compensation switch
        {
            "ya" => new Compensation(true, Rupiah(CompensationAmount), CompensationPayBy),
            "tidak" => new Compensation(false, null, null),
            _ => null,
        };

    /// <summary>Null where it is no whole number of rupiah.</summary>
    private static long? Rupiah(string? written) =>
        long.TryParse(
            (written ?? "")
                .Replace("Rp", "", StringComparison.OrdinalIgnoreCase)
                .Replace(".", "", StringComparison.Ordinal)
                .Replace(",", "", StringComparison.Ordinal),
            System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite,
            System.Globalization.CultureInfo.InvariantCulture,
            out var amount
        )
            ? amount
            : null;

    private async Task Take(CancellationToken cancel)
    {
        Kept = carrier.Read(Case.Complaint.Id.Value, Carried);
        var taken = await intake.Take(Files, Kept, visitor: null, cancel);
        ModelState.AddRefusals(Texts, [.. taken.Refusals]);
        ModelState.AddRefusals(
            Texts,
            Text?.Length > Wording.LongestText ? new Refusal("text.too-long", nameof(Text), Wording.LongestText, Text.Length) : null
        );
        Kept = Kept.AddRange(taken.Evidence);
    }

    private async Task Show(CancellationToken cancel)
    {
        Carried = Kept.IsEmpty ? null : carrier.Seal(Case.Complaint.Id.Value, Kept);
        Others = await writing.Others(Case, cancel);
        writers = await writing.NamesOf(Others, cancel);
        Replies = await writing.Replies(Case, cancel);
    }
}
