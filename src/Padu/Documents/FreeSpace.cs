using Padu.Storage;

namespace Padu.Documents;

/// <summary>
/// Whether the disk has room for files. Below the floor uploads are refused while filing in words goes on: a complaint is a few kilobytes, and the
/// floor is kept for them.
/// </summary>
public class FreeSpace(DataFolder folder)
{
    public const long Floor = 1024L * 1024 * 1024;

    public bool HasRoomFor(long bytes) => Bytes - bytes >= Floor;

    protected virtual long Bytes => new DriveInfo(folder.Path).AvailableFreeSpace;
}
