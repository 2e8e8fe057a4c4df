using System.CommandLine;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Commands;

/// <summary><c>padu init</c>: makes a real installation for one province.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder to make; it must be empty or absent.", Required = true };
        var province = new Option<string>("--province") { Description = "Two digits of the province, such as 17.", Required = true };
        var admin = new Option<string>("--admin")
        {
            Description = "User name of the first administrator, such as sari.dewi.",
            Required = true,
        };
        var name = new Option<string?>("--admin-name") { Description = "Full name of the first administrator." };
        var password = new Option<FileInfo?>("--password-file")
        {
            Description = "First line: the password. Without it the password is asked.",
        };
        var database = StorageCommand.Postgres("an empty or absent database", "One SQLite file in the folder otherwise");
        var url = new Option<string?>("--public-url") { Description = "The address people will use, such as https://padu.example.go.id." };
        var smtp = new Option<string?>("--smtp")
        {
            Description = "Mail server, HOST or HOST:PORT. Its password comes from PADU_SMTP_PASSWORD.",
        };
        var from = new Option<string?>("--smtp-from") { Description = "Sender of mail." };
        var user = new Option<string?>("--smtp-user") { Description = "User name at the mail server." };
        var history = new Option<bool>("--history")
        {
            Description = "Record the historical agreements of reference/history, each statement with its source.",
        };
        var command = new Command(
            "init",
            "Make an installation for a province: folder, keys, offices, posts, first administrator.\n"
                + "Example: padu init --data /srv/padu --province 17 --admin sari.dewi --public-url https://padu.example.go.id"
        )
        {
            data,
            province,
            admin,
            name,
            password,
            database,
            url,
            smtp,
            from,
            user,
            history,
        };
        command.SetAction(
            async (result, _) =>
            {
                try
                {
                    var settings = new InstallationSettings(
                        result.GetValue(url) is { } address ? InstallationSettings.PublicUrlOf(address) : null,
                        result.GetValue(smtp) is { } server
                            ? InstallationSettings.SmtpOf(server, result.GetValue(from), result.GetValue(user))
                            : null
                    );
                    var userName = result.GetValue(admin)!;
                    var plan = new InstallationPlan(
                        result.GetValue(data)!.FullName,
                        new RegionCode(result.GetValue(province)!),
                        userName,
                        result.GetValue(name) ?? userName,
                        PasswordFrom(result.GetValue(password)),
                        settings,
                        StorageCommand.PostgresOf(result.GetValue(database)),
                        result.GetValue(history)
                    );
                    await Installation.Make(plan, Console.WriteLine);
                    Console.WriteLine(NextSteps(plan));
                    return 0;
                }
                catch (Exception problem)
                    when (problem is StartRefusedException or StorageUnavailableException or FormatException or ReferenceDataException)
                {
                    await Console.Error.WriteLineAsync(problem.Message);
                    return 1;
                }
            }
        );
        return command;
    }

    private static string PasswordFrom(FileInfo? file)
    {
        if (file is not null)
        {
            return file.Exists
                ? File.ReadLines(file.FullName).FirstOrDefault() ?? ""
                : throw new StartRefusedException($"There is no file {file.FullName}.");
        }

        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }

        var first = Ask("Password of the first administrator (12 characters or more): ");
        return Ask("Once more: ") == first ? first : throw new StartRefusedException("The two passwords differ; nothing was made.");
    }

    /// <summary>Reads a line without showing it.</summary>
    private static string Ask(string question)
    {
        Console.Write(question);
        var typed = new Stack<char>();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Console.WriteLine();
                    return new string([.. typed.Reverse()]);
                case ConsoleKey.Backspace:
                    typed.TryPop(out _);
                    break;
                default:
                    typed.Push(key.KeyChar);
                    break;
            }
        }
    }

    private static string NextSteps(InstallationPlan plan) =>
        $"""

            Next:
              1. Copy {Path.Combine(
                plan.DataFolder,
                "keys"
            )} to a safe place apart from the data: without it nobody can read the cases again.
              2. Start: padu serve --data {plan.DataFolder}
              3. Sign in at /masuk as {plan.AdminUserName}; the second factor is set up there.
              4. Add your colleagues at /atur/orang and appoint them to posts.
            """;
}
