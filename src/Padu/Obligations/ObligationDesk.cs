using NodaTime;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>Loads, decides, appends: the only caller of an obligation's rules outside tests.</summary>
public sealed class ObligationDesk(
    Journal journal,
    ObligationStream stream,
    ObligationQueries queries,
    Law calendar,
    DataFolder folder,
    IBlobStore blobs,
    IClock clock
)
{
    private LegalContext Legal => calendar.For(folder.Province.Value);

    /// <summary>Adds promises to an act of the module that holds their source: all are written with it, or nothing is.</summary>
    public JointAct With(JointAct act, Actor actor, Instant at, IEnumerable<ObligationCommand.Promise> promises)
    {
        var context = new ObligationContext(actor, at, Legal);
        return promises.Aggregate(
            act,
            (all, promise) => all.Over(stream, promise.Id.Value, state => ObligationRules.Decide(state, promise, context))
        );
    }

    /// <summary>One act. A promise comes from the module that holds the source, which has asked its own rule.</summary>
    public Task<Acted<Obligation>> Act(
        ObligationId id,
        Actor actor,
        ObligationCommand command,
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
            obligation => ObligationRules.Decide(obligation, command, new ObligationContext(actor, now, Legal)),
            new ActOptions { ExpectedVersion = expectedVersion, AlsoStore = [.. References(id, command, now)] },
            cancel
        );
    }

    /// <summary>A decision of another body that an office received; its legal moment is the beginning of that day.</summary>
    public Task<Acted<Obligation>> RecordRuling(
        Actor actor,
        RulingBody body,
        ElectionKind election,
        LocalDate decidedOn,
        LocalDate receivedOn,
        Office? owner,
        Office? judge,
        string title,
        CancellationToken cancel = default
    )
    {
        var legal = Legal;
        var received = receivedOn.AtStartOfDayInZone(legal.Zone).ToInstant();
        var command = new ObligationCommand.RecordRuling(
            new ObligationId(Guid.CreateVersion7()),
            body,
            election,
            decidedOn,
            clock.GetCurrentInstant(),
            owner,
            judge,
            title
        );
        return journal.Act(
            stream,
            command.Id.Value,
            actor,
            received,
            obligation => ObligationRules.Decide(obligation, command, new ObligationContext(actor, received, legal)),
            cancel: cancel
        );
    }

    /// <summary>Ends one obligation and begins its successor in one transaction: neither without the other.</summary>
    public async Task<Acted<Obligation, Obligation>> CarryOver(
        ObligationId id,
        Actor actor,
        LocalDate on,
        string reason,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        var successor = new ObligationId(Guid.CreateVersion7());
        var title = (await queries.Titles([id.Value], cancel)).GetValueOrDefault(id.Value);
        var context = new ObligationContext(actor, now, Legal);
        return await journal.Act(
            stream,
            id.Value,
            stream,
            successor.Value,
            actor,
            now,
            (from, to) =>
                (
                    ObligationRules.Decide(from, new ObligationCommand.CarryOver(successor, on, reason), context),
                    ObligationRules.Decide(to, new ObligationCommand.TakeOver(successor, from, on, title), context)
                ),
            new ActOptions { ExpectedVersion = expectedVersion },
            secondExpectedVersion: null,
            cancel
        );
    }

    private IEnumerable<object> References(ObligationId id, ObligationCommand command, Instant at) =>
        command is ObligationCommand.GiveEvidence { Evidence: { IsDefaultOrEmpty: false } files }
            ? blobs.References(files, $"{stream.Prefix}/{id}", at)
            : [];
}
