using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Asks the complainant for what is missing.</summary>
public sealed class RequestCompletionModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    /// <summary>Codes of <see cref="MissingItem"/>.</summary>
    [BindProperty]
    public List<string> Missing { get; set; } = [];

    [BindProperty]
    public string? Message { get; set; }

    public bool IsPowerMissing => Case.Complaint is { Representation: RepresentationKind.Attorney, HasPower: false };

    protected override Act Does => Act.RequestCompletion;

    public void OnGet()
    {
        if (IsPowerMissing)
        {
            Missing = [MissingItem.PowerOfAttorney.Code()];
        }
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(
            new ComplaintCommand.RequestCompletion(
                [.. Enum.GetValues<MissingItem>().Where(item => Missing.Contains(item.Code()))],
                Trimmed(Message) ?? ""
            ),
            cancel
        );
}
