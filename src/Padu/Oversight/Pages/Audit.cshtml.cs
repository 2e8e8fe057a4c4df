using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Oversight.Pages;

/// <summary>The register of access of the own institution, by kind, office and day; taken away only with a reason.</summary>
[Authorize(Policy = Policies.Auditor)]
public sealed class AuditModel(
    AccessRegister register,
    OversightDesk desk,
    PostQueries posts,
    PostNames names,
    CurrentActor current,
    Texts texts
) : PageModel
{
    [BindProperty(Name = "jenis", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "kantor", SupportsGet = true)]
    public string? Office { get; set; }

    [BindProperty(Name = "dari", SupportsGet = true)]
    public LocalDate? From { get; set; }

    [BindProperty(Name = "sampai", SupportsGet = true)]
    public LocalDate? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    private IReadOnlyDictionary<Guid, PostView> held = new Dictionary<Guid, PostView>();

    public IReadOnlyList<AccessLine> Lines { get; private set; } = [];

    public long? Next { get; private set; }

    public IEnumerable<Choice> Kinds =>
        Enum.GetValues<AccessKind>().Select(kind => new Choice(kind.Code(), texts[$"audit.kind.{kind.Code()}"]));

    public IEnumerable<Choice> Offices =>
        register.OfficesOf(current.Staff!).Select(office => new Choice(office.Value, names.Office(office)));

    public string Who(AccessLine line) =>
        line.Who is { } post && held.TryGetValue(post.Value, out var view) ? names.Post(view.Row) : texts["audit.system"];

    /// <summary>This list under the same filter, further down.</summary>
    public string PageAfter(long? position) =>
        Url.Page(
            null,
            new
            {
                jenis = Kind,
                kantor = Office,
                dari = From is { } from ? LocalDatePattern.Iso.Format(from) : null,
                sampai = Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
                setelah = position,
            }
        )!;

    public Task OnGet(long? setelah, CancellationToken cancel) => Show(setelah, cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (lines, refusal) = ModelState.IsValid ? await desk.Export(current.Staff!, Filter, Reason?.Trim() ?? "", cancel) : ([], null);
        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
        }

        if (!ModelState.IsValid)
        {
            await Show(null, cancel);
            return Page();
        }

        held = await posts.Find([.. lines.Select(line => line.Who?.Value).OfType<Guid>().Distinct()], cancel);
        string[] head = ["audit.position", "audit.when", "audit.what", "audit.who", "audit.office", "audit.number", "audit.reason"];
        return File(
            OversightDesk.Csv([
                [.. head.Select(key => texts[key])],
                .. lines.Select(Row),
            ]),
            "text/csv; charset=utf-8",
            "buku-akses.csv"
        );
    }

    private AccessFilter Filter =>
        new(
            CodeOf.TryParse<AccessKind>(Kind, out var kind) ? kind : null,
            string.IsNullOrEmpty(Office) ? null : new OfficeCode(Office),
            From,
            Until
        );

    private string[] Row(AccessLine line) =>
        [
            line.Position.ToString(System.Globalization.CultureInfo.InvariantCulture),
            InstantPattern.ExtendedIso.Format(line.At),
            texts[$"audit.type.{line.Type}"],
            Who(line),
            line.Office?.Value ?? "",
            line.Number?.Value ?? "",
            line.Reason ?? "",
        ];

    private async Task Show(long? after, CancellationToken cancel)
    {
        (Lines, Next) = await register.List(current.Staff!, Filter, after, AccessRegister.PageSize, cancel);
        held = await posts.Find([.. Lines.Select(line => line.Who?.Value).OfType<Guid>().Distinct()], cancel);
    }
}
