using NodaTime;
using Padu.Demonstration;
using Padu.Storage;

namespace Padu.Tests.Demonstration;

public sealed class DemonstrationFolderTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 10, 3, 0);
    private static readonly DemonstrationNotes Notes = new("rahasia", [new DemonstrationReceipt(1, "17-2026-0000000", "AAAA")]);
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("padu-contoh-");

    private string Folder => Path.Combine(home.FullName, "contoh");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public void Ready_Filled_IsServedAsItIs()
    {
        Notes.Write(DemonstrationFolder.Make(Folder, Now));

        var ready = DemonstrationFolder.Ready(Folder, isFresh: false);

        Assert.Equal(Notes.Password, ready!.Password);
        Assert.Equal(Notes.Receipts, ready.Receipts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ready_FreshOrFillingBrokenOff_IsEmptiedToBeMadeAnew(bool wasFilled)
    {
        var folder = DemonstrationFolder.Make(Folder, Now);
        if (wasFilled)
        {
            Notes.Write(folder);
        }

        Assert.Null(DemonstrationFolder.Ready(Folder, isFresh: wasFilled));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
        DemonstrationFolder.Make(Folder, Now);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ready_Installation_IsRefusedAndKept(bool isFresh)
    {
        DataFolder.Create(Folder, DataFolderKind.Installation, DemonstrationFolder.Province, Now);
        var before = Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Order().ToList();

        Assert.Throws<StartRefusedException>(() => DemonstrationFolder.Ready(Folder, isFresh));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public void Make_FolderWithOtherThings_IsRefusedAndKept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "foto.txt"), "milik orang");

        Assert.Null(DemonstrationFolder.Ready(Folder, isFresh: true));
        Assert.Throws<StartRefusedException>(() => DemonstrationFolder.Make(Folder, Now));
        Assert.Equal("milik orang", File.ReadAllText(Path.Combine(Folder, "foto.txt")));
    }
}
