using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>
/// Tells every obligation whose day has passed unmet so, as <i>sistem</i>; then counts again what other holidays counted. Repeating is harmless.
/// </summary>
public sealed class ObligationSweep(ObligationQueries queries, ObligationDesk desk, WorkingCalendar calendar) : ISweep
{
    public string Name => "kewajiban";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        await Sweeping.Each(() => queries.Due(now, Sweeping.Batch, cancel), id => Told(id, new ObligationCommand.PassDue(), cancel));
        await Sweeping.Each(
            () => queries.CountedByOthers(calendar.Version, Sweeping.Batch, cancel),
            id => Told(id, new ObligationCommand.Recount(), cancel)
        );
    }

    private async Task<bool> Told(Guid id, ObligationCommand command, CancellationToken cancel) =>
        !(await desk.Act(new ObligationId(id), new Actor.System(), command, cancel: cancel)).IsRefused;
}
