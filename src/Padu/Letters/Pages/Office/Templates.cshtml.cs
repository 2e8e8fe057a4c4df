using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Organisations;

namespace Padu.Letters.Pages.Office;

/// <param name="Template">As it holds for the office now.</param>
public sealed record TemplateLine(LetterKind Kind, Language Language, TemplateInForce Template);

/// <summary>The templates of the own office: which are its own and which the standard.</summary>
[Authorize(Policy = Policies.Verifier)]
public sealed class TemplatesModel(LetterTemplates templates, CurrentActor current) : PageModel
{
    public IReadOnlyList<TemplateLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var lines = new List<TemplateLine>();
        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                lines.Add(new TemplateLine(kind, language, await templates.Of(current.Staff!.Office.Code, kind, language, cancel)));
            }
        }

        Lines = lines;
    }
}
