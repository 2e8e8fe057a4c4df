using System.CommandLine;
using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Padu.Calendar;
using Padu.Demonstration;
using Padu.Storage;
using Padu.Web;

namespace Padu.Commands;

/// <summary><c>padu demo</c>: fills a demonstration's own folder, or finds it filled, and serves it.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The demonstration's own folder.",
            DefaultValueFactory = _ => new DirectoryInfo("contoh"),
        };
        var fresh = new Option<bool>("--fresh") { Description = "Start over: what the demonstration holds is deleted." };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command(
            "demo",
            """
            Serve a demonstration: fictional people, 44 complaints at every stage, log-ins printed here and on /contoh.
            Example: padu demo --data contoh --fresh
            Refuses every folder that is not a demonstration's own.
            """
        )
        {
            data,
            fresh,
            urls,
        };
        command.SetAction(
            async (result, cancel) =>
            {
                try
                {
                    var settings = new HostSettings(result.GetValue(data)!.FullName, result.GetValue(urls)!, Demonstration: true);
                    await Run(settings, result.GetValue(fresh), cancel);
                    return 0;
                }
                catch (Exception problem) when (problem is StartRefusedException or ReferenceDataException)
                {
                    await Console.Error.WriteLineAsync(problem.Message);
                    return 1;
                }
            }
        );
        return command;
    }

    private static async Task Run(HostSettings settings, bool isFresh, CancellationToken cancel)
    {
        Console.WriteLine("DATA CONTOH – bukan situs resmi KPU atau Ombudsman");
        var notes = DemonstrationFolder.Ready(settings.DataFolder, isFresh) ?? await Fill(settings, cancel);
        await using var app = PaduHost.Build(settings);
        app.Services.GetRequiredService<StorageSetup>().CheckAtStart();
        await app.StartAsync(cancel);
        Tell(notes, app.Urls.First());
        await app.WaitForShutdownAsync(cancel);
    }

    internal static async Task<DemonstrationNotes> Fill(HostSettings settings, CancellationToken cancel)
    {
        var elapsed = Stopwatch.StartNew();
        var now = SystemClock.Instance.GetCurrentInstant();
        var content = DemonstrationContent.Load();
        var days = new DemonstrationDays(ReferenceCalendar.Load().For(DemonstrationFolder.Province.Value), now);
        var clock = new SimulatedClock(DemonstrationFiller.Beginning(content, days));
        var folder = DemonstrationFolder.Make(settings.DataFolder, now);
        Console.WriteLine($"Mengisi {settings.DataFolder} …");
        await using var app = PaduHost.Build(
            settings,
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
                // One printed password for everybody needs no slow hash; the first sign-in replaces it by the usual one.
                builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
                builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Padu", LogLevel.Warning);
            }
        );
        app.Services.GetRequiredService<StorageSetup>().Migrate();
        var notes = await new DemonstrationFiller(app.Services, clock).Fill(content, days, now, cancel);
        notes.Write(folder);
        Console.WriteLine($"{content.Complaints.Length} pengaduan rekaan dalam {elapsed.Elapsed.TotalSeconds:F1} detik.");
        return notes;
    }

    private static void Tell(DemonstrationNotes notes, string address)
    {
        Console.WriteLine();
        Console.WriteLine($"Alamat      {address}   (semua nama masuk dan contoh nomor: {address}/contoh)");
        Console.WriteLine($"Kata sandi  {notes.Password}   (satu untuk semua)");
        foreach (var office in DemonstrationAccounts.Load().GroupBy(one => one.Office))
        {
            Console.WriteLine($"  {office.Key, -14}{string.Join("  ", office.Select(one => one.UserName))}");
        }

        Console.WriteLine();
        Console.WriteLine("Ctrl+C menghentikan; --fresh memulai dari awal.");
    }
}
