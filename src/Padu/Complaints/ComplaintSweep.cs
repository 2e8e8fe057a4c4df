using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>Tells every case whose clock has run out so, as <i>sistem</i>. Repeating is harmless: the decision refuses what has already lapsed.</summary>
public sealed class ComplaintSweep(ComplaintQueries queries, ComplaintDesk desk) : ISweep
{
    private const int Batch = 200;

    public string Name => "jam-hukum";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        while (await queries.Due(now, Batch, cancel) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                var complaint = await queries.State(new ComplaintId(id), cancel);
                foreach (var passed in complaint.Clocks.Where(c => c is { Status: ClockStatus.Running, LapsedAt: null } && c.Due <= now))
                {
                    await desk.Act(complaint.Id, new Actor.System(), new ComplaintCommand.Lapse(passed.Kind), cancel: cancel);
                }
            }

            if (due.Count < Batch)
            {
                return;
            }
        }
    }
}
