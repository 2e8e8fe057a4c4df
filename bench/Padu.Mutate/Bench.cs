using System.Diagnostics;
using System.Globalization;

namespace Padu.Mutate;

/// <summary>A copy of the built tests in which lies are told one after another, each in a process of its own.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string built;
    private readonly string copy = Directory.CreateTempSubdirectory("padu-mutasi-").FullName;

    /// <param name="program">The rules with the lies in them; null for the rules as they were built.</param>
    public Bench(string built, byte[]? program)
    {
        this.built = built;
        foreach (var path in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(built, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        if (program is not null)
        {
            File.WriteAllBytes(Path.Combine(copy, "Padu.Domain.dll"), program);
        }
    }

    /// <summary>Which lies the tests of one class ask about.</summary>
    public IReadOnlyCollection<int> ReachedBy(string testClass, TimeSpan patience)
    {
        var log = Path.Combine(copy, "dicapai.txt");
        File.Delete(log);
        if (!Passes(["-class", testClass], patience, isQuick: false, ("PADU_LIE_LOG", log), out var words))
        {
            throw new InvalidOperationException($"{testClass} fails without any lie:\n{words}");
        }

        return File.Exists(log) ? [.. File.ReadLines(log).Select(line => int.Parse(line, CultureInfo.InvariantCulture))] : [];
    }

    /// <summary>Whether one of the tests that reach an arm noticed that it is left out; first with few random cases, then with all.</summary>
    public bool Notices(ArmMutant lie, IReadOnlyList<string> classes, TimeSpan patience)
    {
        string[] asked = [.. classes.SelectMany(one => new[] { "-class", one })];
        var told = ("PADU_LIE", lie.Number.ToString(CultureInfo.InvariantCulture));
        return !Passes(asked, patience, isQuick: true, told, out _) || !Passes(asked, patience, isQuick: false, told, out _);
    }

    public bool Notices(AmountMutant lie, TimeSpan patience)
    {
        File.WriteAllLines(Path.Combine(copy, AmountMutant.Table), lie.Told);
        var noticed =
            !Passes(["-class", "Padu.Domain.Tests.Calendar.RulePeriodTests"], patience, isQuick: true, null, out _)
            || !Passes([], patience, isQuick: false, null, out _);
        File.Copy(Path.Combine(built, AmountMutant.Table), Path.Combine(copy, AmountMutant.Table), overwrite: true);
        return noticed;
    }

    /// <summary>Whether every test passes. One that never ends has noticed.</summary>
    /// <param name="isQuick">With few random cases.</param>
    public bool Passes(string[] asked, TimeSpan patience, bool isQuick, (string Name, string Value)? setting, out string words)
    {
        var start = new ProcessStartInfo(Path.Combine(copy, "Padu.Domain.Tests"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = copy,
        };
        foreach (var argument in new[] { "-noLogo", "-noColor", "-stopOnFail" }.Concat(asked))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_TieredPGO"] = "0";
        if (isQuick)
        {
            start.Environment["CsCheck_Iter"] = "10";
        }

        if (setting is { } one)
        {
            start.Environment[one.Name] = one.Value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExit(patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        words = output.Result + error.Result;
        return ended && process.ExitCode == 0;
    }

    public void Dispose() => Directory.Delete(copy, recursive: true);
}
