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
    public string Name => "jam-hukum";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        // What had run out by the holidays and stages as they were has run out; only then are the others counted by the new ones.
        await Sweeping.Each(() => queries.Due(now, Sweeping.Batch, cancel), id => Lapse(id, now, cancel));
        await Recount(() => queries.CountedByOthers(law.Calendar.Version, Sweeping.Batch, cancel), cancel);
        foreach (var election in law.Elections.All)
        {
            await Recount(() => queries.BoundedByOthers(election.Code, election.Version, Sweeping.Batch, cancel), cancel);
        }
    }

    private async Task<bool> Lapse(Guid id, Instant now, CancellationToken cancel)
    {
        var complaint = await queries.State(new ComplaintId(id), cancel);
        var written = false;
        foreach (var passed in complaint.Clocks.Where(c => c is { Status: ClockStatus.Running, LapsedAt: null } && c.Due <= now))
        {
            written |= await Told(complaint.Id, new ComplaintCommand.Lapse(passed.Kind), cancel);
        }

        return written;
    }

    private Task Recount(Func<Task<List<Guid>>> next, CancellationToken cancel) =>
        Sweeping.Each(next, id => Told(new ComplaintId(id), new ComplaintCommand.Recount(), cancel));

    private async Task<bool> Told(ComplaintId id, ComplaintCommand command, CancellationToken cancel) =>
        !(await desk.Act(id, new Actor.System(), command, cancel: cancel)).IsRefused;
}
