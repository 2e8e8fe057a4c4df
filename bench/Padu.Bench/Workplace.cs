using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Padu.Commands;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Bench;

/// <summary>A folder for one run, with an installation made as <c>init</c> makes it; gone afterwards.</summary>
internal sealed class Workplace(string? database) : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("padu-bench-");

    public string Data => Path.Combine(root.FullName, "data");

    public string Bare => root.CreateSubdirectory("polos").FullName;

    /// <param name="database">The connection string of an empty database of PostgreSQL; null for SQLite in the folder.</param>
    public static async Task<Workplace> Make(string? database = null)
    {
        var place = new Workplace(database);
        await Installation.Make(
            new InstallationPlan(
                place.Data,
                new RegionCode("17"),
                "admin.uji",
                "Admin Uji",
                "kuda baterai benar staples",
                new InstallationSettings(null),
                database
            ),
            _ => { }
        );
        SqliteConnection.ClearAllPools();
        return place;
    }

    /// <summary>One figure of the database as it lies there.</summary>
    public long Count(string sql)
    {
        using DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={Path.Combine(Data, "padu.db")};Pooling=False")
            : new NpgsqlConnection(database);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the drill's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => root.Delete(recursive: true);
}
