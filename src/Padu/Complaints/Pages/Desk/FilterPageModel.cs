using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Complaints.Pages.Desk;

/// <summary>The conditions of a worklist as the address carries them, and what each can be chosen from.</summary>
public abstract class FilterPageModel(
    CurrentActor current,
    Receivers receivers,
    Units units,
    Regions regions,
    PostQueries posts,
    PostNames names,
    DataFolder folder,
    Texts texts
) : PageModel
{
    [BindProperty(Name = "kelas", SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(Name = "kantor", SupportsGet = true)]
    public string? Seat { get; set; }

    [BindProperty(Name = "unit", SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(Name = "petugas", SupportsGet = true)]
    public string? Officer { get; set; }

    [BindProperty(Name = "wilayah", SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(Name = "kanal", SupportsGet = true)]
    public string? Channel { get; set; }

    [BindProperty(Name = "tenggat", SupportsGet = true)]
    public string? DueWithin { get; set; }

    [BindProperty(Name = "tingkat", SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(Name = "dari", SupportsGet = true)]
    public LocalDate? From { get; set; }

    [BindProperty(Name = "sampai", SupportsGet = true)]
    public LocalDate? Until { get; set; }

    [BindProperty(Name = "bagian", SupportsGet = true)]
    public string? Piece { get; set; }

    /// <summary>What the address asks for, as far as it means something.</summary>
    public CaseFilter Filter { get; private set; } = CaseFilter.None;

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    protected Texts Texts { get; } = texts;

    protected Actor.Staff Staff => current.Staff!;

    private Access.CaseScope Scope => Access.Scope(Staff);

    /// <summary>Only where the reader has several.</summary>
    public IReadOnlyList<Choice> Offices =>
        Scope.All ? [.. receivers.All.Select(office => new Choice(office.Code.Value, names.Office(office.Code)))] : [];

    /// <summary>None for who has one unit.</summary>
    public IReadOnlyList<Choice> UnitChoices =>
        Scope.Unit is null ? [.. units.Of(Staff.Office).Select(unit => new Choice(unit.Value, names.Unit(unit)))] : [];

    public IReadOnlyList<Choice> Regions =>
        [.. regions.ChildrenOf(folder.Province).Select(region => new Choice(region.Code.Value, region.Name))];

    public IReadOnlyList<Choice> Classes => Coded<ComplaintClass>("class");

    public IReadOnlyList<Choice> Channels => Coded<IntakeChannel>("channel");

    public IReadOnlyList<Choice> Levels => Coded<IdentityLevel>("desk.level");

    public IReadOnlyList<Choice> Dues =>
        [
            .. CaseFilter.Days.Select(days => new Choice(
                days.ToString(System.Globalization.CultureInfo.InvariantCulture),
                days == 0 ? Texts["filter.due.today"] : Texts["filter.due.days", days]
            )),
        ];

    /// <summary>The conditions in words, for the line above the list.</summary>
    public IEnumerable<string> Conditions =>
        new (string Label, IEnumerable<Choice> Choices, string? Value)[]
        {
            ("filter.class", Classes, Class),
            ("filter.unit", UnitChoices, Unit),
            ("filter.officer", Officers, Officer),
            ("filter.region", Regions, Region),
            ("filter.channel", Channels, Channel),
            ("filter.due", Dues, DueWithin),
            ("filter.level", Levels, Level),
        }
            .Where(one => Filter.Pairs.Any(pair => pair.Value == one.Value))
            .Select(one => $"{Texts[one.Label]}: {one.Choices.FirstOrDefault(choice => choice.Value == one.Value)?.Text ?? one.Value}")
            .Concat(Filter.From is { } from ? [Texts["filter.received-from", from]] : [])
            .Concat(Filter.Until is { } until ? [Texts["filter.received-until", until]] : [])
            .Concat(Filter.Number is { } piece ? [Texts["filter.number-holds", piece]] : []);

    /// <summary>Reads the conditions; what cannot be read stands in the form with a sentence beside it.</summary>
    protected async Task ReadFilter(CancellationToken cancel)
    {
        var read = CaseFilter.Read(key => Request.Query[key].ToString());
        if (!string.IsNullOrWhiteSpace(Piece) && read.Number is null)
        {
            ModelState.AddModelError(nameof(Piece), Texts["filter.number-unreadable"]);
        }

        if (read is { From: { } from, Until: { } until } && until < from)
        {
            ModelState.AddModelError(nameof(Until), Texts["filter.until-before-from"]);
            read = read with { Until = null };
        }

        Filter = read with { Office = Scope.All ? read.Office : null, Unit = Scope.Unit is null ? read.Unit : null };
        var seats = Scope.All ? (Filter.Office is { } one ? [one] : []) : new[] { Staff.Office.Code };
        Officers =
        [
            .. (await posts.In(seats, cancel))
                .Where(post => post.Row.Role == Role.UnitOfficer && (Scope.Unit is null || post.Row.Unit == Scope.Unit))
                .Select(post => new Choice(post.Row.Id.ToString("D"), names.Post(post.Row))),
        ];
    }

    private IReadOnlyList<Choice> Coded<T>(string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.Code(), Texts[$"{prefix}.{value.Code()}"]))];
}
