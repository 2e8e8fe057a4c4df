using System.CommandLine;
using System.Security.Cryptography;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu backup FILE</c>: one encrypted file, and its keys in a second.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup to write; its keys go to FILE.keys beside it." };
        var data = StorageCommand.Data();
        var passphrase = StorageCommand.PassphraseFile();
        var recipient = new Option<FileInfo?>("--recipient")
        {
            Description = "A P-256 public key (PEM) whose private half is kept elsewhere; otherwise FILE.keys holds what opens FILE.",
        };
        var command = new Command(
            "backup",
            "Write database and files into one encrypted file, and the keys into a second under a passphrase; keep the two apart. "
                + "The site may stay open. Example: padu backup /backup/2026-03-02.padu --data /srv/padu --passphrase-file /root/passphrase"
        )
        {
            file,
            data,
            passphrase,
            recipient,
        };
        command.SetAction(
            (result, cancel) =>
                StorageCommand.Run(
                    result.GetValue(data)!,
                    async services =>
                    {
                        var path = result.GetValue(file)!.FullName;
                        using var key = KeyPem.Read(result.GetValue(recipient));
                        var words = StorageCommand.Passphrase(result.GetValue(passphrase));
                        await services.GetRequiredService<Backup>().Write(path, words, key, cancel);
                        Console.WriteLine($"Written: {path} and {path}.keys. Keep them apart.");
                        return 0;
                    }
                )
        );
        return command;
    }
}

/// <summary>A P-256 key in a PEM file.</summary>
internal static class KeyPem
{
    public static ECDiffieHellman? Read(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }

        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file.FullName));
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or IOException)
        {
            key.Dispose();
            throw new StartRefusedException($"{file.FullName} holds no P-256 key in PEM: {e.Message}");
        }
    }
}
