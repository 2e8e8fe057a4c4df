using System.Text;
using Padu.Channels.Import;

namespace Padu.Tests.Channels.Import;

/// <summary>A small map and the rows of a small file for it.</summary>
internal static class Sample
{
    public const string Header = "id,kantor,dibuka,ditutup,jenis,rincian,tempat";

    public static string MapText(string office = "office:\n  fixed: kpu-17") =>
        $$"""
            source: lama
            file:
              delimiter: ","
              encoding: utf-8
              columns: [id, kantor, dibuka, ditutup, jenis, rincian, tempat]
            key: id
            {{office}}
            opened:
              column: dibuka
              format: dd/MM/uuuu
              required: true
            closed: { column: ditutup, format: dd/MM/uuuu }
            empty: ["-", pilih satu]
            title:
              - "{jenis}: {rincian}"
              - "{jenis}"
            place: "{tempat}"
            """.ReplaceLineEndings("\n");

    public static ImportMap Map(string office = "office:\n  fixed: kpu-17") =>
        ImportMapFile.Read("lama.yaml", new StringReader(MapText(office)));

    public static IReadOnlyList<SourceRow> Rows(params string[] lines) => [.. SourceFile.Rows(File(lines), Map())];

    public static TextReader File(params string[] lines) => new StringReader(string.Join("\r\n", [Header, .. lines]));

    public static SourceRow Row(string line) => Assert.Single(Rows(line));

    public static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Header)) + "\n");
}
