using System.CommandLine;

namespace Padu.Commands;

/// <summary>The command line of <c>padu</c>: one file a command beside this one.</summary>
public static class PaduCommand
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand(
            "Padu (pengaduan terpadu): complaints under statutory clocks, on a record nobody can quietly change.\n"
                + "An installation is a folder. Its records lie there in one SQLite file, or in PostgreSQL 15 or later (init --database); files and keys "
                + "always lie in the folder, which all servers of one installation share."
        )
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            RebuildCommand.Create(),
            VerifyCommand.Create(),
            ScrubCommand.Create(),
            ErasedCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            InitCommand.Create(),
            DemoCommand.Create(),
            ImportCommand.Create(),
            TriageCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
