namespace Padu.Storage;

/// <summary>A loop for each registered follower.</summary>
internal sealed class FollowerLoops(IEnumerable<IFollower> followers, IServiceProvider services) : IHostedService
{
    private readonly List<FollowerLoop> _loops =
    [
        .. followers.Select(follower => ActivatorUtilities.CreateInstance<FollowerLoop>(services, follower)),
    ];

    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(_loops.Select(loop => loop.StartAsync(cancellationToken)));

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_loops.Select(loop => loop.StopAsync(cancellationToken)));
}
