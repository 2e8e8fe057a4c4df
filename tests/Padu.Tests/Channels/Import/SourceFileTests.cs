using System.Security.Cryptography;
using System.Text;
using Padu.Channels.Import;

namespace Padu.Tests.Channels.Import;

public sealed class SourceFileTests
{
    private const string Good = "7,A,01/02/2020,,Layanan,Antre lama,Manna";

    [Fact]
    public void Rows_QuotedLineBreaksAndBlankLines_KeepTheLineOfEveryRow()
    {
        var rows = Sample.Rows("1,A,01/02/2020,,\"dua\r\nbaris\",x,", "2,A,01/02/2020,,a,b,", "", "3,A,01/02/2020,,a,b,");

        Assert.Equal([2, 4, 6], rows.Select(row => row.Line));
        Assert.Equal("dua\r\nbaris", rows[0].Values[4]);
    }

    [Fact]
    public void Rows_Hash_IsThatOfTheRowsBytesWhateverTheLineEnding()
    {
        var windows = Sample.Rows(Good, Good)[0];
        var last = Sample.Rows(Good)[0];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Good))), windows.Hash.Value);
        Assert.Equal(windows.Hash, last.Hash);
        Assert.NotEqual(windows.Hash, Sample.Row(Good + " ").Hash);
    }

    [Fact]
    public void Rows_LoneQuotationMark_IsUnreadableAndTheNextRowIsNot()
    {
        var rows = Sample.Rows("1,A,01/02/2020,,a\"b,x,", Good);

        Assert.Equal([false, true], rows.Select(row => row.IsReadable));
    }

    [Fact]
    public void Rows_QuotationMarkNeverClosed_NamesTheLineInsteadOfReadingOn()
    {
        var lines = Enumerable.Repeat(Good, 10_000).Prepend("1,A,01/02/2020,,\"a,x,").ToArray();

        var problem = Assert.Throws<SourceFileException>(() => Sample.Rows(lines));

        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("id;kantor;dibuka;ditutup;jenis;rincian;tempat", "delimiter")]
    [InlineData("id,kantor,dibuka,ditutup,jenis,rincian", "Missing: tempat.")]
    [InlineData("id,kantor,dibuka,ditutup,jenis,rincian,tempat,catatan", "Not in the map: catatan.")]
    [InlineData("kantor,id,dibuka,ditutup,jenis,rincian,tempat", "another order")]
    public void Rows_AnotherHeader_IsRefusedBeforeTheFirstRow(string header, string sentence)
    {
        var file = new StringReader(header.Length == 0 ? "" : header + "\n" + Good);

        var problem = Assert.Throws<SourceFileException>(() => SourceFile.Rows(file, Sample.Map()).Take(1).ToList());

        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }
}
