using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>
/// Another identity level after filing, by the complainant's own hand: the code is given again, and what others have already seen stands above the form.
/// </summary>
public sealed class LevelModel(
    TrackingSession session,
    ComplaintQueries queries,
    ComplaintDesk desk,
    AccessCodes codes,
    TrackingGuard guard,
    OfficeRegister offices,
    Texts texts
) : TrackingPage(session)
{
    [BindProperty]
    public string? Level { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What cannot be called back.</summary>
    public IReadOnlyList<Disclosure> Seen { get; private set; } = [];

    public string NameOf(OfficeCode office) => offices.NameOf(office, texts.Language.TwoLetterISOLanguageName);

    public async Task OnGet(CancellationToken cancel)
    {
        Level = Case.Level.Code();
        await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Refused(cancel) is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            await Show(cancel);
            return Page();
        }

        return RedirectToPage("/Complaints/Pages/Tracking/Case");
    }

    private async Task<Refusal?> Refused(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<IdentityLevel>(Level, out var level))
        {
            return new Refusal("identity.level-missing", nameof(Level));
        }

        if (guard.WaitFor(Case.Number.Value) is var wait && wait > NodaTime.Duration.Zero)
        {
            return new Refusal("track.wait", nameof(Code), (int)Math.Ceiling(wait.TotalSeconds));
        }

        if (!codes.Matches(Case.Number, Code ?? "", Case.Verifier))
        {
            guard.Failed(Case.Number.Value);
            return new Refusal("track.code-wrong", nameof(Code));
        }

        guard.Succeeded(Case.Number.Value);
        var told = new Identity(Trimmed(Name), Trimmed(Address), Trimmed(Phone), Trimmed(Email));
        var forgets = level == IdentityLevel.Anonymous && Case.Level != IdentityLevel.Anonymous;
        // What is left under anonymity is checked before anything is forgotten.
        if (forgets && !told.IsEmpty && Intake.CheckIdentity(level, told) is { } wrong)
        {
            return wrong;
        }

        var changed = await Act(level, forgets || told.IsEmpty ? null : told, cancel);
        return changed is null && forgets && !told.IsEmpty ? await Act(level, told, cancel) : changed;
    }

    private async Task<Refusal?> Act(IdentityLevel level, Identity? told, CancellationToken cancel)
    {
        var acted = await desk.Act(Case.Id, Complainant, new ComplaintCommand.ChangeLevel(level, told, null), cancel: cancel);
        Case = acted.State;
        return acted.Refusal;
    }

    private async Task Show(CancellationToken cancel) => Seen = Disclosures.Of(await queries.History(Case.Id, cancel));

    private static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(System.Text.NormalizationForm.FormC);
}
