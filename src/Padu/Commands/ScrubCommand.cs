using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu scrub</c>: after erasures, writes anew what may still hold their bytes in freed pages.</summary>
internal static class ScrubCommand
{
    public static Command Create()
    {
        var data = StorageCommand.Data();
        var command = new Command(
            "scrub",
            "After erasures: write the tables of keys and of what leads to people anew, so that freed pages keep nothing. Needs as much free room as they take. "
                + "Example: padu scrub --data /srv/padu"
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
                        var database = services.GetRequiredService<Database>();
                        using var connection = database.OpenForMaintenance();
                        database.ScrubWhole(connection);
                        Console.WriteLine(
                            "The tables were written anew. Backups and, on PostgreSQL, the server's log keep what they held before."
                        );
                        return Task.FromResult(0);
                    }
                )
        );
        return command;
    }
}
