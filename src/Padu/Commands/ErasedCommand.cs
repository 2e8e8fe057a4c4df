using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu erased</c>: the list of destroyed keys, for a later restore of an older backup.</summary>
internal static class ErasedCommand
{
    public static Command Create()
    {
        var data = StorageCommand.Data();
        var to = new Option<FileInfo>("--to")
        {
            Description = "The file to write; it holds random ids and nothing personal.",
            Required = true,
        };
        var command = new Command(
            "erased",
            "List the keys that erasures destroyed. Keep the list beside your backups: padu restore --erased FILE makes an older backup forget them too. "
                + "Example: padu erased --data /srv/padu --to erased.txt"
        )
        {
            data,
            to,
        };
        command.SetAction(
            (result, cancel) =>
                StorageCommand.Run(
                    result.GetValue(data)!,
                    async services =>
                    {
                        var count = await services.GetRequiredService<ErasedKeys>().Write(result.GetValue(to)!.FullName, cancel);
                        Console.WriteLine($"{count} destroyed keys listed.");
                        return 0;
                    }
                )
        );
        return command;
    }
}
