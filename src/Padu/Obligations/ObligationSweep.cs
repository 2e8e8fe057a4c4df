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
    private const int Batch = 200;

    public string Name => "kewajiban";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        await Each(() => queries.Due(now, Batch, cancel), new ObligationCommand.PassDue(), cancel);
        await Each(() => queries.CountedByOthers(calendar.Version, Batch, cancel), new ObligationCommand.Recount(), cancel);
    }

    /// <summary>Batch after batch, until one is not full or some of it is refused: that is left to the next sweep.</summary>
    private async Task Each(Func<Task<List<Guid>>> read, ObligationCommand command, CancellationToken cancel)
    {
        var done = Batch;
        while (done == Batch)
        {
            done = 0;
            foreach (var id in await read())
            {
                var acted = await desk.Act(new ObligationId(id), new Actor.System(), command, cancel: cancel);
                done += acted.IsRefused ? 0 : 1;
            }
        }
    }
}
