using System.Diagnostics;
using System.Globalization;
using Padu.Mutate;

// Tells small lies about the law to the tests of the rules and lists those that nobody noticed.
//   Padu.Mutate [amounts | arms [PART-OF-A-PATH]]
var root = Find(AppContext.BaseDirectory);
var built = Path.Combine(root, "tests", "Padu.Domain.Tests", "bin", "Release", "net10.0");
List<Mutant> mutants = args switch
{
    ["amounts"] => [.. Mutants.OfAmounts(root)],
    ["arms", .. var only] => [.. Mutants.OfArms(root, built, only.FirstOrDefault())],
    [] => [.. Mutants.OfAmounts(root), .. Mutants.OfArms(root, built, null)],
    _ => throw new ArgumentException("amounts, arms, or nothing for both"),
};

if (!Passes(built, out var words))
{
    await Console.Error.WriteLineAsync($"The tests fail without any lie:\n{words}");
    return 2;
}

var survivors = new List<Mutant>();
var told = 0;
var queue = new System.Collections.Concurrent.ConcurrentQueue<Mutant>(mutants);
await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Work)));
Console.WriteLine();
foreach (var mutant in survivors.OrderBy(one => one.Where, StringComparer.Ordinal))
{
    Console.WriteLine($"survived  {mutant.Where}  {mutant.What}");
}

Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{mutants.Count} lies, {told} of them programs, {survivors.Count} survived.")
);
return survivors.Count == 0 ? 0 : 1;

void Work()
{
    while (queue.TryDequeue(out var mutant))
    {
        var copy = Directory.CreateTempSubdirectory("padu-mutasi-").FullName;
        try
        {
            Copy(built, copy);
            if (!mutant.Tell(copy))
            {
                continue;
            }

            Interlocked.Increment(ref told);
            if (Passes(copy, out _))
            {
                lock (survivors)
                {
                    survivors.Add(mutant);
                    Console.WriteLine($"survived  {mutant.Where}  {mutant.What}");
                }
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}

// Whether every test passes. One that never ends has noticed.
static bool Passes(string tests, out string words)
{
    using var process = Process.Start(
        new ProcessStartInfo(Path.Combine(tests, "Padu.Domain.Tests"), "-noLogo -noColor -stopOnFail")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = tests,
        }
    )!;
    var error = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEndAsync();
    var ended = process.WaitForExit(TimeSpan.FromMinutes(1));
    if (!ended)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    words = output.Result + error.Result;
    return ended && process.ExitCode == 0;
}

static void Copy(string from, string to)
{
    foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var target = Path.Combine(to, Path.GetRelativePath(from, path));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(path, target);
    }
}

static string Find(string from)
{
    for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
    {
        if (File.Exists(Path.Combine(at.FullName, "Padu.slnx")))
        {
            return at.FullName;
        }
    }

    throw new DirectoryNotFoundException("Start it inside the repository.");
}
