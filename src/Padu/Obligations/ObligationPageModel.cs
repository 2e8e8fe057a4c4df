using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations;

/// <summary>What every page about one obligation shares.</summary>
[Authorize(Policy = Policies.Obligations)]
public abstract class ObligationPageModel(ObligationQueries queries, CurrentActor current)
    : DeskPageModel<ObligationFile, ObligationEvent>(current)
{
    public Obligation Obligation => Opened.Obligation;

    public ImmutableArray<ObligationAct> Offers => ObligationRules.Offers(Obligation, Reader);

    protected override async Task<ObligationFile?> Find(Actor.Staff reader, CancellationToken cancel) =>
        Guid.TryParse(RouteData.Values["id"] as string, out var id) ? await queries.Open(reader, new ObligationId(id), cancel) : null;

    protected IActionResult ToObligation() => Redirect($"/kerja-sama/kewajiban/{Obligation.Id}");
}

/// <summary>What the pages of the acts share: a form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
public abstract class ObligationActPageModel(ObligationDesk desk, ObligationQueries queries, CurrentActor current, Texts texts)
    : ObligationPageModel(queries, current)
{
    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected ObligationDesk Desk { get; } = desk;

    protected abstract ObligationAct Does { get; }

    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToObligation();

    protected async Task<IActionResult> Send(ObligationCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Obligation.Id, Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel) =>
        refusal is null ? ToObligation() : await Refused(refusal, Texts, cancel);

    protected PageResult Ask(string field) => Ask(field, Texts);
}
