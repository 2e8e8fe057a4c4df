using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Declares the case complete, gives it a class and a title.</summary>
public sealed class VerifyModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>A code of <see cref="ComplaintClass"/>.</summary>
    [BindProperty]
    public string? Class { get; set; }

    /// <summary>Why one that came late is taken all the same.</summary>
    [BindProperty]
    public string? LateReason { get; set; }

    protected override Act Does => Act.Verify;

    public void OnGet() => Title = Case.Title;

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        CodeOf.TryParse<ComplaintClass>(Class, out var kind)
            ? await Send(new ComplaintCommand.Verify(kind, Trimmed(Title) ?? "", Trimmed(LateReason)), cancel)
            : Ask(nameof(Class));
}
