using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu rebuild</c>: folds every read table anew from the journal.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var data = StorageCommand.Data();
        var command = new Command(
            "rebuild",
            "Build every read table anew from the journal and swap it in; the site may stay open. Example: padu rebuild --data /srv/padu"
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
                        var folded = services
                            .GetRequiredService<Rebuilding>()
                            .Run(events => Console.Error.WriteLine($"{events} events folded"));
                        Console.WriteLine($"The read tables stand at position {folded}.");
                        return Task.FromResult(0);
                    }
                )
        );
        return command;
    }
}
