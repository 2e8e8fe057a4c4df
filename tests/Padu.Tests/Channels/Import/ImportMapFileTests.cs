using Padu.Channels.Import;

namespace Padu.Tests.Channels.Import;

public sealed class ImportMapFileTests
{
    [Fact]
    public void Read_ShippedMap_NamesKeyOfficeAndTitles()
    {
        var map = ImportMapFile.Read(Path.Combine(AppContext.BaseDirectory, "reference", "import", "nyc-council-casework.yaml"));

        Assert.Equal("nyc-council-casework", map.Source);
        Assert.Equal(["unique_key"], map.Key);
        Assert.Equal("kpu-17", map.Office.Fixed!.Code.Value);
        Assert.Equal(4, map.Titles.Length);
        Assert.Equal(11, map.Columns.Length);
        Assert.DoesNotContain("unique_key", map.Kept);
    }

    [Fact]
    public void Read_OfficeTable_KeepsTheLineOfEveryOffice()
    {
        var map = Sample.Map(office: "office:\n  column: kantor\n  table:\n    A: kpu-17.71\n    B: kpu-17.02\n  otherwise: kpu-17");

        Assert.Equal("kpu-17.02", map.Office.Table["B"].Code.Value);
        Assert.Equal(map.Office.Table["A"].Line + 1, map.Office.Table["B"].Line);
        Assert.Equal(3, map.Office.Offices.Count());
    }

    [Theory]
    [InlineData("source: lama", "sauce: lama", "'sauce' is not a word of a map here")]
    [InlineData("source: lama", "", "'source' is missing here")]
    [InlineData("key: id", "key: nomor", "there is no column 'nomor'")]
    [InlineData("format: dd/MM/uuuu", "format: dd-QQ", "'dd-QQ' is no date format")]
    [InlineData("\"{jenis}\"", "\"{jenis\"", "has a brace without its partner")]
    [InlineData("\"{jenis}\"", "\"{macam}\"", "there is no column 'macam'")]
    [InlineData("fixed: kpu-17", "column: kantor", "'table' is missing here")]
    [InlineData("fixed: kpu-17", "otherwise: kpu-17", "name either one office")]
    [InlineData("delimiter: \",\"", "delimiter: \"::\"", "the delimiter is one character")]
    [InlineData("encoding: utf-8", "encoding: utf-9", "'utf-9' is no known encoding")]
    [InlineData("[id, kantor,", "[id, id,", "the column 'id' is listed twice")]
    [InlineData("required: true", "required: ya", "'required' is true or false")]
    public void Read_OneMistake_IsNamedWithItsLine(string right, string wrong, string sentence)
    {
        var lines = Sample.MapText().Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains(right, StringComparison.Ordinal)) + 1;
        var text = Sample.MapText().Replace(right, wrong, StringComparison.Ordinal);

        var problem = Assert.Throws<ImportMapException>(() => ImportMapFile.Read("lama.yaml", new StringReader(text)));

        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("lama.yaml, line ", problem.Message, StringComparison.Ordinal);
        // A missing word is named at its section, which begins above or, for the whole map, at its first word.
        Assert.InRange(problem.Line!.Value, sentence.Contains("missing", StringComparison.Ordinal) ? 1 : line, line + 1);
    }

    [Theory]
    [InlineData("source: [a", "not valid YAML")]
    [InlineData("- a\n- b", "one list of 'word: value' lines")]
    [InlineData("", "one list of 'word: value' lines")]
    public void Read_NoMapAtAll_IsSaidInASentence(string text, string sentence)
    {
        var problem = Assert.Throws<ImportMapException>(() => ImportMapFile.Read("lama.yaml", new StringReader(text)));

        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_IsSaidInASentence() =>
        Assert.Contains(
            "missing or cannot be read",
            Assert.Throws<ImportMapException>(() => ImportMapFile.Read(Path.Combine(Path.GetTempPath(), "tiada", "map.yaml"))).Message,
            StringComparison.Ordinal
        );
}
