using System.CommandLine;
using Padu.Storage;

namespace Padu.Commands;

/// <summary><c>padu verify</c>: recomputes everything and names what differs.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = StorageCommand.Data();
        var command = new Command(
            "verify",
            "Recompute every digest, commitment, read row, register number and file, and name what differs; exit code 1 if anything does. "
                + "The site may stay open. Example: padu verify --data /srv/padu"
        )
        {
            data,
        };
        command.SetAction(
            (result, _) =>
                StorageCommand.Run(
                    result.GetValue(data)!,
                    services => Task.FromResult(Report(services.GetRequiredService<Verification>().Run(Console.Error.WriteLine)))
                )
        );
        return command;
    }

    private static int Report(VerificationReport report)
    {
        foreach (var fault in report.Faults)
        {
            Console.WriteLine($"{fault.Where}: {fault.What}");
        }

        Console.WriteLine(
            $"{report.Events} events ({report.Erased} with an erased key), {report.ReadTables} read tables, {report.Files} files: "
                + (report.IsSound ? "sound." : $"{report.Faults.Count} faults.")
        );
        return report.IsSound ? 0 : 1;
    }
}
