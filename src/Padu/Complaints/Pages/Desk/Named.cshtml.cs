using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Records that whoever holds a post is named in the case, so that the case is kept from them; the province also lifts a mistake.</summary>
public sealed class NamedModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    PostQueries posts,
    PostNames names,
    OfficeRegister offices
) : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintDesk desk = desk;

    /// <summary>The id of the post.</summary>
    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? Lift { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The posts of the office where the case lies and of those above it.</summary>
    public ImmutableArray<Choice> Posts { get; private set; } = [];

    public bool MayLift => Case.Reader.Office.Level == OfficeLevel.Province && Case.Complaint.Bars.Any(bar => bar.IsActive);

    protected override Act Does => Act.NamePerson;

    public async Task OnGet(CancellationToken cancel)
    {
        Lift = "tidak";
        await Offer(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Offer(cancel);
        if (!Guid.TryParse(Post, out var id) || Posts.All(post => post.Value != Post))
        {
            return Ask(nameof(Post));
        }

        var holders = await desk.HoldersOf(new PostId(id), cancel);
        ComplaintCommand command =
            Lift == "ya"
                ? new ComplaintCommand.LiftBar(holders, Trimmed(Reason) ?? "")
                : new ComplaintCommand.NamePerson(holders, Trimmed(Reason) ?? "");
        return await Send(command, cancel);
    }

    private async Task Offer(CancellationToken cancel)
    {
        var seat = Case.Complaint.Subject.Seat;
        var around = offices.Tree.Above(seat).Select(office => office.Code).Prepend(seat).ToList();
        var found = await posts.In(around, cancel);
        Posts =
        [
            .. found
                .OrderBy(post => around.IndexOf(post.Row.Office))
                .Select(post => new Choice(post.Row.Id.ToString("D"), $"{names.Office(post.Row.Office)}: {names.Post(post.Row)}")),
        ];
    }
}
