using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Privacy.Pages.Tracking;

/// <summary>The own data: a copy of all of it, what was allowed, what was asked and answered.</summary>
public sealed class MyDataModel(
    TrackingSession session,
    ComplaintQueries cases,
    AccessCodes codes,
    TrackingGuard guard,
    PrivacyQueries requests,
    PrivacyDesk desk,
    ComplaintDesk complaints,
    PersonalCopies copies,
    OfficeRegister offices,
    Texts texts
) : RightsPage(session, cases, codes, guard)
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary><c>halaman</c> to read, <c>json</c> for programs.</summary>
    [BindProperty]
    public string? Shape { get; set; }

    /// <summary>A code of <see cref="ConsentKind"/>.</summary>
    [BindProperty]
    public string? Consent { get; set; }

    /// <summary>The version of the letter the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<(PrivacyRequestRow Row, string? Words, string? Answer, RefusalGround? Ground)> Requests { get; private set; } = [];

    public IReadOnlyList<Disclosure> Seen { get; private set; } = [];

    /// <summary>Consents that make sense here: news by e-mail only where an address was told.</summary>
    public IEnumerable<ConsentKind> Kinds =>
        Enum.GetValues<ConsentKind>().Where(kind => kind != ConsentKind.Email || Letter.HasEmail || Letter.HasSilencedEmail);

    public bool Allows(ConsentKind kind) => Letter.Consents.Contains(kind) || (kind == ConsentKind.Email && Letter.HasEmail);

    public string NameOf(OfficeCode office) => offices.NameOf(office, texts.Language.TwoLetterISOLanguageName);

    public async Task OnGet(CancellationToken cancel)
    {
        await ReadLetter(cancel);
        await Show(cancel);
    }

    public async Task<IActionResult> OnPostCopy(CancellationToken cancel)
    {
        await ReadLetter(cancel);
        if (CheckCode(Code) is { } wrong)
        {
            return await Refuse(wrong, cancel);
        }

        var ask = new PrivacyAsk(RequestKind.Access, RequestChannel.Tracking, [], null, null);
        if ((await desk.Receive(Complainant, Letter, ask, cancel)).Refusal is { } refusal)
        {
            return await Refuse(refusal, cancel);
        }

        var copy = await copies.Of(Letter, cancel);
        Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Shape == "json"
            ? File(PersonalCopies.AsJson(copy), "application/json", $"data-saya-{Letter.Number}.json")
            : File(copies.AsPage(copy), "text/html; charset=utf-8", $"data-saya-{Letter.Number}.html");
    }

    public Task<IActionResult> OnPostGive(CancellationToken cancel) =>
        Change(kind => new ComplaintCommand.GiveConsent(kind, Wordings.Notice), cancel);

    public Task<IActionResult> OnPostWithdraw(CancellationToken cancel) =>
        Change(kind => new ComplaintCommand.WithdrawConsent(kind), cancel);

    public async Task<IActionResult> OnPostLift(CancellationToken cancel)
    {
        await ReadLetter(cancel);
        return await Send(new ComplaintCommand.LiftRestriction(null), cancel);
    }

    private async Task<IActionResult> Change(Func<ConsentKind, ComplaintCommand> command, CancellationToken cancel)
    {
        await ReadLetter(cancel);
        return CodeOf.TryParse<ConsentKind>(Consent, out var kind)
            ? await Send(command(kind), cancel)
            : await Refuse(new Refusal("consent.not-given"), cancel);
    }

    private async Task<IActionResult> Send(ComplaintCommand command, CancellationToken cancel)
    {
        var acted = await complaints.Act(Letter.Id, Complainant, command, Version, cancel);
        Letter = acted.State;
        return acted.Refusal is { } refusal ? await Refuse(refusal, cancel) : Redirect("/lacak/data-saya");
    }

    private async Task<IActionResult> Refuse(Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, texts);
        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel)
    {
        Version = Letter.Version;
        ModelState.Remove(nameof(Version));
        Requests = await requests.ForSubject(Letter.Id, cancel);
        Seen = Disclosures.Of(await Cases.History(Letter.Id, cancel));
    }
}
