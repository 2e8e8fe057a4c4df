using System.Runtime.CompilerServices;

namespace Padu.Tests.Web;

/// <summary>The sources of the program, for tests that hold all of something to a rule.</summary>
internal static class SourceTree
{
    public static string Program => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src", "Padu"));

    /// <summary>Every file of a kind, without what was built or fetched.</summary>
    public static IEnumerable<(string Path, string Text)> Files(params string[] extensions) =>
        Directory
            .EnumerateFiles(Program, "*", SearchOption.AllDirectories)
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Where(path =>
                !path[Program.Length..]
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot")
            )
            .Select(path => (Path.GetRelativePath(Program, path), File.ReadAllText(path)));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
