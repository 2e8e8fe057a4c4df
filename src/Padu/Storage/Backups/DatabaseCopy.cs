using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Padu.Storage;

/// <summary>
/// Copies what cannot be rebuilt from one database into an empty other, in one snapshot: so that a backup has one form, whatever wrote it, and an
/// installation can move. Read tables are left behind; they are folded anew at the first start.
/// </summary>
internal static class DatabaseCopy
{
    private const int RowsAtOnce = 1_000;

    // The target has not built its read tables yet.
    private const string Built = "read_schema";

    /// <summary>The target keeps its own history of migrations.</summary>
    private const string Migrations = "__EFMigrations";

    /// <exception cref="StartRefusedException">The target holds something, or the source was made by another program.</exception>
    public static void Run(Database from, Database to, ModelAssemblies assemblies)
    {
        using var source = new Connected(from.OpenForMaintenance());
        using var target = new Connected(to.OpenForMaintenance());
        if (Tables(to, target).Count > 0)
        {
            throw new StartRefusedException("The database is not empty; nothing was written to it.");
        }

        MakeTables(from, to, assemblies);
        source.Run(from.BeginSnapshot);
        target.Run("BEGIN");
        foreach (var table in Tables(to, target).Where(name => name != Built && !name.StartsWith(Migrations, StringComparison.Ordinal)))
        {
            Copy(source, to, target, table);
        }

        target.Run("COMMIT");
        source.Run("ROLLBACK");
    }

    /// <summary>Gives the target the tables of the source's program, which may be an older one: migrations of both bear the same names.</summary>
    private static void MakeTables(Database from, Database to, ModelAssemblies assemblies)
    {
        using var read = from.NewContext(assemblies);
        using var made = to.NewContext(assemblies);
        var last = read.Database.GetAppliedMigrations().LastOrDefault() is { } applied ? NameOf(applied) : null;
        var same =
            made.Database.GetMigrations().FirstOrDefault(migration => NameOf(migration) == last)
            ?? throw new StartRefusedException(
                $"The database stands at '{last}', which this program does not know; use the one that wrote it."
            );
        made.GetService<IMigrator>().Migrate(same);
    }

    /// <summary>Without the moment at which it was added.</summary>
    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static List<string> Tables(Database database, Connected connected)
    {
        var names = new List<string>();
        using var reader = connected.Read(database.TableNames);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Copy(Connected source, Database to, Connected target, string table)
    {
        var columns = Columns(target, table);
        var names = string.Join(", ", columns.Select(column => TableShape.Quote(column.Name)));
        var statement = new RowStatement($"INSERT INTO {table} ({names})", [.. columns.Select(column => column.Type)]);
        var rows = new List<object?[]>(RowsAtOnce);
        using var reader = source.Read($"SELECT {names} FROM {table}");
        while (reader.Read())
        {
            rows.Add([.. columns.Select((column, i) => reader.IsDBNull(i) ? null : As(column.Type, reader.GetValue(i)))]);
            if (rows.Count == RowsAtOnce)
            {
                to.Write(target, statement, rows);
                rows.Clear();
            }
        }

        if (rows.Count > 0)
        {
            to.Write(target, statement, rows);
        }
    }

    private static (string Name, Type Type)[] Columns(Connected connected, string table)
    {
        using var reader = connected.Read($"SELECT * FROM {table} LIMIT 0");
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetFieldType(i)))];
    }

    /// <summary>SQLite knows whole numbers, reals, texts and bytes, and takes whatever it is given; PostgreSQL wants the type of the column.</summary>
    private static object As(Type type, object value) =>
        value switch
        {
            string text when type == typeof(Guid) => Guid.Parse(text),
            long number when type == typeof(bool) => number != 0,
            long number when type != typeof(long) && type.IsPrimitive => Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
            _ => value,
        };
}
