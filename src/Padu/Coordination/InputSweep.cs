using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>Tells every input whose day has passed unanswered so, as <i>sistem</i>; then counts again what other holidays counted. Repeating is harmless.</summary>
public sealed class InputSweep(InputQueries queries, InputDesk desk, WorkingCalendar calendar) : ISweep
{
    private const int Batch = 200;

    public string Name => "masukan";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        await Each(() => queries.Due(now, Batch, cancel), new InputCommand.PassDue(), cancel);
        await Each(() => queries.CountedByOthers(calendar.Version, Batch, cancel), new InputCommand.Recount(), cancel);
    }

    /// <summary>Batch after batch, until one is not full or some of it is refused: that is left to the next sweep.</summary>
    private async Task Each(Func<Task<List<Guid>>> read, InputCommand command, CancellationToken cancel)
    {
        var done = Batch;
        while (done == Batch)
        {
            done = 0;
            foreach (var id in await read())
            {
                done += (await desk.Act(new InputId(id), new Actor.System(), command, cancel: cancel)).IsRefused ? 0 : 1;
            }
        }
    }
}
