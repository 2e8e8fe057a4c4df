using System.CommandLine;
using Padu.Calendar;
using Padu.Domain.Oversight;
using Padu.Storage;
using Padu.Web;

namespace Padu.Commands;

/// <summary><c>padu serve</c>: serves the site of an installation.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = StorageCommand.Data();
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command(
            "serve",
            "Serve the site of an installation. Example: padu serve --data /srv/padu --urls http://127.0.0.1:5080"
        )
        {
            data,
            urls,
        };
        command.SetAction(
            (result, cancel) =>
                StorageCommand.Guarded(async () =>
                {
                    var folder = result.GetValue(data)!.FullName;
                    var settings = InstallationSettings.Load(folder);
                    await using var app = PaduHost.Build(
                        new HostSettings(
                            folder,
                            result.GetValue(urls)!,
                            settings.PublicUrl,
                            Smtp: settings.Smtp,
                            Elsewhere: settings.Elsewhere,
                            ClamAv: settings.ClamAv
                        )
                    );
                    app.Services.GetRequiredService<StorageSetup>().CheckAtStart();
                    await app.StartAsync(cancel);
                    await Console.Out.WriteLineAsync($"Padu serves {folder} on {app.Urls.First()}");
                    await TellUnconfirmed(app.Services.GetRequiredService<Law>());
                    await app.WaitForShutdownAsync(cancel);
                    return 0;
                })
        );
        return command;
    }

    /// <summary>What nobody has confirmed lapses no right; whoever starts the program should know of it each time.</summary>
    private static async Task TellUnconfirmed(Law law)
    {
        var rules = law.Rules.Rows.Where(row => !row.IsConfirmed).ToList();
        if (rules.Count > 0)
        {
            await Console.Out.WriteLineAsync(
                $"Not confirmed by an institution (see /atur/aturan): {string.Join(", ", rules.Select(row => row.Code))}"
            );
        }

        var holidays = law.Calendar.Sets.Where(set => law.WhoSigned(set).Length < Confirming.Signatures).ToList();
        if (holidays.Count > 0)
        {
            await Console.Out.WriteLineAsync(
                $"Holidays not signed by {Confirming.Signatures} people: {string.Join(", ", holidays.Select(set => set.Year))}"
            );
        }
    }
}
