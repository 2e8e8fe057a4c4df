using MimeKit;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Channels.Notices;

/// <summary>A demonstration sends nothing: its letters lie in the folder <c>surat</c> and the page <c>/contoh/surat</c> shows them.</summary>
public sealed class FolderTransport(DataFolder folder) : IMailTransport, IKeepsCopies
{
    private string Path => System.IO.Path.Combine(folder.Path, "surat");

    public async Task Send(MimeMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path);
        // The message id names the file, so a second delivery of the same letter is the same file. It has its name when it is whole: whoever reads
        // the folder meanwhile finds the letter or does not.
        var file = System.IO.Path.Combine(Path, message.MessageId + ".eml");
        await message.WriteToAsync(file + ".baru", cancel);
        File.Move(file + ".baru", file, overwrite: true);
    }

    /// <summary>A letter names its complaint's number and the address it went to.</summary>
    public async Task Forget(IReadOnlyCollection<PublicNumber> erased, CancellationToken cancel)
    {
        foreach (var file in Directory.Exists(Path) ? Directory.GetFiles(Path, "*.eml") : [])
        {
            var letter = await MimeMessage.LoadAsync(file, cancel);
            if (erased.Any(number => letter.TextBody?.Contains(number.Value, StringComparison.Ordinal) == true))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The newest letters, newest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> Newest(int most, CancellationToken cancel)
    {
        if (!Directory.Exists(Path))
        {
            return [];
        }

        var files = new DirectoryInfo(Path)
            .EnumerateFiles("*.eml")
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .ThenByDescending(file => file.Name);
        var letters = new List<MimeMessage>();
        foreach (var file in files.Take(most))
        {
            letters.Add(await MimeMessage.LoadAsync(file.FullName, cancel));
        }

        return letters;
    }
}
