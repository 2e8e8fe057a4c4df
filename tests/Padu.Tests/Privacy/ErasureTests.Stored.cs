using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;
using Padu.Storage;

namespace Padu.Tests.Privacy;

/// <summary>What is stored, read past the program: the files of the folder and the tables of the server.</summary>
public abstract partial class ErasureTests
{
    /// <summary>Whether bytes lie in the files of the database as they are on the disk: for SQLite with its log, for PostgreSQL in the table of keys.</summary>
    private bool Holds(byte[] key) =>
        Folder.Database == DatabaseKind.Sqlite ? FilesOfTheFolder().Any(bytes => bytes.IndexOf(key) >= 0) : TableHolds(key);

    private IEnumerable<byte[]> FilesOfTheFolder() => FilesOf(Folder.Path);

    private static IEnumerable<byte[]> FilesOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            });

    private static Func<byte[], bool> Has(string word) => bytes => bytes.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    /// <summary>Every row of every table as PostgreSQL writes it: texts as they stand, bytes as hexadecimal digits.</summary>
    private string Tables()
    {
        using var connection = Connection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()";
        var tables = new List<string>();
        using (var names = command.ExecuteReader())
        {
            while (names.Read())
            {
                tables.Add(names.GetString(0));
            }
        }

        var text = new StringBuilder();
        foreach (var table in tables)
        {
#pragma warning disable CA2100 // the names are the server's own
            command.CommandText = $"SELECT row::text FROM {table} AS row";
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                text.AppendLine(rows.GetString(0));
            }
        }

        return text.ToString();
    }

    private static string AsBytes(string word) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word));

    private DbConnection Connection()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionSecret.Read(Folder.Path)) { Pooling = false }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private bool TableHolds(byte[] key)
    {
        using var connection = Connection();
        using var command = connection.CreateCommand();
        command.CommandText = "CHECKPOINT";
        command.ExecuteNonQuery();
        command.CommandText = "SELECT position($1 IN pg_read_binary_file(pg_relation_filepath('keys')))";
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }
}

internal static class Bytes
{
    public static int IndexOf(this byte[] whole, byte[] part) => whole.AsSpan().IndexOf(part);
}
