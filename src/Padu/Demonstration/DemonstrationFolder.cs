using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>
/// The folder of a demonstration. Only a folder that is marked as a demonstration's own is ever emptied; an installation's, and any folder with
/// other things in it, is refused.
/// </summary>
public static class DemonstrationFolder
{
    public static readonly RegionCode Province = new("17");

    /// <summary>The notes of a demonstration that is ready, or null when the folder must be made and filled.</summary>
    /// <param name="isFresh">Start over.</param>
    /// <exception cref="StartRefusedException">The folder belongs to something else.</exception>
    public static DemonstrationNotes? Ready(string path, bool isFresh)
    {
        if (!DataFolder.Exists(path))
        {
            return null;
        }

        var folder = DataFolder.Open(path, DataFolderKind.Demonstration);
        if (!isFresh && DemonstrationNotes.Read(folder) is { } notes)
        {
            return notes;
        }

        Empty(folder);
        return null;
    }

    /// <exception cref="StartRefusedException">There is something in it.</exception>
    public static DataFolder Make(string path, Instant now) => DataFolder.Create(path, DataFolderKind.Demonstration, Province, now);

    /// <summary>The marker goes last: a deletion that was broken off can be taken up again.</summary>
    private static void Empty(DataFolder folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder.Path))
        {
            Directory.Delete(inner, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path).OrderBy(file => Path.GetFileName(file) == "padu.json"))
        {
            File.Delete(file);
        }
    }
}
