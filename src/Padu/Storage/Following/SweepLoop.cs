using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>Asks every sweep at start and each minute; one that fails does not keep the others from their turn.</summary>
internal sealed class SweepLoop(
    IEnumerable<ISweep> sweeps,
    SweepLog log,
    Journal journal,
    IDbContextFactory<PaduDb> contexts,
    IClock clock,
    ILogger<SweepLoop> logger
) : HostedLoop("sweep", journal, contexts, clock, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaseRenewal = TimeSpan.FromSeconds(10);
    private readonly IClock _clock = clock;
    private long? _lastAt;

    protected override async Task<Task> Turn(CancellationToken cancel)
    {
        if (_lastAt is not { } last || Environment.TickCount64 - last >= (long)Every.TotalMilliseconds)
        {
            _lastAt = Environment.TickCount64;
            foreach (var sweep in sweeps)
            {
                await Run(sweep, cancel);
            }
        }

        // Shorter than a minute, so that the lease does not run out between two sweeps.
        return Task.Delay(LeaseRenewal, cancel);
    }

    private async Task Run(ISweep sweep, CancellationToken cancel)
    {
        try
        {
            await sweep.Sweep(_clock.GetCurrentInstant(), cancel);
            log.Ran(new SweepRun(sweep.Name, _clock.GetCurrentInstant(), null));
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.Ran(new SweepRun(sweep.Name, _clock.GetCurrentInstant(), e.GetType().Name));
            logger.LogError("The sweep {Sweep} failed and is asked again: {Failure}", sweep.Name, e.GetType().Name);
        }
    }
}
