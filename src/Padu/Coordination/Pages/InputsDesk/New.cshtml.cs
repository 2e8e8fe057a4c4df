using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>An input of the own office to another: the Ombudsman's to KPU, KPU's to the Ombudsman, one of the ten to either.</summary>
[Authorize(Policy = Policies.Coordinator)]
public sealed class NewModel(InputDesk desk, InputWords words, CurrentActor current, Texts texts) : PageModel
{
    /// <summary>A code of <see cref="InputTopic"/>.</summary>
    [BindProperty]
    public string? Topic { get; set; }

    /// <summary>The code of the office that shall answer.</summary>
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IEnumerable<Choice> Receivers => words.Receivers(current.Staff!.Office.Code);

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<InputTopic>(Topic, out var topic))
        {
            ModelState.AddModelError(nameof(Topic), texts["desk.choose"]);
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var staff = current.Staff!;
        var author = staff.Office.Institution == Institution.Ombudsman ? InputAuthor.Ombudsman : InputAuthor.KpuOffice;
        var given = await desk.Give(
            staff,
            new NewInput(
                Guid.Empty,
                author,
                topic,
                new OfficeCode(To ?? ""),
                Language.Indonesian,
                Title?.Trim() ?? "",
                Text?.Trim() ?? "",
                Email: null
            ),
            cancel
        );
        if (given.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        return Redirect($"/kerja-sama/masukan/{given.Input.Number}");
    }
}
