using System.Text;
using CsCheck;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Tests.Documents;

public sealed class FileInspectionTests
{
    public static TheoryData<string> Extensions => [.. FileKind.All.SelectMany(kind => kind.Extensions)];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task A_good_file_is_taken_as_what_it_is(string extension)
    {
        var kind = FileKind.All.Single(one => one.Extensions.Contains(extension));
        var found = await Inspect(SampleFiles.All[kind], $"bukti{extension.ToUpperInvariant()}");

        Assert.Null(found.Refusal);
        Assert.Same(kind, found.Kind);
        Assert.Empty(found.Cautions);
    }

    [Theory]
    [InlineData("isom", ".m4a", "audio/mp4")]
    [InlineData("mp42", ".m4a", "audio/mp4")]
    [InlineData("3gp4", ".m4a", "audio/mp4")]
    [InlineData("3gp5", ".mp4", "video/mp4")]
    public async Task A_telephones_recording_is_sound_where_its_name_says_so(string brand, string extension, string mediaType)
    {
        byte[] file = [.. SampleFiles.Box("ftyp", $"{brand}\0\0\0\0"), .. SampleFiles.Box("moov", ""), .. SampleFiles.Box("mdat", "suara")];

        Assert.Equal(mediaType, (await Inspect(file, $"rekaman{extension}")).Kind?.MediaType);
    }

    public static TheoryData<string, string, string> Hostile => [.. HostileFiles.All.Select(one => (one.What, one.Name, one.Code))];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_by_its_code_and_a_sentence(string what, string name, string code)
    {
        var found = await Inspect(HostileFiles.All.Single(one => one.What == what).Bytes(), name);

        Assert.Equal(code, found.Refusal?.Code);
        foreach (var language in new[] { Languages.Indonesian, Languages.English })
        {
            Assert.Contains("surat.pdf", new Texts().In(language)[$"refusal.{code}", ["surat.pdf", .. found.Refusal!.Parameters]]);
        }
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/AA << /S /J#61vaScript >>")]
    public async Task A_pdf_that_runs_something_is_taken_and_says_so(string more) =>
        Assert.Equal([FileCaution.Script], (await Inspect(SampleFiles.Pdf(more), "surat.pdf")).Cautions);

    [Fact]
    public async Task What_a_pdf_runs_is_seen_also_in_packed_objects() =>
        Assert.Equal([FileCaution.Script], (await Inspect(SampleFiles.PackedPdf("<< /S /JavaScript >>"), "surat.pdf")).Cautions);

    [Fact]
    public async Task A_document_that_loads_a_picture_from_elsewhere_is_taken_and_says_so()
    {
        var file = SampleFiles.Docx(("word/_rels/header1.xml.rels", SampleFiles.Relations("image", "http://pelacak.example/1.png")));

        Assert.Equal([FileCaution.ExternalContent], (await Inspect(file, "surat.docx")).Cautions);
    }

    /// <summary>Memory and reading are bounded by what is looked at, not by what a file says of itself.</summary>
    [Theory]
    [InlineData("a picture of 2,500 megapixels", 16_000, 64_000)]
    [InlineData("a document that unpacks to 200 MB", 1_500_000, 3_000_000)]
    [InlineData("a directory of 3,000 parts", 16_000, 64_000)]
    [InlineData("a directory that lies about its size", 16_000, 64_000)]
    public void A_bomb_is_refused_before_it_goes_off(string what, long mostRead, long mostAllocated)
    {
        var one = HostileFiles.All.Single(one => one.What == what);
        using var content = new CountingStream(one.Bytes());
        // Once to load the code.
        _ = FileInspection.Inspect(content, one.Name, CancellationToken.None);
        content.Taken = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var looked = FileInspection.Inspect(content, one.Name, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(looked.IsCompletedSuccessfully, "Nothing here waits, so all was done on this thread.");
        Assert.InRange(content.Taken, 1, mostRead);
        Assert.InRange(allocated, 0, mostAllocated);
    }

    [Fact]
    public void Any_bytes_under_any_name_are_taken_or_refused_and_never_throw()
    {
        var heads = SampleFiles.All.Values.Select(bytes => bytes[..Math.Min(bytes.Length, 40)]).Append([]).ToArray();
        var ends = FileKind.All.SelectMany(kind => kind.Extensions).ToArray();
        var names = Gen.OneOf(Gen.Int[0, ends.Length - 1].Select(i => $"a{ends[i]}"), Gen.String);
        Gen.Select(Gen.Int[0, heads.Length - 1], Gen.Byte.Array[0, 3_000], names)
            .Sample((head, tail, name) => Holds([.. heads[head], .. tail], name), iter: 4_000);
    }

    [Fact]
    public void A_good_file_with_bytes_changed_or_cut_off_never_throws()
    {
        var files = SampleFiles.All.ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[0, 12], Gen.Int[0, 100_000])
            .Sample(
                (which, changes, cut) =>
                {
                    var (kind, good) = files[which];
                    var bytes = (byte[])good.Clone();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at % bytes.Length] = value;
                    }

                    return Holds(cut % 3 == 0 ? bytes[..(cut % bytes.Length)] : bytes, $"a{kind.Extensions[0]}");
                },
                iter: 4_000
            );
    }

    private static bool Holds(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        var looked = FileInspection.Inspect(content, FileNames.Clean(name), CancellationToken.None);
        return looked.IsCompletedSuccessfully && content.Position == 0 && looked.Result.Kind is null == looked.Result.Refusal is not null;
    }

    internal static Task<Inspected> Inspect(byte[] bytes, string name) =>
        FileInspection.Inspect(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Taken { get; set; }

        public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Count(base.Read(buffer.Span)));

        private int Count(int count)
        {
            Taken += count;
            return count;
        }
    }
}
