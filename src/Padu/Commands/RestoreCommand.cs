using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu restore FILE --keys FILE --to FOLDER</c>: a backup into a new folder.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup." };
        var keys = new Option<FileInfo>("--keys") { Description = "Its keys file.", Required = true };
        var to = new Option<DirectoryInfo>("--to") { Description = "A new or empty folder.", Required = true };
        var passphrase = StorageCommand.PassphraseFile();
        var database = StorageCommand.Postgres("an empty database", "They lie in the folder otherwise, whichever the backup was of");
        var recipient = new Option<FileInfo?>("--recipient-key")
        {
            Description = "The private key (PEM), if the backup was made with --recipient.",
        };
        var erased = new Option<FileInfo?>("--erased")
        {
            Description =
                "The list that 'padu erased' wrote: what was erased after this backup is destroyed in it before anybody opens it.",
        };
        var command = new Command(
            "restore",
            "Put a backup into a new folder, and its records into PostgreSQL where --database says so. Example: padu restore 2026-03-02.padu --keys 2026-03-02.padu.keys --to /srv/padu-restored, "
                + "then padu verify --data /srv/padu-restored"
        )
        {
            file,
            keys,
            to,
            database,
            passphrase,
            recipient,
            erased,
        };
        command.SetAction(
            (result, cancel) =>
                StorageCommand.Guarded(async () =>
                {
                    using var key = KeyPem.Read(result.GetValue(recipient));
                    var folder = await Backup.Restore(
                        result.GetValue(file)!.FullName,
                        result.GetValue(keys)!.FullName,
                        StorageCommand.Passphrase(result.GetValue(passphrase)),
                        key,
                        result.GetValue(to)!.FullName,
                        cancel,
                        StorageCommand.PostgresOf(result.GetValue(database))
                    );
                    // A backup of PostgreSQL carries no read tables, and an older program's has older ones.
                    await StorageCommand.Run(
                        new DirectoryInfo(folder.Path),
                        async services =>
                        {
                            services
                                .GetRequiredService<StorageSetup>()
                                .Migrate(events => Console.Error.WriteLine($"{events} events folded"));
                            if (result.GetValue(erased) is { } list)
                            {
                                var count = await services.GetRequiredService<ErasedKeys>().Apply(list.FullName, cancel);
                                Console.WriteLine($"{count} keys erased after this backup were destroyed in it.");
                            }

                            return 0;
                        }
                    );
                    Console.WriteLine($"Restored into {folder.Path}. Now run: padu verify --data {folder.Path}");
                    return 0;
                })
        );
        return command;
    }
}
