using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Oversight;
using Padu.Organisations;

namespace Padu.Oversight.Pages;

/// <summary>The schedules of stages in force, and the way to bring a changed one.</summary>
[Authorize(Policy = Policies.LawReader)]
public sealed class ElectionListModel(Law law, CurrentActor current) : PageModel
{
    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<Election> Elections => law.Elections.All;

    public bool MayImport => Scheduling.MayImport(current.Actor);
}
