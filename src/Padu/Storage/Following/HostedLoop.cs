using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>The one shape of background work: named, run by one process at a time, and never ended by a failure.</summary>
internal abstract class HostedLoop(string name, Journal journal, IDbContextFactory<PaduDb> contexts, IClock clock, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private readonly Lease _lease = new(name, journal, contexts, clock);

    /// <summary>One round of work.</summary>
    /// <returns>A task that ends when it is time for the next.</returns>
    protected abstract Task<Task> Turn(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = await _lease.Hold(stoppingToken) ? await Turn(stoppingToken) : Task.Delay(AfterFailure, stoppingToken);
                await next.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // The kind only: a message might quote what somebody wrote.
                logger.LogError("The loop {Loop} failed and goes on: {Failure}", name, e.GetType().Name);
                await Task.Delay(AfterFailure, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        await Leave();
    }

    private async Task Leave()
    {
        try
        {
            await _lease.Release();
        }
        catch (Exception e)
        {
            logger.LogWarning("The loop {Loop} could not give its lease back: {Failure}", name, e.GetType().Name);
        }
    }
}
