using System.Diagnostics;
using System.Globalization;
using NetVips;
using Padu.Tests.Documents;

namespace Padu.Bench;

/// <summary>
/// Every hostile file of the tests, and the largest good picture that is taken, sent to a running server: how long each answer takes and how much the server
/// grows while it looks.
/// </summary>
internal static class FileDrill
{
    private const double MostSeconds = 5;
    private const long MostBytes = 100_000_000;

    /// <returns>True when each hostile file was refused, the good one taken, and all within time and memory.</returns>
    public static async Task<bool> Run(Action<string> say, CancellationToken cancel)
    {
        using var place = await Workplace.Make();
        var address = ServerProcess.FreeAddress();
        using var server = ServerProcess.Start("padu", "serve", "--data", place.Data, "--urls", address);
        await server.Ready(address, cancel);
        using var somebody = new Complainant(new Uri(address));
        await somebody.Tell("Antrean loket tidak pernah dipanggil.", cancel);
        await somebody.Attach("pertama.jpg", SampleFiles.Photo(600, 400), cancel);

        var isSound = true;
        var files = HostileFiles.All.Select(one => (one.What, one.Name, Bytes: one.Bytes(), Taken: false));
        foreach (var (what, name, bytes, taken) in files.Append(("a good picture of 40 megapixels", "besar.png", Largest(), true)))
        {
            var before = await server.Hold(cancel);
            var clock = Stopwatch.StartNew();
            var answer = await somebody.Attach(name, bytes, cancel);
            var seconds = clock.Elapsed.TotalSeconds;
            var grown = await server.Held(cancel) - before;
            var holds = answer == taken && seconds <= MostSeconds && grown <= MostBytes;
            isSound &= holds;
            say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(holds ? "yes" : "NO ")}  {seconds, 5:F2} s {grown / 1_000_000.0, 6:F1} MB  {(answer ? "taken  " : "refused")}  {what}"
                )
            );
        }

        return isSound;
    }

    /// <summary>Of one colour: few bytes to send, and as many points to draw anew as any picture that is taken.</summary>
    private static byte[] Largest() => (Image.Black(8_000, 5_000, bands: 3) + 120).Cast(Enums.BandFormat.Uchar).PngsaveBuffer();
}
