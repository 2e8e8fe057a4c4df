using System.CommandLine;
using Padu.Web;

namespace Padu.Commands;

/// <summary><c>padu serve</c>: serves the site of an installation.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The installation's folder.",
            DefaultValueFactory = _ => new DirectoryInfo("data"),
        };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve the site of an installation.") { data, urls };
        command.SetAction(
            (result, cancel) =>
                StorageCommand.Guarded(async () =>
                {
                    var folder = result.GetValue(data)!.FullName;
                    var settings = InstallationSettings.Load(folder);
                    var app = PaduHost.Build(new HostSettings(folder, result.GetValue(urls)!, settings.PublicUrl, Smtp: settings.Smtp));
                    await app.RunAsync(cancel);
                    return 0;
                })
        );
        return command;
    }
}
