namespace Padu.Tests.Calendar;

/// <summary>A copy of the shipped reference folder in which a test breaks one thing.</summary>
internal sealed class ReferenceFolder : IDisposable
{
    public ReferenceFolder()
    {
        Path = Directory.CreateTempSubdirectory("padu-reference-").FullName;
        var shipped = System.IO.Path.Combine(AppContext.BaseDirectory, "reference");
        foreach (var file in Directory.EnumerateFiles(shipped, "*.csv", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Puts <paramref name="text"/> in place of a line, the header being line 1; one past the end appends.</summary>
    public void Put(string name, int line, string text)
    {
        var lines = File.ReadAllLines(this[name]).ToList();
        lines.RemoveRange(line - 1, Math.Min(1, lines.Count - (line - 1)));
        lines.Insert(line - 1, text);
        File.WriteAllLines(this[name], lines);
    }

    public int Lines(string name) => File.ReadAllLines(this[name]).Length;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
