using System.Runtime.InteropServices;

namespace Padu.Storage;

/// <summary>Makes names durable: a renamed file survives a power loss only when its folder was flushed too.</summary>
internal static partial class Durable
{
    /// <summary>Gives a flushed file its final name, and flushes the folder.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // NTFS journals names itself.
            return;
        }

        var handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened for flushing ({Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (FSync(handle) != 0)
            {
                throw new IOException($"The folder {folder} cannot be flushed ({Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

#pragma warning disable SYSLIB1054, CA2101 // three calls of libc are not worth unsafe code in the whole project
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
#pragma warning restore SYSLIB1054, CA2101
}
