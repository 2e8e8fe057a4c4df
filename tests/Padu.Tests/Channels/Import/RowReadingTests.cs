using NodaTime;
using Padu.Channels.Import;

namespace Padu.Tests.Channels.Import;

public sealed class RowReadingTests
{
    [Fact]
    public void Read_FullRow_IsUnderstoodByTheMap()
    {
        var (row, refusal) = RowReading.Read(Sample.Row("7,A,01/02/2020,03/02/2020,Layanan, Antre lama ,Manna"), Sample.Map());

        Assert.Null(refusal);
        Assert.Equal("7", row!.SourceKey);
        Assert.Equal("Layanan: Antre lama", row.Title);
        Assert.Equal((new LocalDate(2020, 2, 1), new LocalDate(2020, 2, 3)), (row.OpenedOn, row.ClosedOn));
        Assert.Equal("Manna", row.Place);
        Assert.Null(row.Category);
    }

    [Theory]
    [InlineData("7,A,01/02/2020,,Layanan,,", "Layanan")]
    [InlineData("7,A,01/02/2020,,Layanan,-,", "Layanan")]
    [InlineData("7,A,01/02/2020,,Layanan,pilih satu,", "Layanan")]
    public void Read_EmptyOrMeaninglessColumn_FallsBackToTheNextTitle(string line, string title)
    {
        var (row, _) = RowReading.Read(Sample.Row(line), Sample.Map());

        Assert.Equal(title, row!.Title);
        Assert.DoesNotContain(row.Fields, field => field.Name == "rincian");
    }

    [Theory]
    [InlineData("7,A,2020-02-01,,a,b,", "import.date-unreadable", "dibuka")]
    [InlineData("7,A,31/02/2020,,a,b,", "import.date-unreadable", "dibuka")]
    [InlineData("7,A,,,a,b,", "import.date-missing", "dibuka")]
    [InlineData("7,A,01/02/2020,kemarin,a,b,", "import.date-unreadable", "ditutup")]
    [InlineData("7,A,01/02/2020,,,b,", "import.title-empty", null)]
    [InlineData(" ,A,01/02/2020,,a,b,", "import.key-empty", "id")]
    [InlineData("7,A,01/02/2020,,a,b", "import.wrong-column-count", null)]
    [InlineData("7,A,01/02/2020,,a,b,c,d", "import.wrong-column-count", null)]
    [InlineData("7,A,01/02/2020,,a,b\"c,", "import.row-unreadable", null)]
    [InlineData("7,A,01/02/2020,,a,b\u0000c,", "text.forbidden-character", "rincian")]
    [InlineData("7,A,01/02/2020,,a,b,\u202Ec", "text.forbidden-character", "tempat")]
    [InlineData("7,A,01/02/2020,,a,b,\uFFFD", "text.forbidden-character", "tempat")]
    public void Read_FaultyRow_IsRefusedByCodeAndColumn(string line, string code, string? field)
    {
        var (row, refusal) = RowReading.Read(Sample.Row(line), Sample.Map());

        Assert.Null(row);
        Assert.Equal((code, field), (refusal!.Code, refusal.Field));
    }

    [Fact]
    public void Read_OfficeTable_RoutesAndRefusesWhatItDoesNotName()
    {
        var strict = Sample.Map("office:\n  column: kantor\n  table: { A: kpu-17.71 }");
        var lenient = Sample.Map("office:\n  column: kantor\n  table: { A: kpu-17.71 }\n  otherwise: kpu-17");

        Assert.Equal("kpu-17.71", RowReading.Read(Sample.Row("7,A,01/02/2020,,a,b,"), strict).Case!.Office.Value);
        Assert.Equal("import.office-unknown", RowReading.Read(Sample.Row("7,B,01/02/2020,,a,b,"), strict).Refusal!.Code);
        Assert.Equal("kpu-17", RowReading.Read(Sample.Row("7,,01/02/2020,,a,b,"), lenient).Case!.Office.Value);
    }

    [Fact]
    public void KeyOf_SeveralColumns_NeverMakesTwoKeysAlike()
    {
        var map = Sample.Map() with { Key = ["id", "kantor"] };

        var one = RowReading.Read(Sample.Row("a|b,c,01/02/2020,,x,y,"), map).Case!.SourceKey;
        var two = RowReading.Read(Sample.Row("a,b|c,01/02/2020,,x,y,"), map).Case!.SourceKey;

        Assert.NotEqual(one, two);
    }
}
