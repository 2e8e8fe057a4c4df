using Npgsql;

namespace Padu.Tests;

/// <summary>Databases of their own on the server that <c>./test</c> starts for the suite.</summary>
public static class TestPostgres
{
    private const string Variable = "PADU_TEST_POSTGRES";

    /// <summary>The server; without one the suite fails rather than to prove half.</summary>
    public static string Server =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set
            ? set
            : throw new InvalidOperationException(
                $"The suite needs PostgreSQL 15 or later: {Variable} is not set. ./test starts a server by itself; for single tests use ./dev postgres."
            );

    /// <summary>A new database, and how to reach it.</summary>
    public static string Create()
    {
        var name = $"uji_{Guid.CreateVersion7():N}";
        Run(Server, $"CREATE DATABASE {name} ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
    }

    public static void Drop(string database) =>
        Run(Server, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");

    private static void Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
