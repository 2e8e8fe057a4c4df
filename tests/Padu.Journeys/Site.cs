using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Padu.Demonstration;
using Padu.Storage;

[assembly: AssemblyFixture(typeof(Padu.Journeys.Site))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]

namespace Padu.Journeys;

/// <summary>
/// The built program as a process of its own, serving a fresh demonstration on a free port, and one Chromium to look at it. Shared by all tests:
/// each takes a browser context of its own, and no test counts cases.
/// </summary>
public sealed partial class Site : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The shell without a window of its own where there is one: the whole browser draws its own bars for every visitor.</summary>
    private static readonly string Chromium =
        Environment.GetEnvironmentVariable("PADU_CHROMIUM")
        ?? new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium is installed, and PADU_CHROMIUM names none.");

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("padu-perjalanan-");
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process program = new();
    private IPlaywright? playwright;
    private bool started;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the program listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public DemonstrationNotes Notes { get; private set; } = null!;

    /// <summary>What the program has written so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            await Start();
        }
        catch
        {
            // Whoever fails to start is not asked to stop.
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (started && !program.HasExited)
        {
            program.Kill();
            await program.WaitForExitAsync();
        }

        program.Dispose();
        home.Delete(recursive: true);
    }

    private async Task Start()
    {
        var folder = Path.Combine(home.FullName, "contoh");
        program.StartInfo = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "padu.dll"), "demo", "--data", folder, "--urls", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        program.OutputDataReceived += (_, line) => Heard(line.Data);
        program.ErrorDataReceived += (_, line) => Heard(line.Data);
        program.EnableRaisingEvents = true;
        program.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"padu demo ended:\n{Log}"));
        started = program.Start();
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                // Nothing of the browser's own may reach for the network: the budget counts every request. And nobody out there is asked for anything.
                Args =
                [
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
        Address = await address.Task.WaitAsync(Patience);
        Notes = DemonstrationNotes.Read(DataFolder.Open(folder)) ?? throw new InvalidOperationException("The demonstration left no notes.");
    }

    private void Heard(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }

        if (line is not null && AddressLine().Match(line) is { Success: true } found)
        {
            address.TrySetResult(found.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"^Alamat\s+(http://\S+)")]
    private static partial Regex AddressLine();
}
