using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using Padu.Agreements;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>What a form says about a new item.</summary>
/// <param name="CarriesOut">The code of the agreement it carries out, and the number of its clause.</param>
public sealed record NewAgendaItem(
    AgendaKind Kind,
    AgendaVisibility Visibility,
    IReadOnlyCollection<OfficeCode> Offices,
    AgendaSlot Slot,
    AgendaRepeat? Repeat,
    AgreementCode? CarriesOut,
    int? Item,
    string Title,
    string? Place,
    string? Description
);

/// <summary>Loads, decides, appends: the only caller of an agenda item's rules outside tests.</summary>
public sealed class AgendaDesk(
    Journal journal,
    AgendaStream stream,
    AgreementQueries agreements,
    OfficeRegister offices,
    Law calendar,
    DataFolder folder,
    IBlobStore blobs,
    IClock clock
)
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private LegalContext Legal => calendar.For(folder.Province.Value);

    public async Task<Acted<Agenda>> Propose(Actor actor, NewAgendaItem wanted, CancellationToken cancel = default)
    {
        var id = new AgendaId(Guid.CreateVersion7());
        AgreementItem? carriesOut = null;
        if (wanted.CarriesOut is { } code)
        {
            // An agreement this desk does not know is left unnamed by the form; a clause must be one of its own.
            if (await agreements.Open(code, cancel) is not { Agreement.IsPublic: true } found)
            {
                return Refused(id, new Refusal("agenda.unknown-agreement", nameof(wanted.CarriesOut)));
            }

            if (wanted.Item is { } item && (found.Text is null || found.Text.Clauses.All(clause => clause.Number != item)))
            {
                return Refused(id, new Refusal("agenda.unknown-clause", nameof(wanted.Item)));
            }

            carriesOut = new AgreementItem(found.Agreement.Id.Value, wanted.Item);
        }

        var known = wanted.Offices.Distinct().Select(offices.Find).ToList();
        if (known.Contains(null))
        {
            return Refused(id, new Refusal("agenda.foreign-office", nameof(wanted.Offices)));
        }

        var propose = new AgendaCommand.Propose(
            id,
            new AgendaCode($"agd-{wanted.Slot.On.Year:0000}-{RandomNumberGenerator.GetString(Letters, 6)}"),
            wanted.Kind,
            wanted.Visibility,
            [.. known.OfType<Office>()],
            wanted.Slot,
            wanted.Repeat,
            carriesOut,
            wanted.Title,
            wanted.Place,
            wanted.Description
        );
        return await Act(id, actor, propose, null, cancel);
    }

    public Task<Acted<Agenda>> Act(
        AgendaId id,
        Actor actor,
        AgendaCommand command,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            id.Value,
            actor,
            now,
            agenda => AgendaRules.Decide(agenda, command, new AgendaContext(actor, now, Legal)),
            new ActOptions { ExpectedVersion = expectedVersion, AlsoStore = [.. References(id, command, now)] },
            cancel
        );
    }

    private static Acted<Agenda> Refused(AgendaId id, Refusal refusal) => new(refusal, id.Value, Agenda.None, 0);

    private IEnumerable<object> References(AgendaId id, AgendaCommand command, Instant at) =>
        command is AgendaCommand.AddFile { File.Evidence: { } file } ? blobs.References([file], $"{stream.Prefix}/{id}", at) : [];
}
