using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Agreements;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Proposes an item to the other institution.</summary>
[Authorize(Policy = Policies.Coordinator)]
public sealed class NewModel(
    AgendaDesk desk,
    AgreementQueries agreements,
    AgendaWords words,
    OfficeRegister offices,
    CurrentActor current,
    Texts texts
) : PageModel, ISlotForm
{
    /// <summary>A code of <see cref="AgendaKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    /// <summary>A code of <see cref="AgendaFrequency"/>; empty for once.</summary>
    [BindProperty]
    public string? Frequency { get; set; }

    [BindProperty]
    public LocalDate? Until { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>Codes of the offices concerned.</summary>
    [BindProperty]
    public string[] Offices { get; set; } = [];

    /// <summary>A code of <see cref="AgendaVisibility"/>.</summary>
    [BindProperty]
    public string? Visibility { get; set; }

    /// <summary>The address word of the agreement it carries out.</summary>
    [BindProperty]
    public string? CarriesOut { get; set; }

    /// <summary>The number of its clause.</summary>
    [BindProperty]
    public string? Item { get; set; }

    public IReadOnlyList<Choice> Agreements { get; private set; } = [];

    public IEnumerable<Choice> Kinds => Enum.GetValues<AgendaKind>().Select(kind => new Choice(kind.Code(), words.Kind(kind)));

    public IEnumerable<Choice> AllOffices =>
        offices
            .Tree.All.Where(office =>
                office.Institution is Institution.Kpu or Institution.Ombudsman
                && office.Level is OfficeLevel.Province or OfficeLevel.Regency
                && office.Code != current.Staff!.Office.Code
            )
            .Select(office => new Choice(office.Code.Value, words.Office(office.Code)));

    public Task OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (ModelState.IsValid && Wanted() is { } wanted)
        {
            var acted = await desk.Propose(current.Staff!, wanted, cancel);
            if (acted.Refusal is not { } refusal)
            {
                return Redirect($"/kerja-sama/agenda/{acted.State.Code}");
            }

            ModelState.AddRefusal(refusal, texts);
        }

        await Show(cancel);
        return Page();
    }

    private NewAgendaItem? Wanted()
    {
        if (!CodeOf.TryParse<AgendaKind>(Kind, out var kind))
        {
            return Ask(nameof(Kind));
        }

        if (!CodeOf.TryParse<AgendaVisibility>(Visibility, out var visibility))
        {
            return Ask(nameof(Visibility));
        }

        var (slot, missing) = this.Read();
        if (slot is null)
        {
            return Ask(missing!);
        }

        var (repeat, lacks) = SlotForms.ReadRepeat(Frequency, Until);
        if (lacks is not null)
        {
            return Ask(lacks);
        }

        int? item = null;
        if (!string.IsNullOrWhiteSpace(Item))
        {
            if (!int.TryParse(Item.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Ask(nameof(Item));
            }

            item = number;
        }

        return new NewAgendaItem(
            kind,
            visibility,
            [.. Offices.Select(code => new OfficeCode(code))],
            slot,
            repeat,
            string.IsNullOrWhiteSpace(CarriesOut) ? null : new AgreementCode(CarriesOut),
            item,
            Title?.Trim() ?? "",
            Trimmed(Place),
            Trimmed(Description)
        );
    }

    private async Task Show(CancellationToken cancel) =>
        Agreements = [
            .. (await agreements.Public(AgreementShelf.Open, words.Language, after: null, cancel)).Lines.Select(line => new Choice(
                line.Row.Code.Value,
                line.Title ?? line.Row.Code.Value
            )),
        ];

    private NewAgendaItem? Ask(string field)
    {
        ModelState.AddModelError(field, texts["desk.choose"]);
        return null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
