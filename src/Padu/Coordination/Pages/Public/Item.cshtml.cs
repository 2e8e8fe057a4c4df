using Padu.Agreements;

namespace Padu.Coordination.Pages.Public;

/// <summary>One item for anybody: when, where, who is concerned, and what came of it.</summary>
public sealed class ItemModel(AgendaQueries queries, AgreementQueries agreements, AgendaWords words) : PublicAgendaPageModel(queries)
{
    /// <summary>The agreement it carries out.</summary>
    public AgreementLine? CarriesOut { get; private set; }

    public async Task OnGet(CancellationToken cancel) =>
        CarriesOut = Opened.Agenda.CarriesOut is { } item
            ? (await agreements.Among([item.Agreement], words.Language, cancel)).GetValueOrDefault(item.Agreement)
            : null;
}
