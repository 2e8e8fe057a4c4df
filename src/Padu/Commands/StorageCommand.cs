using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary>What the commands over a data folder share.</summary>
internal static class StorageCommand
{
    public static Option<DirectoryInfo> Data() =>
        new("--data")
        {
            Description = "The installation's folder; else PADU_DATA, else ./data.",
            DefaultValueFactory = _ => new DirectoryInfo(
                Environment.GetEnvironmentVariable("PADU_DATA") is { Length: > 0 } set ? set : "data"
            ),
        };

    public static Option<FileInfo?> PassphraseFile() =>
        new("--passphrase-file") { Description = "A file whose first line is the passphrase; asked on the terminal otherwise." };

    public static Option<string?> Postgres(string what, string otherwise) =>
        new("--database")
        {
            Description =
                $"Connection string of {what} of PostgreSQL 15 or later for the records, such as \"Host=db;Database=padu;Username=padu\"; '-' takes it "
                + $"from PADU_DATABASE. {otherwise}. Kept in the folder's secrets/database, never printed; PADU_DATABASE takes its place.",
        };

    /// <summary>A password on the command line is seen by everybody on the machine; <c>-</c> keeps it out.</summary>
    /// <exception cref="StartRefusedException">The environment names no database, or another one.</exception>
    public static string? PostgresOf(string? option) =>
        (option, ConnectionSecret.FromEnvironment) switch
        {
            ("-", null) => throw new StartRefusedException($"{ConnectionSecret.Variable} is not set."),
            ("-", { } set) => set,
            ({ } given, { } set) when given != set => throw new StartRefusedException(
                $"{ConnectionSecret.Variable} names another database than --database, and would be taken in its place. Unset it."
            ),
            _ => option,
        };

    /// <summary>Opens the folder without serving it; a refusal is told in words, with exit code 2.</summary>
    /// <param name="more">What the command needs beside the storage.</param>
    public static async Task<int> Run(DirectoryInfo data, Func<IServiceProvider, Task<int>> run, Action<IServiceCollection>? more = null) =>
        await Guarded(async () =>
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddStorage(DataFolder.Open(data.FullName));
            more?.Invoke(services);
            await using var provider = services.BuildServiceProvider();
            try
            {
                return await run(provider);
            }
            catch (Exception e) when (e is not StorageUnavailableException && provider.GetRequiredService<StorageHealth>().IsUnavailable(e))
            {
                throw new StorageUnavailableException($"The database cannot be reached: {e.GetBaseException().Message}", e);
            }
        });

    public static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is StartRefusedException or StorageUnavailableException or ReferenceDataException or FormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    public static string Passphrase(FileInfo? file)
    {
        if (file is null && Console.IsInputRedirected)
        {
            throw new StartRefusedException("There is no terminal to ask for the passphrase; give --passphrase-file.");
        }

        var passphrase = file is not null ? File.ReadLines(file.FullName).FirstOrDefault() : Ask();
        return passphrase is { Length: >= 12 } enough
            ? enough
            : throw new StartRefusedException("The passphrase needs at least 12 characters: it is all that guards the keys.");
    }

    private static string Ask()
    {
        Console.Error.Write("Passphrase of the keys file: ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
