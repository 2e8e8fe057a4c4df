using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>Tells every case whose clock has run out so, as <i>sistem</i>. Repeating is harmless: the decision refuses what has already lapsed.</summary>
public sealed class ComplaintSweep(ComplaintQueries queries, ComplaintDesk desk, Law law) : ISweep
{
    private const int Batch = 200;

    public string Name => "jam-hukum";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        // What had run out by the holidays and stages as they were has run out; only then are the others counted by the new ones.
        await Lapse(now, cancel);
        await Recount(() => queries.CountedByOthers(law.Calendar.Version, Batch, cancel), cancel);
        foreach (var election in law.Elections.All)
        {
            await Recount(() => queries.BoundedByOthers(election.Code, election.Version, Batch, cancel), cancel);
        }
    }

    private async Task Lapse(Instant now, CancellationToken cancel)
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

    private async Task Recount(Func<Task<List<Guid>>> next, CancellationToken cancel)
    {
        while (await next() is { Count: > 0 } stale)
        {
            var done = 0;
            foreach (var id in stale)
            {
                var acted = await desk.Act(new ComplaintId(id), new Actor.System(), new ComplaintCommand.Recount(), cancel: cancel);
                done += acted.IsRefused ? 0 : 1;
            }

            // The rest is left to the next sweep: a period that ends in this very moment has to lapse first.
            if (done < Batch)
            {
                return;
            }
        }
    }
}
