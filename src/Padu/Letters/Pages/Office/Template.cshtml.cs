using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Office;

/// <summary>One template of the own office: to be edited, looked at with a case nobody has, kept, or given back for the standard.</summary>
[Authorize(Policy = Policies.Verifier)]
public sealed class TemplateModel(
    LetterTemplates templates,
    LetterTemplateDesk desk,
    LetterFacts facts,
    LetterPapers papers,
    CurrentActor current,
    Texts texts,
    IClock clock
) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Which of the buttons: <c>simpan</c>, <c>lihat</c> or <c>standar</c>.</summary>
    [BindProperty]
    public string? Act { get; set; }

    [TempData]
    public string? Done { get; set; }

    public LetterKind Kind { get; private set; }

    public Language Language { get; private set; }

    public TemplateInForce InForce { get; private set; } = null!;

    /// <summary>What was typed, filled with a fictional case; null while it cannot be filled.</summary>
    public LetterPaper? Preview { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerMethod is null
            || !CodeOf.TryParse<LetterKind>(RouteData.Values["surat"] as string, out var kind)
            || !CodeOf.TryParse<Language>(RouteData.Values["bahasa"] as string, out var language)
        )
        {
            context.Result = NotFound();
            return;
        }

        (Kind, Language) = (kind, language);
        InForce = await templates.Of(current.Staff!.Office.Code, kind, language, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
        Text = InForce.Text;
        Preview = Filled(InForce.Text);
    }

    /// <summary>The template in force as PDF, filled with the same fictional case.</summary>
    public IActionResult OnGetPdf() => papers.Pdf(HttpContext, Filled(InForce.Text)!);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var reader = current.Staff!;
        var refusal = Act switch
        {
            "simpan" => (await desk.Change(reader, Kind, Language, Text ?? "", Version, cancel)).Refusal,
            "standar" => (await desk.Restore(reader, Kind, Language, Version, cancel)).Refusal,
            _ => LetterTemplateText.Check(Kind, Text),
        };
        if (refusal is null && Act is "simpan" or "standar")
        {
            Done = Act == "simpan" ? "template.saved" : "template.restored";
            return Redirect($"/atur/surat/{Kind.Code()}/{Language.Code()}");
        }

        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
        }

        Preview = LetterTemplateText.Check(Kind, Text) is null ? Filled(Text!) : null;
        return Page();
    }

    private LetterPaper? Filled(string text)
    {
        var office = current.Staff!.Office.Code;
        var (subject, body) = LetterTemplateText.Fill(text, facts.Fictional(office, Language));
        return papers.Preview(office, Kind, Language, subject, body, clock.GetCurrentInstant());
    }
}
