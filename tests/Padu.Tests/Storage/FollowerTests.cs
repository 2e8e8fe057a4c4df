using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Storage;

namespace Padu.Tests.Storage;

public abstract class FollowerTests : IAsyncLifetime
{
    private readonly Echo _echo = new();
    private readonly StorageHouse _house;

    protected FollowerTests(DatabaseKind database) =>
        _house = StorageHouse.New(database, services => services.AddSingleton<IFollower>(_echo));

    private FollowerLoop Loop => ActivatorUtilities.CreateInstance<FollowerLoop>(_house.Services, _echo);

    private Deliveries Deliveries => _house.Services.GetRequiredService<Deliveries>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _house.DisposeAsync();
    }

    [Fact]
    public async Task Follow_EverythingWhileOthersWrite_SkipsAndRepeatsNothing()
    {
        using var stop = new CancellationTokenSource();
        var loop = Loop;
        await loop.StartAsync(stop.Token);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 8),
            async (_, _) =>
            {
                for (var i = 0; i < 30; i++)
                {
                    await _house.OpenNote();
                }
            }
        );
        for (var i = 0; i < 200 && _echo.Delivered.Count < 240; i++)
        {
            await Task.Delay(50);
        }

        await loop.StopAsync(default);
        Assert.Equal(Enumerable.Range(1, 240).Select(n => (long)n), _echo.Seen);
        Assert.Equal(Enumerable.Range(1, 240).Select(n => (long)n), _echo.Delivered.Order());
        Assert.Equal(new FollowerStatus("echo", 0, 0, 0), Assert.Single(await Deliveries.Status()));
        Assert.Equal(0, _house.Sql<int>("SELECT count(*) FROM leases"));
    }

    [Fact]
    public async Task Follow_NeverSeesAPrivatePart()
    {
        await _house.OpenNote("rahasia");
        await Loop.Follow(default);
        Assert.Equal([false], _echo.SawPrivate);
    }

    [Fact]
    public async Task Deliver_OneFails_TheRestFlowsAndItEndsDeadAndVisible()
    {
        for (var i = 0; i < 3; i++)
        {
            await _house.OpenNote();
        }

        _echo.Poisoned = 2;
        var loop = Loop;
        await loop.Follow(default);
        var waits = new List<Duration>();
        for (var i = 0; i < 12; i++)
        {
            await loop.DeliverDue(default);
            var due = _house.Sql<long>("SELECT coalesce(due_at, 0) FROM deliveries WHERE position = 2");
            if (due > 0)
            {
                waits.Add(Instant.FromUnixTimeTicks(due * 10) - _house.Clock.Now);
                _house.Clock.Now = Instant.FromUnixTimeTicks(due * 10);
            }
        }

        Assert.Equal([1L, 3L], _echo.Delivered);
        Assert.Equal(10, _echo.Tries);
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256], waits.Select(wait => wait.TotalMinutes));
        var dead = Assert.Single(await Deliveries.Dead());
        Assert.Equal((2L, 10, "InvalidOperationException"), (dead.Position, dead.Tries, dead.Error));

        _echo.Poisoned = 0;
        Assert.True(await Deliveries.Retry(dead));
        await loop.DeliverDue(default);
        Assert.Equal([1L, 3L, 2L], _echo.Delivered);
        Assert.Empty(await Deliveries.Dead());
    }

    [Fact]
    public async Task Lease_IsHeldByOneAndGoesOnWhenItRunsOut()
    {
        var contexts = _house.Services.GetRequiredService<IDbContextFactory<PaduDb>>();
        var (first, second) = (New(), New());
        Assert.True(await first.Hold(default));
        Assert.False(await second.Hold(default));
        _house.Clock.Now += Duration.FromMinutes(1);
        Assert.True(await second.Hold(default));
        Assert.False(await first.Hold(default));
        await second.Release();
        Assert.True(await first.Hold(default));

        Lease New() => new("loop", _house.Journal, contexts, _house.Clock);
    }

    private sealed class Echo : IFollower
    {
        public List<long> Seen { get; } = [];

        public List<bool> SawPrivate { get; } = [];

        public List<long> Delivered { get; } = [];

        public long Poisoned { get; set; }

        public int Tries { get; private set; }

        public string Name => "echo";

        public IEnumerable<Delivery> Turn(FollowedEvent fact)
        {
            Seen.Add(fact.Position);
            SawPrivate.Add(fact.Fact is NoteEvent.Opened { Words: not null });
            return [new Delivery("echo", fact.Stream)];
        }

        public Task Deliver(DeliveryRow delivery, CancellationToken cancel)
        {
            if (delivery.Position == Poisoned)
            {
                Tries++;
                throw new InvalidOperationException("the address of somebody");
            }

            Delivered.Add(delivery.Position);
            return Task.CompletedTask;
        }
    }
}

public sealed class FollowerOnSqliteTests() : FollowerTests(DatabaseKind.Sqlite);

public sealed class FollowerOnPostgresTests() : FollowerTests(DatabaseKind.Postgres);
