using NodaTime;
using Padu.Agreements;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Coordination.Pages.Desk;

/// <summary>One item on the desk: when and where, what collides with it, what was done, and what may be done next.</summary>
public sealed class ItemModel(
    AgendaQueries queries,
    CurrentActor current,
    IClock clock,
    AgendaCollisions collisions,
    AgreementQueries agreements,
    AgendaWords words
) : AgendaPageModel(queries, current, clock)
{
    public IReadOnlyList<Collision> Collisions { get; private set; } = [];

    /// <summary>The agreement it carries out.</summary>
    public AgreementLine? CarriesOut { get; private set; }

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(AgendaAct act) =>
        act switch
        {
            AgendaAct.Accept => "setujui",
            AgendaAct.Decline => "tolak",
            AgendaAct.Move => "pindah",
            AgendaAct.ChangeDay => "hari",
            AgendaAct.Cancel => "batalkan",
            AgendaAct.Plan => "kegiatan",
            AgendaAct.AddFile => "tambah-berkas",
            AgendaAct.RecordOutcome => "hasil",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string IconOf(AgendaAct act) =>
        act switch
        {
            AgendaAct.Accept => "handshake",
            AgendaAct.Decline => "corner-up-left",
            AgendaAct.Move or AgendaAct.ChangeDay => "calendar",
            AgendaAct.Cancel => "ban",
            AgendaAct.Plan => "file-text",
            AgendaAct.AddFile => "paperclip",
            AgendaAct.RecordOutcome => "circle-check",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task OnGet(CancellationToken cancel)
    {
        Collisions = await collisions.Of(Agenda, cancel);
        CarriesOut = Agenda.CarriesOut is { } item
            ? (await agreements.Among([item.Agreement], words.Language, cancel)).GetValueOrDefault(item.Agreement)
            : null;
    }
}
