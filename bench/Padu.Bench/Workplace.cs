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
    public const string Admin = "admin.uji";
    public const string Password = "kuda baterai benar staples";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("padu-bench-");

    public string Data => Path.Combine(root.FullName, "data");

    public string Bare => root.CreateSubdirectory("polos").FullName;

    /// <param name="database">The connection string of an empty database of PostgreSQL; null for SQLite in the folder.</param>
    public static async Task<Workplace> Make(string? database = null)
    {
        var place = new Workplace(database);
        await Installation.Make(
            new InstallationPlan(place.Data, new RegionCode("17"), Admin, "Admin Uji", Password, new InstallationSettings(null), database),
            _ => { }
        );
        SqliteConnection.ClearAllPools();
        return place;
    }

    /// <summary>Old casework of that many rows, taken over as <c>padu import</c> takes it.</summary>
    public async Task Import(int rows, CancellationToken cancel)
    {
        var file = Path.Combine(root.FullName, "lama.csv");
        var map = Path.Combine(root.FullName, "lama.yaml");
        await File.WriteAllTextAsync(map, Map, cancel);
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteLineAsync("id,dibuka,ditutup,jenis,rincian,tempat");
            for (var n = 0; n < rows; n++)
            {
                var day = new DateOnly(2015, 1, 1).AddDays(n % 3_900);
                await writer.WriteLineAsync(
                    FormattableString.Invariant(
                        $"L{n:D7},{day:yyyy-MM-dd},{day.AddDays(n % 40):yyyy-MM-dd},Jenis {n % 26},Rincian {n % 311},Tempat {n % 97}"
                    )
                );
            }
        }

        var (exit, said) = await ServerProcess.Finish(
            "padu",
            ["import", file, "--map", map, "--data", Data, "--report", file + ".ditolak"],
            cancel
        );
        if (exit != 0)
        {
            throw new InvalidOperationException($"The import ended with {exit}:\n{said}");
        }
    }

    private const string Map = """
        source: bench
        file: { delimiter: ",", encoding: utf-8, columns: [id, dibuka, ditutup, jenis, rincian, tempat] }
        key: id
        office: { fixed: kpu-17 }
        opened: { column: dibuka, format: uuuu-MM-dd, required: true }
        closed: { column: ditutup, format: uuuu-MM-dd }
        title: ["{jenis}: {rincian}"]
        category: "{jenis}"
        place: ["{tempat}"]
        """;

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
