using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>Tells every input whose day has passed unanswered so, as <i>sistem</i>; then counts again what other holidays counted. Repeating is harmless.</summary>
public sealed class InputSweep(InputQueries queries, InputDesk desk, WorkingCalendar calendar) : ISweep
{
    public string Name => "masukan";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        await Sweeping.Each(() => queries.Due(now, Sweeping.Batch, cancel), id => Told(id, new InputCommand.PassDue(), cancel));
        await Sweeping.Each(
            () => queries.CountedByOthers(calendar.Version, Sweeping.Batch, cancel),
            id => Told(id, new InputCommand.Recount(), cancel)
        );
    }

    private async Task<bool> Told(Guid id, InputCommand command, CancellationToken cancel) =>
        !(await desk.Act(new InputId(id), new Actor.System(), command, cancel: cancel)).IsRefused;
}
