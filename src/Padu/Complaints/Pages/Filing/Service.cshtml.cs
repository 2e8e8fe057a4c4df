using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Triage;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Complaints.Pages.Filing;

/// <summary>Step 2: which office and service, when, where, and what is asked for.</summary>
public sealed class ServiceModel(
    DraftStore drafts,
    Receivers receivers,
    Triager triage,
    StageWords words,
    DataFolder folder,
    Say say,
    Texts texts
) : FilingPage(drafts)
{
    /// <summary>A code of <see cref="FilingPath"/>.</summary>
    [BindProperty]
    public string? Path { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public bool IsAboutOffice { get; set; }

    [BindProperty]
    public string? Service { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public LocalDate? HappenedOn { get; set; }

    [BindProperty]
    public string? RequestedResolution { get; set; }

    /// <summary>The stage of an election it concerns; empty for none.</summary>
    [BindProperty]
    public string? Stage { get; set; }

    /// <summary>The stages of these days; none where no election is near.</summary>
    public IReadOnlyList<Choice> Stages => [.. words.Topical(folder.Province.Value, say.Today)];

    public IReadOnlyList<Office> Offices => receivers.All;

    /// <summary>Told between the first page and this one where the story sounds like another body's matter; null where it does not.</summary>
    public TriageHint? Elsewhere =>
        triage.For(Draft.Story) is [{ Kind.IsHere: false }, ..] proposals ? new TriageHint(proposals, Draft.HappenedOn) : null;

    public void OnGet() =>
        (Path, Office, IsAboutOffice, Service, Place, HappenedOn, RequestedResolution, Stage) = (
            (Draft.Path ?? FilingPath.Kpu).Code(),
            Draft.Office,
            Draft.IsAboutOffice,
            Draft.Service,
            Draft.Place,
            Draft.HappenedOn,
            Draft.RequestedResolution,
            Draft.Stage
        );

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Office = Trimmed(Office);
        Service = Trimmed(Service);
        Place = Trimmed(Place);
        RequestedResolution = Trimmed(RequestedResolution);
        Stage = Trimmed(Stage);
        ModelState.AddRefusals(
            texts,
            Wording.Check(nameof(Service), Service, required: false, oneLine: true),
            Wording.Check(nameof(Place), Place, required: false, oneLine: true),
            Wording.Check(nameof(RequestedResolution), RequestedResolution, required: false, longest: 2_000),
            Office is not null && Offices.All(office => office.Code.Value != Office) ? new Refusal("office.unknown", nameof(Office)) : null,
            Stage is not null && words.Find(Stage) is null ? new Refusal("concern.no-such-stage", nameof(Stage)) : null,
            IsAboutOffice && Office is null ? new Refusal("submit.which-office", nameof(Office)) : null,
            IsAboutOffice && await receivers.Above(receivers.For(Office).Code, cancel) is null
                ? new Refusal("submit.no-office-above", nameof(Office))
                : null
        );
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await SaveAndGo(
            Draft with
            {
                Path = CodeOf.TryParse<FilingPath>(Path, out var chosen) ? chosen : FilingPath.Kpu,
                Office = Office,
                IsAboutOffice = IsAboutOffice,
                Service = Service,
                Place = Place,
                HappenedOn = HappenedOn,
                RequestedResolution = RequestedResolution,
                Stage = Stage,
            },
            "Evidence"
        );
    }
}
