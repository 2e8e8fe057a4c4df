using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>Tells every examination whose clock has run out so, as <i>sistem</i>. Repeating is harmless.</summary>
public sealed class ExaminationSweep(ExaminationQueries queries, ExaminationDesk desk, WorkingCalendar calendar) : ISweep
{
    public string Name => "jam-ombudsman";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        // What had run out by the holidays as they were has run out; only then are the others counted by the new ones.
        await Sweeping.Each(() => queries.Due(now, Sweeping.Batch, cancel), id => Lapse(id, now, cancel));
        await Sweeping.Each(
            () => queries.CountedByOthers(calendar.Version, Sweeping.Batch, cancel),
            id => Told(new ExaminationId(id), new ExaminationCommand.Recount(), cancel)
        );
    }

    private async Task<bool> Lapse(Guid id, Instant now, CancellationToken cancel)
    {
        var examination = await queries.State(new ExaminationId(id), cancel);
        var written = false;
        foreach (var passed in examination.Clocks.Where(c => c is { Status: ClockStatus.Running, LapsedAt: null } && c.Due <= now))
        {
            written |= await Told(examination.Id, new ExaminationCommand.Lapse(passed.Kind), cancel);
        }

        return written;
    }

    private async Task<bool> Told(ExaminationId id, ExaminationCommand command, CancellationToken cancel) =>
        !(await desk.Act(id, new Actor.System(), command, cancel: cancel)).IsRefused;
}
