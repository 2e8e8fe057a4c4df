using System.CommandLine;
using NodaTime;
using Padu.Calendar;
using Padu.Oversight;
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
                    var law = app.Services.GetRequiredService<Law>();
                    var today = law.For(app.Services.GetRequiredService<DataFolder>().Province.Value)
                        .DayOf(app.Services.GetRequiredService<IClock>().GetCurrentInstant());
                    foreach (var sentence in LawAtStart.Sentences(law, today))
                    {
                        await Console.Out.WriteLineAsync(sentence);
                    }

                    await app.WaitForShutdownAsync(cancel);
                    return 0;
                })
        );
        return command;
    }
}
