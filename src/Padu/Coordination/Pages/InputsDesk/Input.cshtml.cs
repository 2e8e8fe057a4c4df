using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>One input on the desk: what was suggested, until when, the answer, what is owed because of it, and what may be done next.</summary>
public sealed class InputModel(InputQueries queries, CurrentActor current, ObligationQueries owed) : InputPageModel(queries, current)
{
    public IReadOnlyList<ObligationLine> Owed { get; private set; } = [];

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(InputAct act) =>
        act switch
        {
            InputAct.Acknowledge => "pelajari",
            InputAct.Answer => "jawab",
            InputAct.TellChange => "perubahan",
            InputAct.Publish => "terbitkan",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string IconOf(InputAct act) =>
        act switch
        {
            InputAct.Acknowledge => "eye",
            InputAct.Answer => "message-square-reply",
            InputAct.TellChange => "circle-check",
            InputAct.Publish => "users",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task OnGet(CancellationToken cancel) => Owed = await owed.From(Input.Id.Value, cancel);
}
