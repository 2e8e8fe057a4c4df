using System.Runtime.InteropServices;

namespace Padu.Storage;

/// <summary>What .NET has no call for: a renamed file survives a power cut only when its folder was flushed too.</summary>
internal static partial class Durable
{
    private const int ReadOnlyDirectory = 0x10000;

    /// <summary>Gives a flushed file its final name, durably.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Folder(Path.GetDirectoryName(to)!);
    }

    public static void Folder(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(path, ReadOnlyDirectory);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {path} could not be opened for flushing.");
        }

        var flushed = Fsync(descriptor);
        _ = Close(descriptor);
        if (flushed != 0)
        {
            throw new IOException($"The folder {path} could not be flushed.");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
