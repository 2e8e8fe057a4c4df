using NetVips;

namespace Padu.Documents;

/// <summary>The cleaned copy of a picture, or why there is none.</summary>
public sealed record CleanedPicture(byte[]? Bytes, string? Refusal);

/// <summary>
/// Draws a picture anew: the same pixels upright and in common colours, without place, device, time, comments or whatever else was written beside
/// or behind them. The loaders are named one by one, what they may use is bounded, and one that takes too long is stopped.
/// </summary>
public sealed class PictureCleaner : IDisposable
{
    private const int Quality = 90;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>One at a time: forty megapixels are 160 MB while they are turned.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What the library says of a broken file would put pieces of it into the log.</summary>
    private static readonly Log.LogDelegate Silence = (_, _, _) => { };

    static PictureCleaner()
    {
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, Silence);
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    public async Task<CleanedPicture> Clean(FileKind kind, byte[] received, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Longest);
            return await Task.Run(() => Draw(kind, received, limit.Token), cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static CleanedPicture Draw(FileKind kind, byte[] received, CancellationToken limit)
    {
        try
        {
            using var loaded = Load(kind, received);
            if (!PictureHeader.Fits(loaded.Width, loaded.Height))
            {
                return new CleanedPicture(null, "evidence.picture-too-large");
            }

            loaded.SetProgress(null, limit);
            // Turning needs the whole picture at once: in memory, never in a file.
            using var whole = IsTurned(loaded) ? loaded.CopyMemory() : loaded.Copy();
            using var upright = whole.Autorot();
            using var common = InCommonColours(upright);
            common.SetProgress(null, limit);
            return new CleanedPicture(Save(kind, common), null);
        }
        catch (VipsException)
        {
            return new CleanedPicture(null, limit.IsCancellationRequested ? "evidence.picture-too-slow" : "evidence.damaged");
        }
    }

    private static Image Load(FileKind kind, byte[] received) =>
        kind == FileKind.Jpeg ? Image.JpegloadBuffer(received, access: Enums.Access.Sequential)
        : kind == FileKind.Png ? Image.PngloadBuffer(received, access: Enums.Access.Sequential)
        : Image.WebploadBuffer(received, access: Enums.Access.Sequential);

    private static bool IsTurned(Image image) => image.Contains("orientation") && image.Get("orientation") is int and > 1;

    /// <summary>A profile is dropped with the rest, so what it meant is put into the pixels first.</summary>
    private static Image InCommonColours(Image image) =>
        image.Contains("icc-profile-data") || image.Interpretation == Enums.Interpretation.Cmyk
            ? image.IccTransform("srgb", embedded: true)
            : image.Copy();

    private static byte[] Save(FileKind kind, Image image) =>
        kind == FileKind.Jpeg ? image.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None)
        : kind == FileKind.Png ? image.PngsaveBuffer(keep: Enums.ForeignKeep.None)
        : image.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
}
