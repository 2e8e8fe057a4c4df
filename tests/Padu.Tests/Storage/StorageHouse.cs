using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class StandingClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 2, 1, 0);

    public Instant GetCurrentInstant() => Now;
}

/// <summary>A data folder of its own, with everything of storage over it.</summary>
public sealed class StorageHouse : IAsyncDisposable
{
    public static readonly Office Province = new(new("kpu-17"), "KPU", Institution.Kpu, OfficeLevel.Province, null, new("17"));
    public static readonly Office Ombudsman = new(new("ombudsman-17"), "ORI", Institution.Ombudsman, OfficeLevel.Province, null, new("17"));
    public static readonly Actor Admin = new Actor.Staff(
        new(Guid.CreateVersion7()),
        Guid.CreateVersion7(),
        Role.AgencyAdmin,
        Province,
        null
    );
    public static readonly Actor Assistant = new Actor.Staff(
        new(Guid.CreateVersion7()),
        Guid.CreateVersion7(),
        Role.OmbudsmanAssistant,
        Ombudsman,
        null
    );
    public static readonly Actor Reporter = new Actor.Complainant(Guid.CreateVersion7());

    private readonly bool _isOwner;
    private readonly DataFolder _folder;
    private ServiceProvider _provider;
    private readonly Action<IServiceCollection>? _more;

    private StorageHouse(string path, Action<IServiceCollection>? more, bool isOwner)
    {
        _isOwner = isOwner;
        _folder = DataFolder.Open(path);
        Path = path;
        _more = more;
        _provider = Build();
    }

    public string Path { get; }

    public StandingClock Clock { get; } = new();

    public IServiceProvider Services => _provider;

    public Journal Journal => _provider.GetRequiredService<Journal>();

    public NoteStream Notes => _provider.GetRequiredService<NoteStream>();

    public string DatabaseFile => _folder.SqliteFile;

    public static StorageHouse New(DatabaseKind database, Action<IServiceCollection>? more = null)
    {
        var path = Directory.CreateTempSubdirectory("padu-storage-").FullName;
        DataFolder.Create(
            path,
            DataFolderKind.Installation,
            new("17"),
            Instant.FromUtc(2026, 1, 1, 0, 0),
            database == DatabaseKind.Postgres ? TestPostgres.Create() : null
        );
        var house = new StorageHouse(path, more, isOwner: true);
        house.Services.GetRequiredService<StorageSetup>().Migrate();
        return house;
    }

    /// <summary>The same installation, or another folder, as a new process would open it.</summary>
    public static StorageHouse Open(string path) => new(path, null, isOwner: false);

    public async Task Restart()
    {
        await _provider.DisposeAsync();
        _provider = Build();
    }

    public async Task<Guid> OpenNote(string? words = "kata", OfficeCode? office = null, UnitCode? unit = null)
    {
        var id = Guid.CreateVersion7();
        var acted = await Act(id, new NoteEvent.Opened(office ?? Province.Code, unit, 1, words));
        Assert.Null(acted.Refusal);
        return id;
    }

    public Task<Acted<Note>> Act(Guid id, NoteEvent fact, ActOptions? options = null, Actor? actor = null) =>
        Journal.Act(Notes, id, actor ?? Admin, Clock.Now, _ => fact, options);

    public Task<Acted<Note>> Act(Guid id, Func<Note, Decision<NoteEvent>> decide, ActOptions? options = null) =>
        Journal.Act(Notes, id, Admin, Clock.Now, decide, options);

    public async Task<ImmutableArray<NoteRow>> Rows()
    {
        await using var db = await _provider.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync();
        return [.. await db.Set<NoteRow>().OrderBy(row => row.Id).ToListAsync()];
    }

    /// <summary>A statement of somebody with the database in hand.</summary>
    public T? Sql<T>(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), null) : default;
    }

    public void Sql(string sql) => Sql<string>(sql);

    /// <summary>What one database says otherwise than the other.</summary>
    public string Dialect(string sqlite, string postgres) => _folder.Database == DatabaseKind.Sqlite ? sqlite : postgres;

    public DbConnection Connect()
    {
        DbConnection connection = _folder.Database switch
        {
            DatabaseKind.Sqlite => new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"),
            _ => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionSecret.Read(Path)) { Pooling = false }.ConnectionString),
        };
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_isOwner)
        {
            SqliteConnection.ClearAllPools();
            if (_folder.Database == DatabaseKind.Postgres)
            {
                TestPostgres.Drop(ConnectionSecret.Read(Path));
            }

            Directory.Delete(Path, recursive: true);
        }
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStorage(DataFolder.Open(Path), typeof(NoteStream).Assembly);
        services.AddSingleton<IClock>(Clock);
        _more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
