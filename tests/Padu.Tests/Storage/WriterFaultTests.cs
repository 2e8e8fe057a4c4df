using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>A fault that is not the database's ends one batch with an error, never the writer: otherwise everybody after waits for ever.</summary>
public sealed class WriterFaultTests : IAsyncDisposable
{
    private readonly StorageHouse _house;
    private FaultyDatabase? _database;

    public WriterFaultTests()
    {
        _house = StorageHouse.New(
            DatabaseKind.Sqlite,
            services =>
            {
                var known = (Database)services.Last(one => one.ServiceType == typeof(Database)).ImplementationFactory!(null!);
                services.Replace(ServiceDescriptor.Singleton<Database>(_ => _database = new FaultyDatabase(known)));
            }
        );
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Who_waited_for_a_batch_that_broke_the_writer_is_told_and_the_next_is_written()
    {
        var id = await _house.OpenNote();
        _database!.WhenWriting = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Within(_house.Act(id, new NoteEvent.Remarked(1, "a"))));
        _database.WhenWriting = false;

        var acted = await Within(_house.Act(id, new NoteEvent.Remarked(1, "b")));
        Assert.Equal((2, 2L), (acted.Version, acted.Position));
    }

    [Fact]
    public async Task What_was_answered_before_the_writer_broke_stays_answered()
    {
        var id = await _house.OpenNote();
        _database!.WhenScrubbing = true;
        var erased = await Within(_house.Act(id, new NoteEvent.Remarked(1, "a"), new ActOptions { Erase = [KeyPurpose.Record] }));
        Assert.Equal(2, erased.Version);

        var acted = await Within(_house.Act(id, new NoteEvent.Remarked(1, "b")));
        Assert.Equal(3, acted.Version);
    }

    private static async Task<T> Within<T>(Task<T> task) =>
        await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private sealed class FaultyDatabase(Database inner) : Database
    {
        public bool WhenWriting { get; set; }

        public bool WhenScrubbing { get; set; }

        public override string BeginWrite => WhenWriting ? throw new InvalidOperationException("a fault of ours") : inner.BeginWrite;

        public override string BeginSnapshot => inner.BeginSnapshot;

        public override string TableNames => inner.TableNames;

        public override string Size => inner.Size;

        public override void AddContexts(IServiceCollection services, ModelAssemblies assemblies) =>
            inner.AddContexts(services, assemblies);

        public override PaduDb NewContext(ModelAssemblies assemblies) => inner.NewContext(assemblies);

        public override DbConnection OpenForWriting() => inner.OpenForWriting();

        public override DbConnection OpenForReading() => inner.OpenForReading();

        public override DbConnection OpenForMaintenance() => inner.OpenForMaintenance();

        public override void HoldMaintenance(Connected connected) => inner.HoldMaintenance(connected);

        public override void Write(Connected connected, RowStatement statement, IReadOnlyList<object?[]> rows) =>
            inner.Write(connected, statement, rows);

        public override bool IsUnavailable(Exception failure) =>
            WhenWriting ? throw new InvalidOperationException("and another") : inner.IsUnavailable(failure);

        public override bool Scrub(DbConnection writer) =>
            WhenScrubbing ? throw new InvalidOperationException("a fault of ours") : inner.Scrub(writer);

        public override void ScrubWhole(DbConnection connection) => inner.ScrubWhole(connection);

        public override void CopyTo(string file, ModelAssemblies assemblies) => inner.CopyTo(file, assemblies);

        public override IEnumerable<string> CheckFiles(DbConnection connection) => inner.CheckFiles(connection);

        public override void Dispose()
        {
            inner.Dispose();
            base.Dispose();
        }

        protected override void Use(DbContextOptionsBuilder options) => throw new NotSupportedException("Contexts are the inner's.");
    }
}
