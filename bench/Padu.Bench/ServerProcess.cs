using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Padu.Bench;

/// <summary>A program started as a process of its own, so that it can be killed like one.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly StringBuilder said = new();

    private ServerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it printed, newest last.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>Starts a program of the build's folder: <c>padu</c>, or this one.</summary>
    public static ServerProcess Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program + ".dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Exit, string Said)> Finish(string program, string[] arguments, CancellationToken cancel)
    {
        using var one = Start(program, arguments);
        await one.process.WaitForExitAsync(cancel);
        return (one.process.ExitCode, one.Said);
    }

    /// <summary>Waits until it answers.</summary>
    public async Task Ready(string address, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {process.ExitCode}:\n{Said}");
            }

            try
            {
                using var answer = await http.GetAsync("/healthz", cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && waited.Elapsed < Patience)
            {
                // Not listening yet.
            }

            await Task.Delay(50, cancel);
        }
    }

    /// <summary>The bytes it holds now; from here on the most it holds is counted anew. Linux only.</summary>
    public async Task<long> Hold(CancellationToken cancel)
    {
        await File.WriteAllTextAsync($"/proc/{process.Id}/clear_refs", "5", cancel);
        return await Status("VmRSS", cancel);
    }

    /// <summary>The most bytes it has held since <see cref="Hold"/>.</summary>
    public Task<long> Held(CancellationToken cancel) => Status("VmHWM", cancel);

    private async Task<long> Status(string name, CancellationToken cancel)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{process.Id}/status", cancel);
        var kilobytes = lines.Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..^2];
        return 1024 * long.Parse(kilobytes, CultureInfo.InvariantCulture);
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.AppendLine(line);
        }
    }
}
