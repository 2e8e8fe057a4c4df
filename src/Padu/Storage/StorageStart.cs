namespace Padu.Storage;

/// <summary>Before anything of the host starts: the tables and keys are right, or the program does not start.</summary>
internal sealed class StorageStart(StorageSetup setup) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        setup.CheckAtStart();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
