using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Padu.Bench;

/// <summary>
/// The least a server can do that keeps what it is sent: one POST, one row, group-committed in the same SQLite settings as Padu's. What Padu's own rate
/// is measured against.
/// </summary>
internal static class BareServer
{
    private const int MostInBatch = 256;

    public static async Task<int> Run(string folder, string urls, CancellationToken cancel)
    {
        var queue = Channel.CreateUnbounded<(byte[] Body, TaskCompletionSource Kept)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(urls);
        app.MapGet("/healthz", () => "ok");
        app.MapPost(
            "/",
            async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body, cancel);
                var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await queue.Writer.WriteAsync((body.ToArray(), kept), cancel);
                await kept.Task;
                return Results.NoContent();
            }
        );
        var writing = Task.Run(() => Write(Path.Combine(folder, "polos.db"), queue.Reader, cancel), cancel);
        await app.StartAsync(cancel);
        await Task.WhenAny(writing, app.WaitForShutdownAsync(cancel));
        return 0;
    }

    private static async Task Write(string file, ChannelReader<(byte[] Body, TaskCompletionSource Kept)> queue, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync(cancel);
        await Execute(
            connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE kept (id INTEGER PRIMARY KEY, body BLOB NOT NULL)"
        );
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO kept (body) VALUES ($body)";
        var parameter = insert.Parameters.Add("$body", SqliteType.Blob);
        var waiting = new List<TaskCompletionSource>(MostInBatch);
        while (await queue.WaitToReadAsync(cancel))
        {
            await using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            while (waiting.Count < MostInBatch && queue.TryRead(out var one))
            {
                parameter.Value = one.Body;
                await insert.ExecuteNonQueryAsync(cancel);
                waiting.Add(one.Kept);
            }

            await transaction.CommitAsync(cancel);
            waiting.ForEach(one => one.SetResult());
            waiting.Clear();
        }
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
