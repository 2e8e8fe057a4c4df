using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Padu.Mutate;

/// <summary>
/// All lies about the rules in one program: each arm of a switch, each <c>condition ? refusal : rest</c>, each guard (an <c>if</c> that only leaves) asks
/// first whether it is the one left out, and says so where a log is kept. So the rules are compiled once, and which tests reach a lie is known before any is
/// told. A lie that is no program is left out of it and counted.
/// </summary>
internal sealed class Arms
{
    private const string Mark = "bohong";

    private const string Switch = """
        namespace Padu.Domain;
        public static class Lie
        {
            private static readonly int Told = int.TryParse(System.Environment.GetEnvironmentVariable("PADU_LIE"), out var told) ? told : -1;
            private static readonly string? Log = System.Environment.GetEnvironmentVariable("PADU_LIE_LOG");
            private static readonly bool[] Seen = new bool[100_000];
            static Lie()
            {
                if (Log is not null)
                {
                    System.AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllLines(
                        Log,
                        System.Linq.Enumerable.Select(
                            System.Linq.Enumerable.Where(System.Linq.Enumerable.Range(0, Seen.Length), one => Seen[one]),
                            one => one.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    );
                }
            }
            public static bool No(int lie)
            {
                if (Log is not null)
                {
                    Seen[lie] = true;
                }
                return lie != Told;
            }
        }
        """;

    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private readonly Dictionary<SyntaxNode, ArmMutant> lies = [];

    /// <summary>Those that are programs.</summary>
    public IReadOnlyCollection<ArmMutant> All => lies.Values;

    public int NoPrograms { get; private set; }

    /// <summary>The rules with all lies in them, none of them told unless somebody asks for it.</summary>
    public byte[] Program { get; }

    public Arms(string root, string tests)
    {
        var trees = Directory
            .EnumerateFiles(Path.Combine(root, "src", "Padu.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Holds(path, "bin") && (!Holds(path, "obj") || Holds(path, "Release")))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path))
            .ToList();
        foreach (var tree in trees.Where(tree => !Holds(tree.FilePath, "obj")))
        {
            var file = Path.GetRelativePath(root, tree.FilePath).Replace('\\', '/');
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (WhatIsSaid(node) is { } what)
                {
                    var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                    lies[node] = new ArmMutant(file, line, what, lies.Count);
                }
            }
        }

        var whole = CSharpCompilation.Create(
            "Padu.Domain",
            [CSharpSyntaxTree.ParseText(Switch, Options)],
            References(tests),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        var written = Generated(whole.AddSyntaxTrees(trees));
        while (true)
        {
            var lying = trees.Select(tree => tree.WithRootAndOptions(new Teller(lies).Visit(tree.GetRoot())!, Options)).ToList();
            using var program = new MemoryStream();
            var made = whole.AddSyntaxTrees(lying).AddSyntaxTrees(written).Emit(program);
            if (made.Success)
            {
                Program = program.ToArray();
                return;
            }

            Drop(made.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList());
        }
    }

    /// <summary>What the compiler's generators write for the rules: the patterns. No lie is told there.</summary>
    private static IEnumerable<SyntaxTree> Generated(Compilation rules)
    {
        var packs = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref")
        );
        var generator = Directory
            .EnumerateFiles(packs, "System.Text.RegularExpressions.Generator.dll", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .First();
        var written = CSharpGeneratorDriver
            .Create(new AnalyzerFileReference(generator, Loader.Instance).GetGenerators(LanguageNames.CSharp), parseOptions: Options)
            .RunGenerators(rules)
            .GetRunResult();
        return written.GeneratedTrees.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), Options));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    /// <summary>Takes out the lies by which a variable would be read that nobody set.</summary>
    private void Drop(List<Diagnostic> errors)
    {
        var wrong = errors
            .Select(error => error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan))
            .SelectMany(node => node.AncestorsAndSelf())
            .SelectMany(node => node is BlockSyntax block ? block.Statements.Cast<SyntaxNode>().Prepend(node) : [node])
            .Where(node => node is IfStatementSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax)
            .SelectMany(node => node.GetAnnotations(Mark))
            .Select(mark => int.Parse(mark.Data!, CultureInfo.InvariantCulture))
            .ToHashSet();
        var found = lies.Where(one => wrong.Contains(one.Value.Number) && SetsSomething(one.Key)).Select(one => one.Key).ToList();
        if (found.Count == 0)
        {
            throw new InvalidOperationException($"The rules cannot be compiled with the lies in them: {errors[0]}");
        }

