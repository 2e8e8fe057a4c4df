using System.Text;
using CsCheck;
using NetVips;
using Padu.Documents;

namespace Padu.Tests.Documents;

public sealed class PictureCleanerTests : IDisposable
{
    private readonly PictureCleaner _cleaner = new();

    public void Dispose() => _cleaner.Dispose();

    [Fact]
    public async Task A_photo_loses_place_device_and_comment_and_stands_upright()
    {
        var photo = SampleFiles.Photo(60, 40);
        using var before = Image.NewFromBuffer(photo);
        Assert.Contains("exif-ifd3-GPSLatitude", before.GetFields());

        var cleaned = await Clean(FileKind.Jpeg, photo);

        using var after = Image.NewFromBuffer(cleaned);
        Assert.Equal((40, 60), (after.Width, after.Height));
        Assert.DoesNotContain(after.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field == "orientation");
        AssertNoWords(cleaned);
        Assert.InRange(Math.Abs(after.Getpoint(20, 30)[0] - 120), 0, 6);
    }

    [Fact]
    public async Task A_picture_loses_what_is_written_beside_and_behind_it()
    {
        AssertNoWords(await Clean(FileKind.Png, SampleFiles.Png()));
        AssertNoWords(await Clean(FileKind.Png, [.. SampleFiles.All[FileKind.Png], .. Encoding.ASCII.GetBytes(SampleFiles.Comment)]));
        AssertNoWords(await Clean(FileKind.Jpeg, [.. SampleFiles.Photo(16, 16), .. SampleFiles.Zip((SampleFiles.Comment, "x"))]));
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public async Task A_cleaned_copy_is_a_good_file_of_the_same_kind(string mediaType)
    {
        var kind = FileKind.All.Single(one => one.MediaType == mediaType);
        var cleaned = await Clean(kind, SampleFiles.All[kind]);

        Assert.Same(kind, (await FileInspectionTests.Inspect(cleaned, $"a{kind.Extensions[0]}")).Kind);
        Assert.NotEmpty(await Clean(kind, cleaned));
    }

    [Fact]
    public async Task A_picture_too_large_is_refused_also_where_its_header_was_not_asked()
    {
        using var large = Image.Black(10_000, 4_001);

        var refused = await _cleaner.Clean(FileKind.Png, large.PngsaveBuffer(), TestContext.Current.CancellationToken);

        Assert.Equal(("evidence.picture-too-large", null), (refused.Refusal, refused.Bytes));
    }

    [Fact]
    public void Any_bytes_are_drawn_or_refused_and_never_throw()
    {
        var pictures = SampleFiles.All.Where(one => one.Key.IsPicture).ToArray();
        Gen.Select(Gen.Int[0, pictures.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[0, 12])
            .Sample(
                (which, changes) =>
                {
                    var (kind, good) = pictures[which];
                    var bytes = (byte[])good.Clone();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at % bytes.Length] = value;
                    }

                    var cleaned = _cleaner.Clean(kind, bytes, CancellationToken.None).GetAwaiter().GetResult();
                    return cleaned.Bytes is null != cleaned.Refusal is null;
                },
                iter: 300,
                threads: 1
            );
    }

    private async Task<byte[]> Clean(FileKind kind, byte[] bytes)
    {
        var cleaned = await _cleaner.Clean(kind, bytes, TestContext.Current.CancellationToken);
        Assert.Null(cleaned.Refusal);
        return cleaned.Bytes!;
    }

    private static void AssertNoWords(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        Assert.DoesNotContain(SampleFiles.Camera, text);
        Assert.DoesNotContain(SampleFiles.Comment, text);
    }
}
