using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Padu.Mutate;

/// <summary>One small lie about the law, which some test must notice.</summary>
/// <param name="Where">File and line.</param>
/// <param name="What">What was changed.</param>
/// <param name="Tell">Writes the lie into a copy of the tests; false where it is no program.</param>
internal sealed record Mutant(string Where, string What, Func<string, bool> Tell);

/// <summary>All lies: each amount of a rule row one more and one less, each arm of the rules' switches taken away.</summary>
internal static class Mutants
{
    private const string Table = "reference/deadlines.csv";

    public static IEnumerable<Mutant> OfAmounts(string root)
    {
        var lines = File.ReadAllLines(Path.Combine(root, Table));
        for (var at = 1; at < lines.Length; at++)
        {
            var columns = lines[at].Split(',', 3);
            foreach (var step in new[] { -1, 1 })
            {
                var other = int.Parse(columns[1], System.Globalization.CultureInfo.InvariantCulture) + step;
                if (other < 1)
                {
                    continue;
                }

                string[] told = [.. lines];
                told[at] = $"{columns[0]},{other},{columns[2]}";
                yield return new Mutant(
                    $"{Table}:{at + 1}",
                    $"{columns[0]}: {columns[1]} becomes {other}",
                    tests =>
                    {
                        File.WriteAllLines(Path.Combine(tests, Table), told);
                        return true;
                    }
                );
            }
        }
    }

    /// <param name="only">A part of the path of the files to take; null for all.</param>
    public static IEnumerable<Mutant> OfArms(string root, string tests, string? only)
    {
        var sources = Path.Combine(root, "src", "Padu.Domain");
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = Directory
            .EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}Debug", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .ToList();
        var whole = CSharpCompilation.Create(
            "Padu.Domain",
            trees,
            References(tests),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        foreach (var tree in trees.Where(tree => !tree.FilePath.Contains("obj", StringComparison.Ordinal)))
        {
            if (only is not null && !tree.FilePath.Contains(only, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var arm in tree.GetRoot().DescendantNodes().OfType<SwitchExpressionArmSyntax>().Where(IsARule))
            {
                var line = arm.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return new Mutant(
                    $"{Path.GetRelativePath(root, tree.FilePath)}:{line}",
                    $"without the arm {Short(arm.Pattern + (arm.WhenClause is { } when ? " " + when : ""))}",
                    copy => Compile(whole, tree, arm, copy)
                );
            }
        }
    }

    /// <summary>What cannot be reached, and the last way out, say nothing of the law.</summary>
    private static bool IsARule(SwitchExpressionArmSyntax arm) =>
        arm.Expression is not ThrowExpressionSyntax && !(arm.Pattern is DiscardPatternSyntax or VarPatternSyntax && arm.WhenClause is null);

    private static bool Compile(CSharpCompilation whole, SyntaxTree tree, SwitchExpressionArmSyntax arm, string copy)
    {
        var without = tree.GetRoot().RemoveNode(arm, SyntaxRemoveOptions.KeepNoTrivia)!;
        var told = whole.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(without, tree.Options));
        using var program = new MemoryStream();
        if (!told.Emit(program).Success)
        {
            return false;
        }

        File.WriteAllBytes(Path.Combine(copy, "Padu.Domain.dll"), program.ToArray());
        return true;
    }

    private static IEnumerable<MetadataReference> References(string tests) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || path.EndsWith("netstandard.dll", StringComparison.Ordinal)
            )
            .Append(Path.Combine(tests, "NodaTime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 90 ? line : line[..90] + "…";
    }
}
