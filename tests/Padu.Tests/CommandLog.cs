using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Padu.Tests;

/// <summary>A command as it went to the database.</summary>
public sealed record Asked(string Sql, ImmutableArray<(string Name, object? Value)> Values)
{
    public DbCommand On(DbConnection connection, string before)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The program's own statement, asked about.
        command.CommandText = $"{before} {Sql}";
#pragma warning restore CA2100
        foreach (var (name, value) in Values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>What a piece of work asks of the database, whichever context it makes.</summary>
public sealed class CommandLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<List<Asked>?> Heard = new();

    /// <summary>Before anything is asked: EF remembers for a while that nobody listens.</summary>
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new CommandLog());

    public static async Task<IReadOnlyList<Asked>> Of(Func<Task> work)
    {
        Heard.Value = [];
        try
        {
            await work();
            return Heard.Value;
        }
        finally
        {
            Heard.Value = null;
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: var command })
        {
            Heard.Value?.Add(
                new Asked(
                    command.CommandText,
                    [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]
                )
            );
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
