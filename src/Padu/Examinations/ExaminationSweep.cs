using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>Tells every examination whose clock has run out so, as <i>sistem</i>. Repeating is harmless.</summary>
public sealed class ExaminationSweep(ExaminationQueries queries, ExaminationDesk desk) : ISweep
{
    private const int Batch = 200;

    public string Name => "jam-ombudsman";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        while (await queries.Due(now, Batch, cancel) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                var examination = await queries.State(new ExaminationId(id), cancel);
                foreach (var passed in examination.Clocks.Where(c => c is { Status: ClockStatus.Running, LapsedAt: null } && c.Due <= now))
                {
                    await desk.Act(examination.Id, new Actor.System(), new ExaminationCommand.Lapse(passed.Kind), cancel: cancel);
                }
            }

            if (due.Count < Batch)
            {
                return;
            }
        }
    }
}
