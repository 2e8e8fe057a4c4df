using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Ties the case to another, or takes a tie away. A number out of scope and one nobody has are the same.</summary>
public sealed class LinkModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintDesk desk = desk;
    private readonly ComplaintQueries queries = queries;

    /// <summary>The number of the other case.</summary>
    [BindProperty]
    public string? Other { get; set; }

    /// <summary>A code of <see cref="LinkKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<CaseLine> Linked { get; private set; } = [];

    protected override Act Does => Act.Link;

    public async Task OnGet(string? lain, CancellationToken cancel)
    {
        Other = lain;
        await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<LinkKind>(Kind, out var kind))
        {
            await Show(cancel);
            return Ask(nameof(Kind));
        }

        return await Done(other => desk.Link(Case.Reader, Case.Complaint.Id, other, kind, Trimmed(Note), cancel, Version), cancel);
    }

    public Task<IActionResult> OnPostUnlink(CancellationToken cancel) =>
        Done(other => desk.Unlink(Case.Reader, Case.Complaint.Id, other, Trimmed(Reason) ?? "", cancel, Version), cancel);

    private async Task<IActionResult> Done(Func<ComplaintId, Task<Refusal?>> act, CancellationToken cancel)
    {
        var other =
            PublicNumbers.Read(Other) is { } number && await queries.Find(Case.Reader, number, cancel) is { } row
                ? new ComplaintId(row.Id)
                : default(ComplaintId?);
        var refusal = other is { } known ? await act(known) : new Refusal("link.no-such-case", nameof(Other));
        if (refusal is null)
        {
            return ToCase(await Load(cancel) ? Case.Complaint.Version : null);
        }

        await Refuse(refusal, Texts, cancel);
        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel) =>
        Linked = await queries.Among(Case.Reader, [.. Case.Complaint.Links.Select(link => link.Other)], cancel);
}
