using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>What every page about one agreement shares on the desk.</summary>
[Authorize(Policy = Policies.Cooperation)]
public abstract class AgreementPageModel(AgreementQueries queries, CurrentActor current)
    : DeskPageModel<AgreementFile, AgreementEvent>(current)
{
    public Agreement Agreement => Opened.Agreement;

    public ImmutableArray<AgreementAct> Offers => AgreementRules.Offers(Agreement, Reader);

    protected override async Task<AgreementFile?> Find(Actor.Staff reader, CancellationToken cancel) =>
        Slug.Read(RouteData.Values["slug"]) is { } code
        && await queries.Open(code, cancel) is { } found
        && Access.May(reader, AgreementAct.Read, found.Agreement.Subject)
            ? found
            : null;

    protected IActionResult ToAgreement() => Redirect($"/kerja-sama/perjanjian/{Agreement.Code}");
}

/// <summary>What the pages of the acts share: a form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
public abstract class AgreementActPageModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementPageModel(queries, current)
{
    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected AgreementDesk Desk { get; } = desk;

    protected abstract AgreementAct Does { get; }

    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToAgreement();

    protected async Task<IActionResult> Send(AgreementCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Agreement.Id, Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel) =>
        refusal is null ? ToAgreement() : await Refused(refusal, Texts, cancel);

    protected PageResult Ask(string field) => Ask(field, Texts);
}
