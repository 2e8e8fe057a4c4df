using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Triage;
using Padu.Web;

namespace Padu.Triage.Pages;

/// <summary>Plain questions, one a page, to the body that decides. It keeps nothing and asks for no name.</summary>
[AllowAnonymous]
[Compressed]
public sealed class WhereModel(Triager triage) : PageModel
{
    /// <summary>The question one is at.</summary>
    [BindProperty(SupportsGet = true, Name = "di")]
    public string? At { get; set; }

    public PathQuestion Question { get; private set; } = null!;

    public bool IsFirst => Question.Code == QuestionPath.First;

    public ImmutableArray<GrievanceKind> Kinds => triage.Kinds;

    public IActionResult OnGet()
    {
        if (triage.Questions.Find(string.IsNullOrEmpty(At) ? QuestionPath.First : At) is not { } question)
        {
            return NotFound();
        }

        Question = question;
        return Page();
    }
}
