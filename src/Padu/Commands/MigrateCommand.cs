using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu migrate</c>: brings an installation's tables to this program.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var data = StorageCommand.Data();
        var command = new Command(
            "migrate",
            "Bring the tables of an installation to this program, after a backup. Example: padu migrate --data /srv/padu"
        )
        {
            data,
        };
        command.SetAction(
            (result, _) =>
                StorageCommand.Run(
                    result.GetValue(data)!,
                    services =>
                    {
                        var applied = services
                            .GetRequiredService<StorageSetup>()
                            .Migrate(events => Console.Error.WriteLine($"{events} events folded"));
                        Console.WriteLine(applied.Count == 0 ? "Nothing to migrate." : $"Applied: {string.Join(", ", applied)}.");
                        return Task.FromResult(0);
                    }
                )
        );
        return command;
    }
}
