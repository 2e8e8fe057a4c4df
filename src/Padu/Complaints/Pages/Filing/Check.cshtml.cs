using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Triage;
using Padu.Web;

namespace Padu.Complaints.Pages.Filing;

/// <summary>Step 5: everything once more, then send. Sending twice gives the same receipt.</summary>
public sealed class CheckModel(
    DraftStore drafts,
    ComplaintDesk desk,
    IOmbudsmanSide ombudsman,
    Receivers receivers,
    Triager triage,
    StageWords words,
    Texts texts
) : FilingPage(drafts)
{
    public Office Office => receivers.For(Draft.Office);

    public FilingPath Path => Draft.Path ?? FilingPath.Kpu;

    /// <summary>Whoever receives it first: the Ombudsman where the election commission is not to see it.</summary>
    public OfficeCode Receiver => Path == FilingPath.OmbudsmanOnly ? ombudsman.Office : Office.Code;

    /// <summary>The stage it concerns by its names; null for none.</summary>
    public string? Stage => words.Find(Draft.Stage) is { } stage ? words.Name(stage) : null;

    /// <summary>Whose matter the story sounds like.</summary>
    public TriageHint Hint => new(triage.For(Draft.Story), Draft.HappenedOn);

    public IActionResult OnGet() => Missing() ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Missing() is { } elsewhere)
        {
            return elsewhere;
        }

        var filing = new FilingRequest(
            Draft.Id,
            Office.Code,
            IntakeChannel.Web,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Indonesian,
            Draft.Level!.Value,
            Draft.Identity,
            Draft.Story!,
            Draft.Place,
            Draft.Service,
            Draft.RequestedResolution,
            Office.Region,
            Draft.HappenedOn,
            Draft.Evidence
        )
        {
            Path = Path,
            Concern = words.Find(Draft.Stage),
            IsAboutOffice = Draft.IsAboutOffice,
            WishesApart = Draft.WishesApart,
            Representation = Draft.Representation,
            Notice = Wordings.Notice,
        };
        object Mark(FiledMark mark) => Drafts.RowAfterFiling(HttpContext, Draft, mark);
        var filed = Path == FilingPath.Kpu ? await desk.File(filing, Mark, cancel) : await ombudsman.File(filing, Mark, cancel);
        if (filed.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        return RedirectToPage("/Complaints/Pages/Filing/Receipt");
    }

    /// <summary>The first page whose answer is missing, or null when all is there.</summary>
    private IActionResult? Missing() =>
        Draft switch
        {
            { Story: null } => RedirectToPage("/Complaints/Pages/Filing/Story"),
            { Level: null } => RedirectToPage("/Complaints/Pages/Filing/Identity"),
            _ => null,
        };
}
