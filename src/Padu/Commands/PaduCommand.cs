using System.CommandLine;

namespace Padu.Commands;

/// <summary>The command line of <c>padu</c>: one file a command beside this one.</summary>
public static class PaduCommand
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Padu (pengaduan terpadu): complaints under statutory clocks, on a record nobody can quietly change.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            RebuildCommand.Create(),
            VerifyCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            InitCommand.Create(),
            DemoCommand.Create(),
            ImportCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
