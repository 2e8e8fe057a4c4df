using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Storage;

namespace Padu.Tests;

/// <summary>How each database tells what it would do, and what of it is wrong.</summary>
public abstract partial class QueryPlanTests
{
    private static IEnumerable<string> ReadThroughSqlite(string[] plan, string[] tables, string sql, HashSet<string> partial) =>
        plan.Where(line =>
            line.Split(' ') is ["SCAN", var table, .. var how]
            && (tables.Contains(table) || sql.Contains($"FROM {table} ", StringComparison.Ordinal))
            && (how.Length == 0 || sql.Contains("WHERE", StringComparison.Ordinal) && !partial.Contains(how[^1]))
        );

    /// <summary>An index without a condition is read from end to end; that is right only where nothing is left out of it.</summary>
    private static IEnumerable<string> ReadThroughPostgres(string[] plan, HashSet<string> partial)
    {
        for (var i = 0; i < plan.Length; i++)
        {
            if (SeqScan().Match(plan[i]) is { Success: true } whole && !Tiny.Contains(whole.Groups["table"].Value))
            {
                yield return plan[i];
            }

            var details = plan.Skip(i + 1).TakeWhile(line => !line.Contains("->", StringComparison.Ordinal)).ToList();
            if (
                IndexRead().Match(plan[i]) is { Success: true } read
                && !partial.Contains(read.Groups["index"].Value)
                && details.Exists(line => line.TrimStart().StartsWith("Filter:", StringComparison.Ordinal))
                && !details.Exists(line => line.TrimStart().StartsWith("Index Cond:", StringComparison.Ordinal))
            )
            {
                yield return plan[i];
            }
        }
    }

    private HashSet<string> Partial()
    {
        using var db = site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContext();
        return
        [
            .. db
                .Model.GetEntityTypes()
                .SelectMany(entity => entity.GetIndexes())
                .Where(index => index.GetFilter() is not null)
                .Select(index => index.GetDatabaseName()!),
        ];
    }

    private static List<string> Sqlite(System.Data.Common.DbConnection connection, Asked command)
    {
        using var explain = command.On(connection, "EXPLAIN QUERY PLAN");
        return Lines(explain, 3);
    }

    /// <summary>With what it would rather not do made dear, a plan does it only where there is no other way; so a few rows prove what millions would.</summary>
    private static List<string> Postgres(System.Data.Common.DbConnection connection, Asked command)
    {
        using (var set = connection.CreateCommand())
        {
            set.CommandText = "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET enable_hashagg = off";
            set.ExecuteNonQuery();
        }

        using var explain = command.On(connection, "EXPLAIN (COSTS OFF)");
        return Lines(explain, 0);
    }

    private static List<string> Lines(System.Data.Common.DbCommand explain, int column)
    {
        var lines = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
        {
            lines.Add(reader.GetString(column));
        }

        return lines;
    }

    [GeneratedRegex("(FROM|JOIN) \"?(?<table>[a-z_]+)\"? AS \"?(?<alias>[a-z0-9]+)\"?")]
    private static partial Regex TableName();

    [GeneratedRegex(@"WHERE (0|FALSE)\s*$")]
    private static partial Regex NothingAsked();

    [GeneratedRegex(@"Seq Scan on (?<table>\S+)")]
    private static partial Regex SeqScan();

    [GeneratedRegex(@"Index (Only )?Scan (Backward )?using (?<index>\S+) on")]
    private static partial Regex IndexRead();

    [GeneratedRegex(@"^\s*(->\s*)?(Incremental )?Sort\b|USE TEMP B-TREE FOR (LAST \d+ TERMS? OF |RIGHT PART OF )?ORDER BY")]
    private static partial Regex Sorts();
}

public sealed class QueryPlanOnSqliteTests(TestSite site) : QueryPlanTests(site), IClassFixture<TestSite>;

public sealed class QueryPlanOnPostgresTests(PostgresSite site) : QueryPlanTests(site), IClassFixture<PostgresSite>;
