using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Letters.Pages.Desk;

/// <summary>The book of letters of an office for a month, in the order of its numbers; it prints.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class BookModel(LetterQueries queries, OfficeRegister offices, CurrentActor current, Texts texts, IClock clock) : PageModel
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.Iso;

    public LetterPage Shown { get; private set; } = new([], null);

    public OfficeCode Office { get; private set; }

    /// <summary>The offices whose book this reader may open.</summary>
    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public string Month { get; private set; } = "";

    public string MonthName { get; private set; } = "";

    public bool IsFurther { get; private set; }

    public string Here => $"/meja/surat/buku?kantor={Uri.EscapeDataString(Office.Value)}&bulan={Month}";

    /// <param name="bulan">A month as ISO writes it; this month when it cannot be read.</param>
    public async Task OnGet(string? kantor, string? bulan, string? setelah, CancellationToken cancel)
    {
        var reader = current.Staff!;
        var open = offices.Tree.All.Where(office => Access.ReadsBookOf(reader, office)).ToList();
        Offices = [.. open.Select(office => new Choice(office.Code.Value, offices.NameOf(office.Code, Languages.Current)))];
        var chosen = open.Find(office => office.Code.Value == kantor) ?? reader.Office;
        Office = chosen.Code;
        var today = offices.DayIn(chosen, clock.GetCurrentInstant());
        var month = Pattern.Parse(bulan ?? "") is { Success: true, Value: { Year: > 2000 and < 2200 } read } ? read : today.ToYearMonth();
        Month = Pattern.Format(month);
        MonthName = texts["surat.book.of", texts[$"surat.month.{month.Month}"], month.Year.ToString(texts.Language)];
        IsFurther = setelah is not null;
        Shown = await queries.Register(reader, Office, month, setelah, cancel);
    }
}
