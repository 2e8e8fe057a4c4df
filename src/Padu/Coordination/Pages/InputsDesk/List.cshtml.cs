using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web.Controls;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>Inputs within the reader's scope, by state, office and institution; or those the own office gave.</summary>
[Authorize(Policy = Policies.Inputs)]
public sealed class ListModel(InputQueries queries, InputWords words, OfficeRegister offices, CurrentActor current) : PageModel
{
    public InputPage Shown { get; private set; } = new([], null);

    public InputFilter Filter { get; private set; } = new(null, null, null, null);

    public bool IsFurther { get; private set; }

    public bool MayFilter => Access.ScopeOfInputs(current.Actor).All;

    public bool MayGive => Access.MayGiveInput(current.Actor);

    public IEnumerable<Choice> Offices => words.Receivers();

    public async Task OnGet(string? keadaan, string? kantor, string? lembaga, string? kiriman, string? setelah, CancellationToken cancel)
    {
        var own = current.Staff!.Office.Code;
        OfficeCode? to =
            kantor is { Length: > 0 and < 40 } && offices.Find(new OfficeCode(kantor)) is not null ? new OfficeCode(kantor) : null;
        Filter = new InputFilter(
            CodeOf.TryParse<InputColumn>(keadaan, out var column) ? column : null,
            to,
            to is null && CodeOf.TryParse<Institution>(lembaga, out var institution) && institution != Institution.Other
                ? institution
                : null,
            kiriman == "1" ? own : null
        );
        IsFurther = setelah is not null;
        Shown = await queries.List(Access.ScopeOfInputs(current.Actor), Filter, setelah, cancel);
    }

    /// <summary>The query of an address that shows this list, with another column.</summary>
    public string Query(InputColumn? column, bool given, string? after = null)
    {
        var parts = new List<string>();
        Add("keadaan", column?.Code());
        Add("kiriman", given ? "1" : null);
        Add("kantor", given ? null : Filter.To?.Value);
        Add("lembaga", given ? null : Filter.Institution?.Code());
        Add("setelah", after);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
