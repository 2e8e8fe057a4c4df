using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>What came of one number that was to join.</summary>
public sealed record Joining(string Number, Refusal? Refusal);

/// <summary>
/// The group of a leading case: the reader's own part of its members, and more to add, by ticking those that may be the same or by number. Each joins by
/// itself; who could not is named with the reason.
/// </summary>
public sealed class GroupModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : CasePageModel(queries, current)
{
    /// <summary>As many numbers as one request may bring.</summary>
    private const int MostAtOnce = 200;

    private readonly ComplaintQueries queries = queries;

    /// <summary>A code of <see cref="GroupKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The numbers that were ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Numbers typed or pasted, one a line.</summary>
    [BindProperty]
    public string? Numbers { get; set; }

    public CasePage Members { get; private set; } = new([], null);

    public IReadOnlyList<SimilarCase> Candidates { get; private set; } = [];

    public IReadOnlyList<Joining> Joined { get; private set; } = [];

    public bool MayAdd => Case.Offers.Contains(Act.Group);

    public async Task<IActionResult> OnGet(string? setelah, string? lain, CancellationToken cancel)
    {
        if (lain is not null)
        {
            (Chosen, Kind) = ([lain], GroupKind.Merged.Code());
        }

        await Show(setelah, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var typed = (Numbers ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = Chosen.Concat(typed).Distinct().ToList();
        ModelState.AddRefusals(
            texts,
            CodeOf.TryParse<GroupKind>(Kind, out var kind) ? null : new Refusal("group.kind-missing", nameof(Kind)),
            numbers.Count == 0 ? new Refusal("group.nobody-chosen", nameof(Numbers)) : null,
            numbers.Count > MostAtOnce ? new Refusal("group.too-many", nameof(Numbers), MostAtOnce) : null
        );
        if (ModelState.IsValid)
        {
            Joined = await Join(kind, numbers, cancel);
            await Load(cancel);
            if (Joined.All(one => one.Refusal is null))
            {
                return RedirectToPage("/Complaints/Pages/Desk/Group", new { nomor = Number });
            }

            // What could not join stays to be put right; where nothing joined, as it was typed.
            if (Joined.Any(one => one.Refusal is null))
            {
                Numbers = string.Join('\n', Joined.Where(one => one.Refusal is not null).Select(one => one.Number));
                Chosen = [];
                ModelState.Remove(nameof(Numbers));
                ModelState.Remove(nameof(Chosen));
            }
        }

        await Show(null, cancel);
        return Page();
    }

    private async Task<IReadOnlyList<Joining>> Join(GroupKind kind, List<string> numbers, CancellationToken cancel)
    {
        var joined = new List<Joining>();
        foreach (var typed in numbers)
        {
            // Unknown, unreadable and out of scope are the same.
            var row = PublicNumbers.Read(typed) is { } number ? await queries.Find(Case.Reader, number, cancel) : null;
            var refusal = row is null
                ? new Refusal("link.no-such-case")
                : await desk.Join(Case.Reader, Case.Complaint.Id, new ComplaintId(row.Id), kind, Case.Title, cancel);
            joined.Add(new Joining(typed.Length <= 40 ? typed : typed[..40], refusal));
        }

        return joined;
    }

    private async Task Show(string? after, CancellationToken cancel)
    {
        Members = await queries.Members(Case.Reader, Case.Complaint.Id, after, cancel);
        Candidates = MayAdd
            ? [.. (await queries.Similar(Case, cancel)).Where(one => one.Line.Row is { IsOpen: true, Queue: Queue.Triage or Queue.Answer })]
            : [];
    }
}