        found.ForEach(node => lies.Remove(node));
        NoPrograms += found.Count;
    }

    private static bool SetsSomething(SyntaxNode node) =>
        (
            node switch
            {
                IfStatementSyntax guard => guard.Condition,
                ConditionalExpressionSyntax choice => choice.Condition,
                _ => node,
            }
        )
            .DescendantNodesAndSelf()
            .Any(inner => inner is SingleVariableDesignationSyntax);

    /// <summary>What the program would lack; null where the node is no arm of a rule.</summary>
    private static string? WhatIsSaid(SyntaxNode node) =>
        node switch
        {
            SwitchExpressionArmSyntax arm when IsARule(arm) =>
                $"without the arm {Short(arm.Pattern + (arm.WhenClause is { } when ? " " + when : ""))}",
            ConditionalExpressionSyntax choice when IsRefusal(choice.WhenTrue) =>
                $"without the refusal where {Short(choice.Condition.ToString())}",
            IfStatementSyntax { Else: null } guard when Leaves(guard.Statement) => $"without the guard {Short(guard.Condition.ToString())}",
            _ => null,
        };

    /// <summary>What cannot be reached, and the last way out, say nothing of the law.</summary>
    private static bool IsARule(SwitchExpressionArmSyntax arm) =>
        arm.Expression is not ThrowExpressionSyntax && !(arm.Pattern is DiscardPatternSyntax or VarPatternSyntax && arm.WhenClause is null);

    private static bool IsRefusal(ExpressionSyntax told) =>
        told is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Refusal" } }
        || (told is ConditionalExpressionSyntax inner && IsRefusal(inner.WhenTrue));

    private static bool Leaves(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax { Statements: [var only] } => Leaves(only),
            ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
            _ => false,
        };

    private static IEnumerable<MetadataReference> References(string tests) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || path.EndsWith("netstandard.dll", StringComparison.Ordinal)
            )
            .Append(Path.Combine(tests, "NodaTime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool Holds(string path, string folder) => path.Contains($"/{folder}/", StringComparison.Ordinal);

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 120 ? line : line[..120] + "…";
    }

    /// <summary>Puts the question before every lie.</summary>
    private sealed class Teller(Dictionary<SyntaxNode, ArmMutant> lies) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
        {
            var inner = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
            return lies.TryGetValue(node, out var lie)
                ? inner
                    .WithPattern(inner.Pattern.WithTrailingTrivia(SyntaxFactory.Space))
                    .WithWhenClause(
                        SyntaxFactory
                            .WhenClause(Unless(lie, inner.WhenClause?.Condition))
                            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                    )
                    .WithAdditionalAnnotations(MarkOf(lie))
                : inner;
        }

        public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
        {
            var inner = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
            return lies.TryGetValue(node, out var lie)
                ? inner.WithCondition(Unless(lie, inner.Condition)).WithAdditionalAnnotations(MarkOf(lie))
                : inner;
        }

        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            var inner = (IfStatementSyntax)base.VisitIfStatement(node)!;
            return lies.TryGetValue(node, out var lie)
                ? inner.WithCondition(Unless(lie, inner.Condition)).WithAdditionalAnnotations(MarkOf(lie))
                : inner;
        }

        private static SyntaxAnnotation MarkOf(ArmMutant lie) => new(Mark, lie.Number.ToString(CultureInfo.InvariantCulture));

        /// <summary>The condition stands in its parentheses as it was; the question comes first.</summary>
        private static ExpressionSyntax Unless(ArmMutant lie, ExpressionSyntax? condition)
        {
            var question = SyntaxFactory.ParseExpression(
                $"global::Padu.Domain.Lie.No({lie.Number.ToString(CultureInfo.InvariantCulture)})"
            );
            return condition is null
                ? question.WithTrailingTrivia(SyntaxFactory.Space)
                : SyntaxFactory.ParenthesizedExpression(
                    SyntaxFactory.BinaryExpression(
                        SyntaxKind.LogicalAndExpression,
                        question,
                        SyntaxFactory.ParenthesizedExpression(condition.WithoutTrivia())
                    )
                );
        }
    }
}
