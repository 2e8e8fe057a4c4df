using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>What every page about one input shares on the desk.</summary>
[Authorize(Policy = Policies.Inputs)]
public abstract class InputPageModel(InputQueries queries, CurrentActor current) : DeskPageModel<InputOpened, InputEvent>(current)
{
    public Input Input => Opened.Input;

    public ImmutableArray<InputAct> Offers => InputRules.Offers(Input, Reader);

    protected override async Task<InputOpened?> Find(Actor.Staff reader, CancellationToken cancel) =>
        InputNumbers.Read(RouteData.Values["kode"] as string) is { } number ? await queries.Open(reader, number, cancel) : null;

    protected IActionResult ToInput() => Redirect($"/kerja-sama/masukan/{Input.Number}");
}

/// <summary>What the pages of the acts share: a form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
public abstract class InputActPageModel(InputDesk desk, InputQueries queries, CurrentActor current, Texts texts)
    : InputPageModel(queries, current)
{
    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected InputDesk Desk { get; } = desk;

    protected abstract InputAct Does { get; }

    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToInput();

    protected async Task<IActionResult> Send(InputCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Input.Id, Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel) =>
        refusal is null ? ToInput() : await Refused(refusal, Texts, cancel);

    protected PageResult Ask(string field) => Ask(field, Texts);
}
